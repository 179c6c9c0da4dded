#!/usr/bin/env bash
# The built program as its first user meets it: a centre with a simulated track is started, asked, killed and started again.
# usage: serve.sh CHICANE
set -euo pipefail
chicane=$1
work=$(mktemp -d)
server=
leave() { [ -z "$server" ] || kill -9 "$server" 2>/dev/null; rm -rf "$work"; }
trap leave EXIT
fail() { echo "FAILED: $*" >&2; cat "$work/err" >&2 || true; exit 1; }

mkdir "$work/web"
echo '<!doctype html><title>live</title>' >"$work/web/index.html"
cat >"$work/chicane.toml" <<'TOML'
[web]
listen = "127.0.0.1:0"
[rmonitor]
listen = "127.0.0.1:0"
[[track]]
id = "main"
length_m = 650
min_lap_ms = 15000
[[track.decoder]]
id = "sf"
uri = "sim:?protocol=p3&karts=8&seed=7&speed=100"
TOML

# Waits for a line of a file, by its arrival and not by the clock.
line_of() { timeout 30 bash -c 'until grep -m1 "$1" "$2" 2>/dev/null; do read -rt 0.05 <> <(:) || :; done' _ "$1" "$2"; }

start() {
  : >"$work/out"
  "$chicane" serve --config "$work/chicane.toml" --data "$work/data" --web "$work/web" >"$work/out" 2>"$work/err" &
  server=$!
  ready=$(line_of '^ready ' "$work/out") || fail "no line ready"
  web=$(sed -n 's/^ready web=\([^ ]*\).*/\1/p' <<<"$ready")
  rmonitor=$(sed -n 's/.* rmonitor=\([^ ]*\).*/\1/p' <<<"$ready")
}

board() { curl -sf "http://$web/api/v1/tracks/main/board"; }
# Waits until the board says what a pattern wants.
board_with() { timeout 30 bash -c 'until curl -sf "http://$1/api/v1/tracks/main/board" | grep -qE "$2"; do read -rt 0.05 <> <(:) || :; done' _ "$web" "$1"; }

start
board_with '"laps":[1-9]' || fail "no kart has a lap"
echo "PASS a centre with a simulated track shows karts racing"

code=$(curl -s -o "$work/health" -w '%{http_code}' "http://$web/api/v1/health")
[ "$code" = 200 ] && grep -q '"status":"ok"' "$work/health" || fail "health says $code $(cat "$work/health")"
echo "PASS health is ok while decoder, journal and feed work"

curl -sf "http://$web/live/main" | grep -q '<title>live' || fail "the page is not served"
curl -s -o /dev/null -D - "http://$web/" | grep -qi '^content-security-policy: .*default-src .self' || fail "no CSP"
[ "$(curl -s -o /dev/null -w '%{http_code}' --path-as-is "http://$web/../chicane.toml")" = 404 ] || fail "a path leaves the folder"
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://$web/api/v1/nothing")" = 404 ] || fail "an unknown route is no 404"
[ "$(curl -s -o /dev/null -w '%{http_code}' -X POST "http://$web/api/v1/tracks")" = 405 ] || fail "a wrong method is no 405"
echo "PASS the page has its security headers, and what is not there is a problem"

records=$(timeout 10 bash -c 'exec 3<>"/dev/tcp/${1%:*}/${1##*:}"; head -n 20 <&3' _ "$rmonitor")
grep -q '^\$F,9999,' <<<"$records" && grep -q '^\$A,' <<<"$records" || fail "RMonitor sends no refresh on connect"
echo "PASS RMonitor sends everything on connect"

kill -9 "$server"
wait "$server" 2>/dev/null || true
"$chicane" verify --data "$work/data" >/dev/null || fail "the journal is not sound after kill -9"
start
board_with '"laps":[1-9]' || fail "the board is empty after a restart"
echo "PASS after kill -9 the journal is sound and the board goes on"

kill -TERM "$server"
wait "$server" || fail "SIGTERM ended with status $?"
server=
echo "PASS SIGTERM is an orderly stop"

"$chicane" serve --config "$work/nowhere.toml" 2>"$work/err" && fail "a missing configuration was accepted" || [ $? = 2 ] || fail "status is not 2"
[ "$(wc -l <"$work/err")" = 1 ] || fail "not one line"
echo "PASS a missing configuration is one line and status 2"
