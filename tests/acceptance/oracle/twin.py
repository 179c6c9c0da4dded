#!/usr/bin/env python3
"""A second `chicane replay`, written from the rules' text alone: slow, obvious, nothing in common with the engine.

usage: twin.py FILE --session SPEC.toml [--chicane PROGRAM]
FILE holds JSON lines as `chicane decode` prints them; any other capture goes through `PROGRAM decode` first.
"""
import argparse
import json
import pathlib
import subprocess
import sys

import passing
import ranking
import session
import spec


def row(run: session.Session, position: int, drives: list) -> dict:
    drive, rank, clock_us = drives[position - 1], run.rules.rank, run.clock_us()
    status = run.status(drive.entrant)
    best, laps = drive.best(), drive.laps()
    gap_us, gap_laps = ranking.gap(rank, drive, drives[0], status == "running", clock_us)
    interval_us, interval_laps = ranking.gap(rank, drive, drives[max(0, position - 2)], status == "running", clock_us)
    return {
        "position": position, "number": drive.entrant.number, "name": drive.entrant.name, "status": status,
        "laps": len(laps), "total_us": drive.total_us(clock_us),
        "best_us": best and best.time_us, "best_lap": best and best.number,
        "average_us": drive.average_us(), "last_us": laps[-1].time_us if laps else None,
        "gap_us": gap_us, "gap_laps": gap_laps, "interval_us": interval_us, "interval_laps": interval_laps,
    }


def result(rules: spec.Spec, passings: list[passing.Passing]) -> dict:
    run = session.Session(rules, passings)
    drives = ranking.ranked(rules.rank, [run.drive(e) for e in run.entrants], run.clock_us())
    laps = [(lap, drive) for drive in drives for lap in drive.laps()]
    laps.sort(key=lambda pair: pair[0].end.place)
    return {
        "state": run.state(),
        "classification": [row(run, position, drives) for position in range(1, len(drives) + 1)],
        "laps": [{"number": drive.entrant.number, "lap": lap.number, "time_us": lap.time_us, "at_us": lap.end.time_us}
                 for lap, drive in laps],
        "passings": [{"index": p.index, "number": p.number, "transponder": p.transponder, "verdict": p.verdict}
                     for p in sorted(passings, key=lambda p: p.index)],
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=pathlib.Path)
    options.add_argument("--session", type=pathlib.Path, required=True)
    options.add_argument("--chicane", default="chicane")
    options.add_argument("--protocol", default="p3")
    asked = options.parse_args()
    try:
        rules = spec.of(asked.session.read_text())
    except (spec.BadSpec, ValueError) as bad:
        print(f"{asked.session}: {bad}", file=sys.stderr)
        return 2
    if asked.file.suffix in (".json", ".jsonl"):
        lines = asked.file.read_text()
    else:
        lines = subprocess.run([asked.chicane, "decode", asked.file, "--protocol", asked.protocol], check=True,
                               capture_output=True, text=True).stdout
    print(json.dumps(result(rules, passing.of_lines(lines)), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
