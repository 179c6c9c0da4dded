#!/usr/bin/env python3
"""Whole captures through `chicane replay`: a recording and a simulated field. usage: replays.py CHICANE"""
import json
import pathlib
import random
import re
import socket
import subprocess
import sys
import threading

sys.dont_write_bytecode = True  # a checkout stays as it was
from centre_program import CHICANE, DEADLINE_S, Work, check, main, run

sys.path.insert(0, str(pathlib.Path(__file__).parent / "oracle"))
import passing
import spec
import twin

RECORDING = Work.sources / "../shared/data/p3/karts-94min.hex"
PRACTICE = '[session]\nkind = "practice"\nstart = "own"\nopen = true\nmin_lap_ms = 15000\n'
RECORDED_RACE = '[session]\nkind = "race"\nopen = true\nmin_lap_ms = 15000\n[end]\nlaps = 20\n'

KARTS, RACE_LAPS, START_US = 40, 10, 1_700_000_000_000_000
VERSION_REQUEST = bytes.fromhex("8e02190015e200000300010002000300040008000a000c008f")
VERSION_TEXT = b"simulated"  # what the answer describes the decoder as
FRAME = re.compile(rb"\x8e[^\x8e\x8f]*\x8f")  # nothing else holds these bytes unescaped
HARMLESS_FAULTS = "duplicate,double,noise,split,late,weak"  # each crossing is heard, with its own tag


def replayed(work, capture, rules):
    status, out, err = run("replay", capture, "--protocol", "p3", "--session", work.write("session.toml", rules))
    check(status == 0, err)
    return json.loads(out)


def decoded(capture):
    status, out, err = run("decode", capture, "--protocol", "p3")
    check(status == 0, err)
    return out


def same(left, right, what):
    """The result whatever the order in the file, which `index` alone tells of."""
    check(left["state"] == right["state"], f"{what}: {left['state']} and {right['state']}")
    for part in ("classification", "laps"):
        for i, (a, b) in enumerate(zip(left[part], right[part], strict=True)):
            check(a == b, f"{what}: {part}[{i}]: {a} and {b}")
    verdicts = [sorted((p["number"], p["transponder"], p["verdict"]) for p in each["passings"]) for each in (left, right)]
    check(verdicts[0] == verdicts[1], f"{what}: other verdicts")


def shuffled(work, frames, seed):
    frames = list(frames)
    random.Random(seed).shuffle(frames)
    return work.write(f"shuffled-{seed}.hex", "\n".join(frames) + "\n")


def holds_in_any_order(work, capture, frames, rules):
    """The result, after it was held against the twin's and against that of shuffled frames."""
    result = replayed(work, capture, rules)
    same(result, twin.result(spec.of(rules), passing.of_lines(decoded(capture))), "replay and twin")
    for seed in range(3):
        same(result, replayed(work, shuffled(work, frames, seed), rules), f"in order and shuffled by {seed}")
    return result


def recording(work):
    """A recording of 94 minutes as open practice and as a race gives the twin's result, in any order of its frames"""
    if not RECORDING.exists():
        print(f"SKIP {RECORDING} is absent")
        return
    lines = RECORDING.read_text().split()
    practice = holds_in_any_order(work, RECORDING, lines, PRACTICE)
    bests = [row["best_us"] for row in practice["classification"]]
    check(bests == sorted(bests) and practice["state"] == "running", f"open practice is not in order of best laps: {bests}")
    race = holds_in_any_order(work, RECORDING, lines, RECORDED_RACE)
    check(race["state"] == "finished" and race["classification"][0]["laps"] == 20, "the race has not ended at its laps")


def tag_of(kart):
    return 5_690_000 + 37 * kart


def simulated(work, seed):
    """Bytes as a client of the simulated decoder reads them, and the truth."""
    truth = work.folder / "truth.jsonl"
    program = subprocess.Popen(
        [CHICANE, "simulate", "--protocol", "p3", "--listen", "127.0.0.1:0", "--karts", str(KARTS), "--laps",
         str(RACE_LAPS + 2), "--seed", str(seed), "--speed", "500", "--start-us", str(START_US), "--faults",
         HARMLESS_FAULTS, "--truth", truth], stdout=subprocess.PIPE, text=True)
    try:
        host, port = program.stdout.readline().split()[1].rsplit(":", 1)
        with socket.create_connection((host, int(port)), DEADLINE_S) as client:
            data = read_until_done(client, program)
    finally:
        program.kill()
        program.communicate()
    return data, [json.loads(line) for line in truth.read_text().splitlines()]


def read_until_done(client, program):
    """All that the decoder has sent when it is done: its answer to a question that is asked then comes after it."""
    data = bytearray()

    def read():
        while VERSION_TEXT not in data:
            data.extend(client.recv(1 << 16) or VERSION_TEXT)

    reader = threading.Thread(target=read)
    reader.start()
    check(program.stdout.readline() == "done\n", "the simulated race has not ended")
    client.sendall(VERSION_REQUEST)
    reader.join(DEADLINE_S)
    check(not reader.is_alive(), "the decoder does not answer")
    return bytes(data)


def race_as_it_went(truth):
    """Laps and order by kart out of the truth: over so many laps, then every kart's next crossing is its last."""
    crossings, over, finished, order = {}, False, set(), []
    for crossing in sorted(truth, key=lambda each: each["time_us"]):
        kart = crossing["kart"]
        if kart in finished:
            continue
        crossings.setdefault(kart, []).append(crossing["time_us"])
        order = [each for each in order if each != kart] + [kart]
        over = over or len(crossings[kart]) > RACE_LAPS
        if over:
            finished.add(kart)
    order.sort(key=lambda each: -len(crossings[each]))  # stable: on equal laps who crossed first
    clock_us = min(times[0] for times in crossings.values())
    return [{"number": str(kart), "laps": len(times) - 1, "total_us": times[-1] - clock_us,
             "best_us": min(b - a for a, b in zip(times, times[1:]))}
            for kart in order for times in [crossings[kart]]]


def simulated_race(work):
    """A simulated race of 40 karts is classified as it truly went, in any order of its frames"""
    rules = '[session]\nkind = "race"\nmin_lap_ms = 15000\n' + f"[end]\nlaps = {RACE_LAPS}\n" + "".join(
        f'[[entrant]]\nnumber = "{kart}"\ntransponders = [{tag_of(kart)}]\n' for kart in range(1, KARTS + 1))
    data, truth = simulated(work, seed=40)
    check(len(truth) == KARTS * (RACE_LAPS + 3), f"{len(truth)} crossings in the truth")
    check({each["fault"] for each in truth} == {None, *HARMLESS_FAULTS.split(",")}, "some fault never happened")
    capture = work.write("race.bin", data)
    frames = [match.group().hex() for match in FRAME.finditer(data)]
    result = holds_in_any_order(work, capture, frames, rules)
    check(result["state"] == "finished", result["state"])
    for row, true in zip(result["classification"], race_as_it_went(truth), strict=True):
        check({key: row[key] for key in true} == true and row["status"] == "finished", f"{row} but truly {true}")


main([recording, simulated_race])
