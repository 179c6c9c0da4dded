#!/usr/bin/env python3
"""Random sessions through `chicane replay` and through its twin: the whole results must be equal.

usage: oracle.py CHICANE [--seed N] [--count N] [--keep FOLDER]
Seeds run from CHICANE_SEED, else --seed; CHICANE_LONG=1 runs 5,000 sessions. Prints each seed that differs, with the first
difference; --keep leaves SPEC and capture of those.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # a checkout stays as it was

import capture
import made
import passing
import spec
import twin

FAILURES_SHOWN_MAX = 10  # enough to see a pattern, few enough to read


def first_difference(engine, ours, where: str = "") -> str | None:
    if isinstance(engine, dict) and isinstance(ours, dict) and engine.keys() == ours.keys():
        parts = ((engine[key], ours[key], f"{where}.{key}") for key in ours)
    elif isinstance(engine, list) and isinstance(ours, list) and len(engine) == len(ours):
        parts = ((e, o, f"{where}[{i}]") for i, (e, o) in enumerate(zip(engine, ours)))
    else:
        same = engine == ours and type(engine) is type(ours)
        return None if same else f"{where}: replay says {json.dumps(engine)}, the twin {json.dumps(ours)}"
    return next((found for part in parts if (found := first_difference(*part))), None)


def ours(text: str, records: list[dict]) -> dict | None:
    try:
        return twin.result(spec.of(text), passing.of_records(records))
    except spec.BadSpec:
        return None


def replays(chicane: str, folder: pathlib.Path, text: str, records: list[dict]) -> tuple[int, str]:
    (folder / "capture.hex").write_text(capture.hex_lines(records))
    (folder / "session.toml").write_text(text)
    ran = subprocess.run([chicane, "replay", folder / "capture.hex", "--protocol", "p3", "--session", folder / "session.toml"],
                         capture_output=True, text=True)
    return ran.returncode, ran.stdout if ran.returncode == 0 else ran.stderr


def difference_of(chicane: str, seed: int, folder: pathlib.Path, seen: collections.Counter) -> str | None:
    document, records = made.session_of(seed)
    text = made.toml(document)
    code, said = replays(chicane, folder, text, records)
    result = ours(text, records)
    if result is None or code != 0:
        seen["refused"] += 1
        return None if result is None and code == 2 else f"exit status {code}, twin {'refuses' if result is None else 'runs'}: {said}"
    seen.update([result["state"]] + [p["verdict"] for p in result["passings"]])
    seen.update("status " + row["status"] for row in result["classification"])
    return first_difference(json.loads(said), result)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("chicane")
    options.add_argument("--seed", type=int, default=int(os.environ.get("CHICANE_SEED", "1")))
    options.add_argument("--count", type=int, default=5000 if os.environ.get("CHICANE_LONG") == "1" else 300)
    options.add_argument("--keep", type=pathlib.Path)
    asked = options.parse_args()
    print(f"seeds {asked.seed} to {asked.seed + asked.count - 1}", flush=True)
    failed, seen, began = 0, collections.Counter(), time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        for seed in range(asked.seed, asked.seed + asked.count):
            folder = asked.keep / str(seed) if asked.keep else pathlib.Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            if difference := difference_of(asked.chicane, seed, folder, seen):
                print(f"seed {seed}: {difference}", flush=True)
                failed += 1
                if failed == FAILURES_SHOWN_MAX:
                    break
    print(", ".join(f"{name} {count}" for name, count in sorted(seen.items())))
    print(f"{failed} differ, {time.monotonic() - began:.1f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
