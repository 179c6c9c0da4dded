#!/usr/bin/env python3
"""A switch dies in the middle of a race, and with it every decoder of the track, the main one and its backup; it comes back later. What
passed meanwhile is asked for, or told again, and the board is the truth's. usage: dead_switch.py CHICANE [--seed N]"""
import argparse
import contextlib
import random
import socket
import struct
import threading
import time

from centre_program import DEADLINE_S, check, config, laps, main, run, wait_for
from simulated_race import PASSWORD, Track, armed_race, done, free_port, rows_of_truth, told, truth_of

parser = argparse.ArgumentParser()
parser.add_argument("chicane")
parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
options = parser.parse_args()
print(f"seed {options.seed}")

KARTS = 10
LAPS = 8
SPEED = 40
MISSED = 2 * KARTS  # crossings while the switch is dead: two laps of the field
# Two decoders that are held on one clock by arrival: what a machine's delay of some ms is at this speed.
APART_US = 150_000


class Switch:
    """Carries connections to the decoders' ports, until it dies: then whoever is connected is cut off, and nobody answers."""

    def __init__(self, decoders):
        self.ways = {port: free_port() for port in decoders}
        self.lock = threading.Lock()
        self.open = []
        self.back()

    def back(self):
        for decoder, port in self.ways.items():
            listening = socket.create_server(("127.0.0.1", port))
            self.hold(listening)
            threading.Thread(target=self.accept, args=(listening, decoder), daemon=True).start()

    def hold(self, one):
        with self.lock:
            self.open.append(one)

    def accept(self, listening, decoder):
        with contextlib.suppress(OSError):
            while True:
                centre, _ = listening.accept()
                way = socket.create_connection(("127.0.0.1", decoder))
                self.hold(centre)
                self.hold(way)
                for ends in ((centre, way), (way, centre)):
                    threading.Thread(target=self.carry, args=ends, daemon=True).start()

    @staticmethod
    def carry(there, here):
        with contextlib.suppress(OSError):
            while said := there.recv(65536):
                here.sendall(said)
            here.shutdown(socket.SHUT_WR)

    def die(self):
        with self.lock:
            dead, self.open = self.open, []
        for one in dead:
            with contextlib.suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # nothing in it is carried on
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def serve(work, protocol, ways):
    """A centre whose finish line has two decoders, and its admin."""
    data = work.folder / protocol
    data.mkdir()
    status, _, err = run("user", "add", "anna", "--role", "admin", "--data", data, text_in=PASSWORD)
    check(status == 0, err)
    uris = [f"tcp://127.0.0.1:{port}?protocol={protocol}&speed={SPEED}" for port in ways]
    second = f'[[track.decoder]]\nid = "sf2"\nuri = "{uris[1]}"\n'
    work.write(f"{protocol}.toml", config(f'uri = "{uris[0]}"') + second)
    server = work.serve(protocol, f"{protocol}.toml")
    return server, server.sign_in("anna", PASSWORD)


def fault_of(got, expected):
    """The first row that is another, but for what two clocks lie apart; None where all are equal."""
    if [row["number"] for row in got] != [row["number"] for row in expected]:
        return f"the order is {[row['number'] for row in got]}, not {[row['number'] for row in expected]}"
    for mine, theirs in zip(got, expected):
        same = mine["laps"] == theirs["laps"] and mine["position"] == theirs["position"]
        if not same or any(abs(mine[word] - theirs[word]) > APART_US for word in ("total_us", "last_us", "best_us")):
            return f"{mine}\n     instead of {theirs}"
    return None


def race_over_a_dead_switch(work, protocol):
    decoders = [free_port(), free_port()]
    truths = [work.folder / f"{protocol}-{name}.jsonl" for name in ("main", "backup")]
    start_us = int(time.time() * 1e6) + 1_000_000
    tracks = [Track(work, port, "--karts", KARTS, "--laps", LAPS + 3, "--seed", options.seed, "--speed", SPEED, "--grid-s", 40,
                    "--start-us", start_us, "--truth", truth, protocol=protocol) for port, truth in zip(decoders, truths)]
    switch = Switch(decoders)
    server, admin = serve(work, protocol, switch.ways.values())
    armed_race(server, admin, KARTS, LAPS, protocol)

    def states():
        return {id: done(server.request("GET", f"/api/v1/devices/{id}", None, admin))["state"] for id in ("sf", "sf2")}

    wait_for(lambda: laps(server.board()) >= 2 * KARTS, "two laps of the field")
    switch.die()
    heard = truth_of(truths[0])
    passed = len(heard)
    laps_most = passed - len({line["kart"] for line in heard})  # a kart's first crossing ends no lap
    wait_for(lambda: set(states().values()) == {"down"}, f"both decoders lost: {states()}")
    alarms = done(server.request("GET", "/api/v1/tracks/main/control", None, admin))["alarms"]
    lost = {alarm["subject"] for alarm in alarms if alarm["kind"] == "decoder_lost" and alarm["until_us"] is None}
    check(lost == {"sf", "sf2"}, f"race control is not told of both: {lost}")
    wait_for(lambda: len(truth_of(truths[0])) >= passed + MISSED, "crossings that nobody hears")
    check(laps(server.board()) <= laps_most, "what nobody could hear is on the board")
    switch.back()
    for track in tracks:
        track.drive_to_the_end(DEADLINE_S + 3 * LAPS)
    expected = rows_of_truth(truth_of(truths[0]), LAPS)
    end = time.monotonic() + DEADLINE_S
    while fault_of(told(server.board(), expected), expected) and time.monotonic() < end:
        time.sleep(0.05)
    fault = fault_of(told(server.board(), expected), expected)
    check(fault is None, fault)
    for id in ("sf", "sf2"):
        check(done(server.request("GET", f"/api/v1/devices/{id}", None, admin))["gaps_lost"] == 0, f"{id} lost passings for good")
    print(f"     {protocol}: {len(truth_of(truths[0])) - passed} of {len(truth_of(truths[0]))} crossings from the switch's end on")


def asked_for(work):
    """A switch dies under two P3 decoders: what passed meanwhile is asked for by number, and the board is the truth's"""
    race_over_a_dead_switch(work, "p3")


def polled(work):
    """A switch dies under two RACE RESULT decoders: what passed meanwhile is asked for by number, and the board is the truth's"""
    race_over_a_dead_switch(work, "raceresult")


def told_again(work):
    """A switch dies under two Chronelec decoders: they hold out what passed meanwhile, and the board is the truth's"""
    race_over_a_dead_switch(work, "chronelec")


main([asked_for, polled, told_again])
