#!/usr/bin/env bash
# The unit and the proxies' configurations are read by the tools that will read them. usage: files_are_valid.sh unit|nginx|caddy
# Exit 77: the tool is not here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../packaging"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need() { command -v "$1" >/dev/null || { echo "SKIP: $1 is not installed"; exit 77; }; }

case $1 in
  unit)
    need systemd-analyze
    # The binary is installed with the package; the unit is judged without it.
    sed 's|^ExecStart=/usr/bin/chicane|ExecStart=/bin/true|' chicane.service >"$work/chicane.service"
    systemd-analyze verify --man=no "$work/chicane.service"
    exposure=$(systemd-analyze security --offline=true --no-pager "$work/chicane.service" | sed -nE 's/.*Overall exposure level for [^:]*: ([0-9.]+).*/\1/p')
    echo "exposure $exposure (0 is closed, 10 is open)"
    awk -v e="$exposure" 'BEGIN { exit !(e != "" && e < 2.5) }'
    ;;
  nginx)
    need nginx
    need openssl
    openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=karting.example -keyout "$work/key" -out "$work/cert" 2>/dev/null
    {
      echo "pid $work/pid; error_log stderr; events {} http {"
      sed -e "s|/etc/ssl/chicane/fullchain.pem|$work/cert|; s|/etc/ssl/chicane/privkey.pem|$work/key|" nginx.conf
      echo "}"
    } >"$work/nginx.conf"
    nginx -t -c "$work/nginx.conf"
    ;;
  caddy)
    need caddy
    caddy validate --config Caddyfile --adapter caddyfile
    ;;
esac
