#!/usr/bin/env python3
"""`kill -9` of a centre at random moments of a race: nothing acknowledged is lost, nothing doubled. usage: killed.py CHICANE [--kills N]
[--seed N]. Prints the time from start to `ready` of each restart."""
import argparse
import contextlib
import json
import random
import sqlite3
import subprocess
import threading
import time

from centre_program import DEADLINE_S, Failed, check, main, run, wait_for
from simulated_race import (PASSWORD, Track, armed_race, difference, done, free_port, rows_of_truth, serve, told, truth_of)

parser = argparse.ArgumentParser()
parser.add_argument("chicane")
parser.add_argument("--kills", type=int, default=12)
parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
options = parser.parse_args()
print(f"seed {options.seed}")

KARTS, SPEED = 20, 20
LAP_S = 2.4  # a lap of 42 s and its traffic, at that speed
UP_S = 1.0  # the longest that a server lives
START_S = 0.06  # the longest that one lives that is killed while it starts
READY_S_MAX = 10  # a machine that does much else at once; the figures are printed


def rows_on_disk(data):
    """Every entry of the journal by its number, and every customer: what is committed now."""
    kept = {}
    for name, tables in (("journal.db", ("passing", "event")), ("centre.db", ("customers",))):
        with contextlib.closing(sqlite3.connect(f"file:{data / name}?mode=ro", uri=True, timeout=DEADLINE_S)) as database:
            for table in tables:
                kept.update({(table, row[0]): row for row in database.execute(f"SELECT * FROM {table}")})
    return kept


class Desk:
    """Registers drivers and writes messages one after the other, as fast as it is answered. What nobody answered is asked again
    with the same key, as a desk does whose server went away."""

    def __init__(self):
        self.server = self.account = None
        self.customers, self.messages = [], []  # what was acknowledged
        self.doubtful = set()  # messages that were sent and not answered: once on disk or never
        self.stopped = False
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def work_at(self, server, account):
        self.server, self.account = server, account

    def _work(self):
        number = 0
        while not self.stopped:
            number += 1
            self._register(number)
            self._say(f"message {number}")

    def _register(self, number):
        body = {"given_name": "Anna", "family_name": f"Family {number}"}
        while not self.stopped:
            with contextlib.suppress(OSError, ValueError, AttributeError):
                status, answer = self.server.request("POST", "/api/v1/customers", body,
                                                     self.account | {"Idempotency-Key": f"customer {number}"})
                if status in (200, 201):
                    self.customers.append((answer["id"], body["family_name"]))
                    return
            time.sleep(0.01)

    def _say(self, text):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            status, _ = self.server.request("POST", "/api/v1/tracks/main/events", {"kind": "message", "text": text}, self.account)
            if status == 200:
                self.messages.append(text)
                return
        self.doubtful.add(text)


def killed_while_it_starts(work, chance):
    command = [*work.program, *map(str, work.serve_arguments("data", "data.toml"))]
    starting = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(chance.uniform(0, START_S))
    starting.kill()
    starting.wait()


def killed_at_random_moments(work):
    """A race that is killed again and again goes on where it was: nothing acknowledged is lost, nothing doubled"""
    chance = random.Random(options.seed)
    laps = int(options.kills * (UP_S / 2 + 0.4) / LAP_S) + 4
    port = free_port()
    server, admin = serve(work, "data", port, SPEED)
    data = work.folder / "data"
    session = armed_race(server, admin, KARTS, laps)
    track = Track(work, port, "--karts", KARTS, "--laps", laps + 2, "--seed", options.seed, "--speed", SPEED, "--start-us",
                  int(time.time() * 1e6) + 1_000_000, "--truth", work.folder / "truth.jsonl", "--faults", "drop=0.02")
    wait_for(lambda: server.board()["rows"] and server.board()["rows"][0]["laps"] > 0, "the first lap")
    desk = Desk()
    ready_s = []
    for kill in range(options.kills):
        desk.work_at(server, admin)
        time.sleep(chance.uniform(0, UP_S))
        on_disk = rows_on_disk(data)
        acknowledged = list(desk.customers), list(desk.messages)
        server.kill()
        if kill % 4 == 3:
            killed_while_it_starts(work, chance)
        status, out, err = run("verify", "--data", data)
        check(status == 0, f"verify: {out}{err}")
        begun = time.monotonic()
        server = work.serve("data", "data.toml")
        ready_s.append(time.monotonic() - begun)
        after = rows_on_disk(data)
        check(all(after.get(place) == row for place, row in on_disk.items()), "what was on disk is gone or another")
        nothing_lost(after, *acknowledged)
        board = server.board()
        check(board["session"]["id"] == session and board["session"]["state"] in ("running", "finishing", "finished"),
              f"another session goes on: {board['session']}")
    print("     time to ready, ms: " + " ".join(f"{1000 * each:.0f}" for each in ready_s) + f"; most {1000 * max(ready_s):.0f}")
    check(max(ready_s) < READY_S_MAX, "a restart takes too long")
    desk.work_at(server, admin)
    track.drive_to_the_end(DEADLINE_S + laps * LAP_S)
    desk.stopped = True
    desk.thread.join(DEADLINE_S)
    expected = rows_of_truth(truth_of(work.folder / "truth.jsonl"), laps)
    end = time.monotonic() + DEADLINE_S
    while difference(told(server.board(), expected), expected) and time.monotonic() < end:
        time.sleep(0.05)
    check(difference(told(server.board(), expected), expected) is None, difference(told(server.board(), expected), expected))
    check(server.board()["session"] | {"state": "finished"} == server.board()["session"], "the race has no end")
    counted_once(done(server.request("GET", f"/api/v1/sessions/{session}/result", None, admin)))
    nothing_lost(rows_on_disk(data), desk.customers, desk.messages)
    nothing_doubled(rows_on_disk(data), desk)
    print(f"     {options.kills} kills and {options.kills // 4} while it starts, {laps} laps of {KARTS} karts, {len(desk.customers)} customers and {len(desk.messages)} "
          f"messages acknowledged, {len(desk.doubtful)} in doubt")


def families(rows):
    return [value for place, row in rows.items() if place[0] == "customers" for value in row
            if isinstance(value, str) and value.startswith("Family ")]


def messages(rows):
    return [json.loads(row[-1]).get("text") for place, row in rows.items() if place[0] == "event" and row[-3] == "message"]


def nothing_lost(rows, customers, said):
    missing = {name for _, name in customers} - set(families(rows)) | set(said) - set(messages(rows))
    check(not missing, f"acknowledged, and gone: {sorted(missing)[:5]}")


def nothing_doubled(rows, desk):
    for each in (families(rows), messages(rows)):
        check(len(each) == len(set(each)), f"kept twice: {sorted(word for word in set(each) if each.count(word) > 1)[:5]}")
    unknown = set(messages(rows)) - set(desk.messages) - desk.doubtful
    check(not unknown, f"nobody said {unknown}")
    seqs = sorted(place[1] for place in rows if place[0] in ("passing", "event"))
    check(seqs == list(range(1, len(seqs) + 1)), "the journal's numbers have a hole")


def counted_once(result):
    """No crossing makes two laps, whatever was sent again after a restart."""
    counted = [(each["transponder"], each["number"]) for each in result["passings"]
               if each["verdict"] in ("counted", "starts_lap")]
    check(len(counted) == len(set(counted)), "a crossing was counted twice")


main([killed_at_random_moments])
