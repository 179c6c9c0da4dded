#!/usr/bin/env python3
"""House rules that a machine can see: test names, READMEs, file sizes, literal colours, paths and hosts in what git tracks.

Prints each fault and exits 1. EXCEPTIONS names the few places that may, each with its reason.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILE_LINES_MAX = 600
BINARY_BYTES_MAX = 300_000
CODE = {".hpp", ".cpp", ".h", ".qml", ".ts", ".svelte", ".py", ".sh"}

EXCEPTIONS = {
    "web/client/package-lock.json": "written by npm",
    "ui/i18n/desk_fr.ts": "texts, laid out by Qt's lupdate",
    "tests/lint/house.py": "names what it forbids",
}


def tracked() -> list[pathlib.Path]:
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                           capture_output=True).stdout
    return [ROOT / n for n in names.decode().split("\0") if n and (ROOT / n).is_file()]


def text_faults(name: str, text: str) -> list[str]:
    faults = []
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        where = f"{name}:{number}"
        if re.search(r'TEST_CASE(_METHOD)?\(.*"[^"]*;[^"]*"', line):
            faults.append(f"{where}: a ';' in a test name makes ctest run nothing and pass")
        if re.search(r"\b(TODO|FIXME|XXX)\b", line):
            faults.append(f"{where}: unfinished: {line.strip()}")
        if re.search(r"/(work|home|root)/\w+/", line):
            faults.append(f"{where}: a path of one machine: {line.strip()}")
        if re.search(r"registry\.npmjs|deb\.debian\.org|resolved\": \"http", line):
            faults.append(f"{where}: the host of a package registry: {line.strip()}")
        if name.startswith("ui/screens/") and re.search(r'"#[0-9a-fA-F]{3,8}"|font\.pixelSize:\s*\d', line):
            faults.append(f"{where}: a literal colour or size in a screen; use Theme: {line.strip()}")
        # A benchmark sets a pace; a test waits for what it tests.
        is_test = name.startswith("tests/") and not name.startswith("tests/bench/")
        if is_test and re.search(r"\bsleep_for|\bsleep_until|waitForTimeout|QTest::qWait\b", line):
            faults.append(f"{where}: a test that waits by the clock: {line.strip()}")
    translation = name.startswith("ui/i18n/")  # a table of sentences, in Qt's own format
    if pathlib.Path(name).suffix in CODE and len(lines) > FILE_LINES_MAX and not translation:
        faults.append(f"{name}: {len(lines)} lines; {FILE_LINES_MAX} is the stop, look for the second idea in it")
    return faults


def faults_of(path: pathlib.Path) -> list[str]:
    name = path.relative_to(ROOT).as_posix()
    if name in EXCEPTIONS:
        return []
    data = path.read_bytes()
    if b"\0" in data:
        return [f"{name}: a binary of {len(data)} bytes"] if len(data) > BINARY_BYTES_MAX else []
    return text_faults(name, data.decode("utf-8", errors="replace"))


def missing_readmes(files: list[pathlib.Path]) -> list[str]:
    tops = {"timing", "transponders", "decoders", "sessions", "centre", "web", "ui", "tests", "packaging", "docs"}
    folders = {"/".join(f.relative_to(ROOT).parts[:depth]) for f in files for depth in (1, 2)
               if f.relative_to(ROOT).parts[0] in tops - {"tests", "docs"} and len(f.relative_to(ROOT).parts) > depth}
    folders |= {"tests", "docs"}
    return [f"{d}: a folder without a README.md" for d in sorted(folders) if not (ROOT / d / "README.md").exists()]


def main() -> int:
    files = tracked()
    faults = [fault for path in files for fault in faults_of(path)] + missing_readmes(files)
    print("\n".join(faults) if faults else f"house: {len(files)} files keep the rules")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
