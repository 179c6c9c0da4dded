#!/usr/bin/env bash
# chicane-desk says what is wrong with its options in one line, with status 2, also where there is no display. usage: desk_options.sh DESK
set -uo pipefail
desk=$1
faults=0

expect() {  # expect STATUS TEXT OPTIONS…
  local status=$1 text=$2; shift 2
  local said; said=$(env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb "$desk" "$@" 2>&1); local was=$?
  if [ "$was" != "$status" ] || [[ "$said" != *"$text"* ]]; then
    echo "chicane-desk $*: status $was, said: $said"; faults=1
  fi
}

expect 2 '--screen: unknown window "till"; known: race-control' --screen till
expect 2 '--server: "not an address" is no address' --server 'not an address'
expect 2 'colour' --colour red
expect 0 'chicane-desk 0.' --version
expect 0 '--server' --help
exit $faults
