#!/usr/bin/env python3
"""Each test that docs/rules-and-tests.md names for a rule is there, by its exact TEST_CASE name; a row names a test or says *not yet*."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "rules-and-tests.md"
CASE = re.compile(r'TEST_CASE(?:_METHOD)?\(\s*(?:\w+\s*,\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+)')
PART = re.compile(r'"((?:[^"\\]|\\.)*)"')
HELD_BY = re.compile(r"`([^`]+)`")


def test_names(texts):
    return {"".join(PART.findall(case)) for text in texts for case in CASE.findall(text)}


def faults(table, names):
    """One line a fault: (number of the line, what is wrong)."""
    found = []
    for number, line in enumerate(table.splitlines(), 1):
        if not line.startswith("| ") or line.startswith("| rule |"):
            continue
        held_by = line.strip().strip("|").rsplit("|", 1)[-1]
        tests = HELD_BY.findall(held_by)
        if "*not yet*" in held_by:
            continue
        if not tests:
            found.append((number, "names no test, and does not say *not yet*"))
        found += [(number, f"no TEST_CASE is called: {test}") for test in tests if test not in names]
    return found


def main():
    tests = sorted((ROOT / "tests").rglob("*.cpp"))
    found = faults(TABLE.read_text(), test_names(path.read_text() for path in tests))
    for number, what in found:
        print(f"docs/rules-and-tests.md:{number}: {what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
