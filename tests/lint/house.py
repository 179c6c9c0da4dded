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
PAGE_LINES_MAX = 60
CODE = {".hpp", ".cpp", ".h", ".qml", ".ts", ".svelte", ".py", ".sh"}

EXCEPTIONS = {
    "web/client/package-lock.json": "written by npm",
    "ui/i18n/desk_fr.ts": "texts, laid out by Qt's lupdate",
    "tests/lint/house.py": "names what it forbids",
    "tests/lint/planted.py": "plants what is forbidden",
}


def is_test(name: str) -> bool:
    # A benchmark sets a pace; a test waits for what it tests.
    return name.startswith(("tests/", "web/client/tests/")) and not name.startswith("tests/bench/")


def is_drawn(name: str) -> bool:
    return name.endswith(".qml") and name.startswith(("ui/screens/", "ui/kit/")) and name != "ui/kit/Theme.qml"


def is_screen(name: str) -> bool:
    return is_drawn(name) and name.startswith("ui/screens/") and name != "ui/screens/Main.qml"  # a window has a first size


def everywhere(_: str) -> bool:
    return True


# What no line may hold: where, the pattern, and why. A wait in a loop that asks again has its deadline there and is no fault.
LINE_RULES = [
    (everywhere, r"\b(TODO|FIXME|XXX)\b", "unfinished"),
    (everywhere, r"(?<![\w.$}*])/(work|home|root)/\w", "a path of one machine"),
    (everywhere, r"registry\.npmjs|deb\.debian\.org|\"resolved\": \"http", "the host of a package registry"),
    (is_drawn, r"\"#[0-9a-fA-F]{3,8}\"|[cC]olor: *\"(?!transparent\")|Qt\.(rgba|hsla|hsva)\(", "a literal colour; use Theme"),
    (is_screen, r"^(?!.*\bproperty\b).*\b([wW]idth|[hH]eight|[sS]pacing|[mM]argins?|[pP]adding|radius|pixelSize): *([2-9]|\d\d)",
     "a literal size in a screen; use Theme, or a named property at its top"),
    (is_test, r"\bsleep_(for|until)\b|\b(u|nano)?sleep\([A-Z1-9]|waitForTimeout|\bq(Wait|Sleep)\(|\bsetTimeout\(", "a test that waits by the clock"),
    (lambda name: is_test(name) and name.endswith(".qml"), r"\bwait\(\d", "a test that waits by the clock"),
    (lambda name: is_test(name) and name.endswith(".sh"), r"^(?!\s*(for|while|until)\b).*\bsleep [\d.$]", "a test that waits by the clock"),
]


def tracked() -> list[pathlib.Path]:
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                           capture_output=True).stdout
    return [ROOT / n for n in names.decode().split("\0") if n and (ROOT / n).is_file()]


def text_faults(name: str, text: str) -> list[str]:
    faults = []
    lines = text.splitlines()
    rules = [(re.compile(pattern), why) for where, pattern, why in LINE_RULES if where(name)]
    for number, line in enumerate(lines, 1):
        polls = re.search(r"time\.sleep\(0\.0\d*\)", line)
        faults += [f"{name}:{number}: {why}: {line.strip()}" for rule, why in rules if rule.search(line) and not polls]
    for match in re.finditer(r'TEST_CASE(_METHOD)?\([^"]*"[^"]*;[^"]*"', text):
        number = text.count("\n", 0, match.start()) + 1
        faults.append(f"{name}:{number}: a ';' in a test name makes ctest run nothing and pass")
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


def readme_faults(files: list[pathlib.Path]) -> list[str]:
    """A folder and its sub-folders have one, at most a page long; deeper ones are told of in theirs."""
    tops = {"timing", "transponders", "decoders", "sessions", "centre", "web", "ui", "tests", "packaging", "docs"}
    parts = [f.relative_to(ROOT).parts for f in files]
    folders = {"/".join(p[:depth]) for p in parts for depth in (1, 2) if p[0] in tops and len(p) > depth}
    missing = [f"{d}: a folder without a README.md" for d in sorted(folders) if not (ROOT / d / "README.md").exists()]
    long = [f for f in files if f.name == "README.md" and len(f.read_text(encoding="utf-8").splitlines()) > PAGE_LINES_MAX]
    return missing + [f"{f.relative_to(ROOT)}: longer than a page of {PAGE_LINES_MAX} lines" for f in long]


def main() -> int:
    files = tracked()
    faults = [fault for path in files for fault in faults_of(path)] + readme_faults(files)
    print("\n".join(faults) if faults else f"house: {len(files)} files keep the rules")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
