#!/usr/bin/env python3
"""A serial cable is pulled in the middle of a race and put in again, over pseudo-terminals: the port's name is gone and then leads to another
device, as with a USB adapter. usage: unplugged.py CHICANE [--seed N]"""
import argparse
import time

from centre_program import DEADLINE_S, check, main, wait_for
from simulated_race import Track, armed_race, difference, done, rows_of_truth, serve, told, truth_of

parser = argparse.ArgumentParser()
parser.add_argument("chicane")
parser.add_argument("--seed", type=int, default=7)
options = parser.parse_args()
print(f"seed {options.seed}")

KARTS, LAPS, SPEED = 10, 4, 50


def device(server, admin):
    return done(server.request("GET", "/api/v1/devices/sf", None, admin))


def race_with_unplugging(work, protocol):
    """The board is the truth's although the cable was out, and each crossing has come, also those after the race."""
    path = work.folder / "ttyUSB0"
    start_us = int(time.time() * 1e6) + 1_000_000
    track = Track(work, f"pty:{path}", "--karts", KARTS, "--laps", LAPS + 2, "--seed", options.seed, "--speed", SPEED, "--grid-s", 30,
                  "--start-us", start_us, "--truth", work.folder / "truth.jsonl", "--faults", "disconnect=0.05", protocol=protocol)
    server, admin = serve(work, "centre", f"serial://{path}", SPEED, protocol)
    armed_race(server, admin, KARTS, LAPS, protocol)
    track.drive_to_the_end(DEADLINE_S + 3 * LAPS)
    truth = truth_of(work.folder / "truth.jsonl")
    unplugged = sum(each["fault"] == "disconnect" for each in truth)
    check(unplugged > 0, "it was never unplugged")
    expected = rows_of_truth(truth, LAPS)
    end = time.monotonic() + DEADLINE_S
    while difference(told(server.board(), expected), expected) and time.monotonic() < end:
        time.sleep(0.05)
    check(difference(told(server.board(), expected), expected) is None,
          difference(told(server.board(), expected), expected))
    def all_came():
        health = device(server, admin)
        return health["state"] == "up" and health["passings"] - health["duplicates"] == len(truth)
    wait_for(all_came, f"the passings of {len(truth)} crossings: {device(server, admin)}")
    check(device(server, admin)["gaps_lost"] == 0, f"something is lost: {device(server, admin)}")
    print(f"     {len(truth)} crossings, unplugged {unplugged} times")


def a_decoder_that_holds_out(work):
    """chronelec: what was not acknowledged when the cable was pulled comes when it is in again, and nothing is lost"""
    race_with_unplugging(work, "chronelec")


def a_decoder_that_is_asked(work):
    """p3: what it said to nobody is asked for when the cable is in again, and nothing is lost"""
    race_with_unplugging(work, "p3")


main([a_decoder_that_holds_out, a_decoder_that_is_asked])
