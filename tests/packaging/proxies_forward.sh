#!/usr/bin/env bash
# The proxies' configurations in front of a running centre: pages, API, WebSocket and event stream come through TLS, sign-in cookies
# are `Secure`, and a page of another site is refused. usage: proxies_forward.sh nginx|caddy CHICANE WEB. Exit 77: a tool is not here.
set -euo pipefail
kind=$1 chicane=$2 web=$3
packaging=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../packaging" && pwd)
for tool in "$kind" openssl curl python3; do
  command -v "$tool" >/dev/null || { echo "SKIP: $tool is not installed"; exit 77; }
done
[ -f "$web/index.html" ] || { echo "SKIP: the web client is not built"; exit 77; }

work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { echo "FAIL: $*" >&2; cat "$work"/*.log >&2; exit 1; }
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
https=$(free_port) http=$(free_port)

cat >"$work/chicane.toml" <<'TOML'
[centre]
name = "Behind a proxy"
timezone = "Europe/Paris"
currency = "EUR"
locale = "fr"
[web]
listen = "127.0.0.1:0"
trusted_proxies = ["127.0.0.1"]
[[track]]
id = "main"
name = "Circuit"
[[track.decoder]]
id = "sf"
uri = "sim:?protocol=p3&karts=5&seed=3"
role = "finish"
TOML
mkdir "$work/data"
echo 'a-long-password' | "$chicane" user add anna --role admin --data "$work/data"
"$chicane" serve --config "$work/chicane.toml" --data "$work/data" --web "$web" >"$work/ready" 2>"$work/chicane.log" &
pids+=($!)
for _ in $(seq 200); do grep -q '^ready' "$work/ready" && break; sleep 0.05; done
port=$(sed -nE 's/^ready web=127.0.0.1:([0-9]+).*/\1/p' "$work/ready")
[ -n "$port" ] || fail "the centre is not ready"

openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=karting.example -addext subjectAltName=DNS:karting.example \
  -keyout "$work/key" -out "$work/cert" 2>/dev/null
# The files as they are shipped, but for the ports and the certificate.
case $kind in
  nginx)
    {
      echo "pid $work/pid; daemon off; error_log $work/nginx.log; events {} http { access_log off;"
      for temp in client_body proxy fastcgi uwsgi scgi; do echo "${temp}_temp_path $work/$temp;"; done
      sed -e "s|/etc/ssl/chicane/fullchain.pem|$work/cert|; s|/etc/ssl/chicane/privkey.pem|$work/key|" \
        -e "s|127.0.0.1:8080|127.0.0.1:$port|; s|listen 443|listen $https|; s|\[::\]:443|[::]:$https|" \
        -e "s|listen 80|listen $http|; s|\[::\]:80|[::]:$http|" "$packaging/nginx.conf"
      echo "}"
    } >"$work/nginx.conf"
    nginx -c "$work/nginx.conf" 2>"$work/start.log" &
    ;;
  caddy)
    {
      printf '{\n\tadmin off\n\tauto_https disable_redirects\n\thttp_port %s\n\thttps_port %s\n}\n' "$http" "$https"
      sed -e "s|127.0.0.1:8080|127.0.0.1:$port|; s|^karting.example {|&\n\ttls $work/cert $work/key|" "$packaging/Caddyfile"
    } >"$work/Caddyfile"
    HOME=$work caddy run --config "$work/Caddyfile" --adapter caddyfile 2>"$work/caddy.log" &
    ;;
esac
pids+=($!)

site=https://karting.example:$https
ask() { curl -sS --noproxy '*' --cacert "$work/cert" --resolve "karting.example:$https:127.0.0.1" --max-time 10 "$@"; }
for _ in $(seq 200); do ask -o /dev/null "$site/" 2>/dev/null && break; sleep 0.05; done

ask "$site/" | grep -q '<!doctype html>' || fail "no page"
ask -D "$work/headers" -o /dev/null "$site/api/v1/health" || fail "no health"
grep -qi '^strict-transport-security' "$work/headers" || fail "the centre does not know that it is reached by https"

login=(-H 'Content-Type: application/json' -d '{"user":"anna","password":"a-long-password"}')
ask -D "$work/headers" -c "$work/cookies" -o "$work/login" "${login[@]}" -H "Origin: $site" "$site/api/v1/login"
grep -qi '^set-cookie:.*secure' "$work/headers" || fail "the cookie is not Secure: $(cat "$work/headers" "$work/login")"
status() { ask -o /dev/null -w '%{http_code}' "$@"; }
[ "$(status -b "$work/cookies" "$site/api/v1/me")" = 200 ] || fail "the cookie signs nobody in"
[ "$(status -b "$work/cookies" -H "Origin: https://elsewhere.example" -X DELETE "$site/api/v1/login")" = 403 ] || fail "another site may sign out"

# curl ends by its own time: both streams stay open.
ask --http1.1 -i -N --max-time 3 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' \
  -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' "$site/api/v1/tracks/main/live" >"$work/socket" 2>/dev/null || true
grep -qa '^HTTP/1.1 101' "$work/socket" || fail "no WebSocket: $(head -c 300 "$work/socket")"
grep -qa '"type":"snapshot"' "$work/socket" || fail "nothing comes over the WebSocket"
ask -N --max-time 3 "$site/api/v1/tracks/main/events-stream" >"$work/events" 2>/dev/null || true
grep -q '^data: {"type":"snapshot"' "$work/events" || fail "no event stream: $(head -c 300 "$work/events")"
echo "$kind: pages, API, sign-in, WebSocket and event stream come through"
