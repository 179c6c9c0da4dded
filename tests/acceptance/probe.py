#!/usr/bin/env python3
"""`chicane probe` and `chicane ports` as they are typed: a device on a pseudo-terminal, a wrong option, a closed port."""
import json
import os
import pty
import subprocess
import sys
import threading
import tty

CHICANE = sys.argv[1]
# Recorded frames: a passing and a status of a P3 decoder.
P3 = bytes.fromhex(
    "8e02330053c800000100010451680200030473d75600040888f2fab51e8305000502b20006023400080200008104131804008f"
    "8e021f00f3890000020001022800070216000c01760601008104131804008f"
)


def run(*options: str) -> subprocess.CompletedProcess:
    return subprocess.run([CHICANE, *options], capture_output=True, text=True, timeout=60)


def probe_of_a_device() -> dict:
    device, port = pty.openpty()
    tty.setraw(port)
    over = threading.Event()

    def speak() -> None:
        while not over.wait(0.1):
            os.write(device, P3)

    thread = threading.Thread(target=speak)
    thread.start()
    try:
        done = run("probe", f"serial://{os.ttyname(port)}?baud=9600", "--seconds", "2", "--json")
    finally:
        over.set()
        thread.join()
        os.close(port)
        os.close(device)
    assert done.returncode == 0, done
    return json.loads(done.stdout)


found = probe_of_a_device()
assert found["protocol"] == "p3" and found["sureness"] == "certain", found
assert found["alternatives"] == [], found
assert found["health"]["noise"] == 40 and found["health"]["voltage_dv"] == 118, found
assert found["health"]["passings"] >= 5 and found["health"]["decoder"] == 268307, found
assert found["uri"].endswith("?protocol=p3&baud=9600"), found

closed = run("probe", "tcp://127.0.0.1:1", "--seconds", "1")
assert closed.returncode == 1, closed
assert "never open" in closed.stdout and "Connection refused; nothing listens there" in closed.stdout, closed

for options, line in [
    (["probe"], "a URI is missing, or --scan NETWORK"),
    (["probe", "tcp://x"], "port is missing"),
    (["probe", "tcp://127.0.0.1:1", "--seconds", "0"], "--seconds: expected a whole number from 1 to 3600"),
    (["probe", "tcp://127.0.0.1:1", "--active"], "--active: say which protocol to speak"),
    (["probe", "tcp://127.0.0.1:1?protocol=lines", "--active"], "--active: lines has nothing that could be asked"),
    (["probe", "--scan", "10.0.0.0/8"], "--scan: expected a network of IPv4 with a prefix from 22 to 32"),
    (["probe", "--scan", "10.0.0.0/24", "--ports", "x"], "--ports: expected port numbers"),
]:
    wrong = run(*options)
    assert wrong.returncode == 2, (options, wrong)
    assert wrong.stderr.startswith("chicane probe: ") and line in wrong.stderr, (options, wrong)
    assert wrong.stderr.count("\n") == 1 and wrong.stdout == "", (options, wrong)

active = run("probe", "serial:///dev/no-such-port?protocol=ilap", "--active", "--seconds", "1")
assert "sets the decoder's clock to 0" in active.stderr, active

ports = run("ports", "--json")
assert ports.returncode == 0, ports
for line in ports.stdout.splitlines():
    port = json.loads(line)
    assert port["path"].startswith("/dev/") and port["guess"] and port["uri"].startswith("serial://"), port
