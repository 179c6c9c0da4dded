#!/usr/bin/env bash
# ./dev says what is wrong with its words in one line, with status 2, before it installs or builds anything.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
faults=0
refuses() {
  local wanted=$1; shift
  local said; said=$(timeout 10 ./dev "$@" 2>&1); local was=$?
  if [ $was != 2 ] || [ "$(wc -l <<<"$said")" != 1 ] || [[ $said != *"$wanted"* ]]; then
    echo "./dev $*: status $was, said: $said"
    faults=1
  fi
}
refuses "unknown command 'tset'" tset
refuses "release debug asan tsan fuzz" build relaese
refuses "release debug asan tsan" test fuzz
refuses "targets:" fuzz
refuses "no fuzz target is called" fuzz p4 60
refuses "no protocol is called" fuzz codec:p4 60
refuses "SECONDS" fuzz p3 soon
refuses "SECONDS" fuzz codecs 0
[ $faults = 0 ] && echo "dev: refuses in one line"
exit $faults
