#!/usr/bin/env python3
"""The arrows of the house: a folder includes only from folders to its left, and the pure ones stay pure.

Prints each line that breaks a rule and exits 1; run from anywhere, it finds the project's root by its own place.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ORDER = ["timing", "transponders", "decoders", "sessions", "centre", "web", "ui"]

# Sub-folders that may not melt into each other: what each may include of its own top folder beside itself.
INSIDE = {
    "decoders/codec": [],
    "decoders/describe": ["decoders/codec"],
    "decoders/link": ["decoders/codec", "decoders/recording", "decoders/sim"],
    "decoders/recording": ["decoders/codec"],
    "decoders/sim": ["decoders/codec"],
    "sessions/rules": ["sessions"],
    "sessions/meetings": [],
    "sessions/outputs": [],
    "sessions/conductor": ["sessions", "sessions/rules", "sessions/meetings", "sessions/outputs"],
    "sessions/journal": ["sessions", "sessions/conductor"],
    "centre/customers": [],
    "centre/bookings": ["centre/customers"],
    "centre/staff": [],
    "web/http": [],
    "web/feed": ["web/http"],
    "web/sheets": ["web/feed"],
    "web/api": ["web/http", "web/feed", "web/sheets"],
    "ui/kit": [],
    "ui/models": [],
    "ui/print": [],
    "ui/screens": ["ui/kit", "ui/models"],
}

# Nothing of the world in the pure folders: no clock, chance, thread, file, socket, window, database or locale.
PURE = ["timing", "transponders", "decoders/codec", "decoders/describe", "sessions/rules", "sessions/meetings", "sessions/outputs",
        "centre/customers", "centre/bookings"]
PURE_ITSELF = ["sessions"]  # what lies directly in it: apply and its parts; the conductor and the journal touch the world
PURE_FORBIDDEN = re.compile(
    r"#include <(boost/(asio|beast)|Q[A-Z]|sqlite3|SQLiteCpp|sodium|sys/|unistd|pthread"
    r"|thread|mutex|shared_mutex|condition_variable|atomic|future|semaphore|stop_token|latch|barrier"
    r"|random|chrono|ctime|time\.h|[fio]stream|sstream|cstdio|filesystem|locale)"
    r"|\b(\w+_clock::now|std::(time|rand|async|getenv)\(|clock_gettime|setlocale)"
)
STD_ONLY = ["timing", "transponders", "sessions/meetings"]
DATABASES = ["sessions/journal", "centre/store"]  # nobody else writes SQL

INCLUDE = re.compile(r'^\s*#include "([^"]+)"')
FROM_ROOT = re.compile(r'^\s*#include ("\.|<(timing|transponders|decoders|sessions|centre|web|ui)/)')
ANY_BRACKET = re.compile(r"^\s*#include <([a-z_]+/|[A-Z])")


def place_of(path: str) -> str:
    """The folder of the house that a path lies in: `sessions/journal`, or `sessions` for what lies directly in it."""
    parts = path.split("/")
    sub = "/".join(parts[:2])
    return sub if len(parts) > 2 and (ROOT / sub).is_dir() else parts[0]


def is_pure(place: str) -> bool:
    return place in PURE_ITSELF or any(place == p or place.startswith(p + "/") for p in PURE)


def line_faults(name: str, line: str) -> list[str]:
    """What one line of the file `name` does that its place may not."""
    place, top = place_of(name), name.split("/")[0]
    faults = []
    if is_pure(place) and PURE_FORBIDDEN.search(line):
        faults.append("a pure folder touches the world")
    if (top in STD_ONLY or place in STD_ONLY) and ANY_BRACKET.match(line):
        faults.append(f"{place}/ uses the standard library only")
    if place not in DATABASES and re.match(r"\s*#include <(SQLiteCpp|sqlite3)", line):
        faults.append(f"only {' and '.join(DATABASES)} speak to a database")
    if FROM_ROOT.match(line):
        faults.append("an include of the house is written in quotes, from the root")
    match = INCLUDE.match(line)
    return faults + (arrow_faults(place, top, match.group(1)) if match else [])


def arrow_faults(place: str, top: str, target: str) -> list[str]:
    target_top = target.split("/")[0]
    if target_top not in ORDER or not (ROOT / target).exists():
        return []
    faults = []
    if ORDER.index(target_top) > ORDER.index(top):
        faults.append(f"{top}/ lies left of {target_top}/ and may not include {target}")
    elif target_top == top and place in INSIDE:
        target_place = place_of(target)
        if target_place != place and target_place not in INSIDE[place]:
            faults.append(f"{place}/ may not include {target}; allowed: {', '.join(INSIDE[place]) or 'itself'}")
    if top == "ui" and target_top not in {"ui", "timing"}:
        faults.append(f"the UI is a client of the API and includes {target}")
    return faults


def faults_of(path: pathlib.Path) -> list[str]:
    name = path.relative_to(ROOT).as_posix()
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [f"{name}:{number}: {fault}: {line.strip()}" for number, line in lines for fault in line_faults(name, line)]


def main() -> int:
    faults, files = [], 0
    for top in ORDER:
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in {".hpp", ".cpp", ".h"} and "node_modules" not in path.parts:
                files += 1
                faults += faults_of(path)
    print("\n".join(faults) if faults else f"arrows: {files} files, all point to the left")
    return 1 if faults or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
