#!/usr/bin/env python3
"""Sixty karts for ten minutes in real time, over real sockets, through P3 and through Chronelec, with every fault on the way: the boards
are what really happened. usage: long_sockets.py CHICANE --long [--minutes N] [--seed N]; by hand, never in `./dev test`."""
import argparse
import random
import sys
import time

from centre_program import DEADLINE_S, check, main, wait_for
from simulated_race import Track, armed_race, difference, free_port, rows_of_truth, serve, told, truth_of

parser = argparse.ArgumentParser()
parser.add_argument("chicane")
parser.add_argument("--long", action="store_true")
parser.add_argument("--minutes", type=int, default=10)
parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
options = parser.parse_args()
if not options.long:
    sys.exit("SKIP: takes ten minutes; run it with --long")
print(f"seed {options.seed}")

KARTS = 60
LAP_S = 45
PROTOCOLS = ["p3", "chronelec"]
# All that takes no crossing away for good.
STORM = ("drop=0.02,duplicate=0.02,crc=0.02,noise=0.02,split=0.1,disconnect=0.01,double=0.02,weak=0.02,late=0.02,stall=0.002,"
         "parked=0.01,battery_low=0.01,clock_drift=0.00004")


def ten_minutes(work):
    """60 karts in real time over real sockets, through P3 and Chronelec, with every fault: each board is the truth"""
    laps = options.minutes * 60 // LAP_S
    races = {}
    for protocol in PROTOCOLS:
        port = free_port()
        server, admin = serve(work, protocol, port, 1, protocol)
        armed_race(server, admin, KARTS, laps, protocol)
        truth = work.folder / f"{protocol}.jsonl"
        track = Track(work, port, "--karts", KARTS, "--laps", laps + 1, "--seed", options.seed, "--grid-s", 10, "--faults", STORM,
                      "--truth", truth, protocol=protocol)
        races[protocol] = server, admin, track, truth
    end = time.monotonic() + 3 * options.minutes * 60
    for protocol, (server, admin, track, truth) in races.items():
        track.drive_to_the_end(end - time.monotonic())
        expected = rows_of_truth([{**each, "time_us": each.get("clock_us", each["time_us"])} for each in truth_of(truth)], laps)
        wait_for(lambda: server.board()["session"]["state"] == "finished", f"{protocol}: the end of the race")
        late = time.monotonic() + DEADLINE_S
        while difference(told(server.board(), expected), expected) and time.monotonic() < late:
            time.sleep(0.05)
        fault = difference(told(server.board(), expected), expected)
        check(fault is None, f"{protocol}: {fault}")
        health = server.request("GET", "/api/v1/devices/sf", None, admin)[1]
        check(health["gaps_lost"] == 0, f"{protocol}: {health}")
        faults = sum(each["fault"] is not None for each in truth_of(truth))
        print(f"     {protocol}: {len(truth_of(truth))} crossings, {faults} faults, {health['gaps_recovered']} asked for and come, none lost")


main([ten_minutes])
