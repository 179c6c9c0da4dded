#!/usr/bin/env python3
"""The built chicane-print: what it prints, read back with poppler, and what it refuses. usage: print.py CHICANE_PRINT"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCES = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCES / "tests/acceptance"))
from json_schema import Schema  # noqa: E402

PROGRAM = sys.argv[1]
SCHEMA = Schema(json.loads((SOURCES / "web/schema/print.schema.json").read_text()))
DOCUMENT = {key: rule for key, rule in SCHEMA.document.items() if key not in ("$schema", "$id", "definitions")}
RESULT = json.loads((SOURCES / "tests/data/print/result_fr.json").read_text())
DRIVERS = [row["cells"] for row in RESULT["blocks"][0]["rows"]]
NAMES = [cells[2] if isinstance(cells[2], str) else cells[2]["text"] for cells in DRIVERS]


def check(condition, text):
    if not condition:
        raise SystemExit(f"print: {text}")


def run(document, *options, folder=None):
    """The program's answer to a document on its standard input."""
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    return subprocess.run([PROGRAM, *options], input=text, capture_output=True, cwd=folder, timeout=60, env={"PATH": "/usr/bin:/bin"})


def printed(document):
    """The PDF, which is one that the schema describes."""
    faults = SCHEMA.faults(document, DOCUMENT)
    check(not faults, f"the schema does not describe {document['kind']}: {faults[:2]}")
    done = run(document)
    check(done.returncode == 0 and not done.stderr, f"{document['kind']}: {done.stderr.decode()}")
    return done.stdout


def read(tool, pdf, *options):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return subprocess.run([tool, *options, file.name] + (["-"] if tool == "pdftotext" else []), check=True, capture_output=True,
                              text=True).stdout


def pages(pdf):
    return read("pdftotext", pdf, "-layout").rstrip("\f\n").split("\f")


def sheet(kind, blocks, **more):
    return {"format": 1, "kind": kind, "language": "en", "centre": {"name": "Dunes Karting"}, "title": "Heat 2", "blocks": blocks} | more


def in_order(text, *parts):
    at = 0
    for part in parts:
        found = text.find(part, at)
        check(found >= 0, f"{part!r} is missing, or not behind what comes before it, in:\n{text}")
        at = found + len(part)


def a_result_says_all_that_its_document_says():
    page, = pages(printed(RESULT))
    in_order(page, "Karting des Dunes", "PROVISOIRE", "réclamations jusqu’à 10:52", "Manche 2 · Senior 13 ch", "Résultat de la course, samedi 6 juin 2026",
             "Prévue à", "10:15", "Sprint 2026-2", "Pos", "Kart", "Pilote", "Écart", "km/h", *NAMES, "Décisions", "D12", "+5 s", "Meilleurs tours",
             "Direction de course", "Chronométrage", "dunes.example/r/2026-06-06/2", "imprimée à 10:22:40", "Page 1 sur 1")
    rows = {line.split()[0]: line for line in reversed(page.splitlines()) if line.strip()}  # the first that begins so
    check(re.search(r"43\.765 P\b", page), "the best of all has no mark")
    check("14:52.201" in rows["1"] and "52,4" in rows["1"], f"the winner's figures: {rows['1']}")
    check("abandon au stand, tour 12" in rows["–"], f"who retired: {rows['–']}")
    check(re.search(r"Lucas Moreau 1\b", page), "the foot-note's number does not stand at the name")


def fonts_are_embedded_and_the_page_is_a4():
    pdf = printed(RESULT)
    lines = read("pdffonts", pdf).splitlines()[2:]
    check(lines, "there is no font: texts are drawn as outlines")
    for line in lines:
        embedded, _, unicode = line.split()[-5:-2]
        check(embedded == "yes" and unicode == "yes", f"not embedded, or not to be searched: {line}")
    check(any("Inter" in line for line in lines) and any("Roboto" in line for line in lines), f"other fonts than the house's: {lines}")
    check("595 x 842 pts (A4)" in read("pdfinfo", pdf), "the page is not A4")


def a_long_table_repeats_its_head_and_divides_no_row():
    columns = [{"head": "Pos", "style": "place"}, {"head": "Kart", "style": "plate"}, {"head": "Driver", "style": "name"}]
    rows = [{"cells": [str(i), str(100 + i), f"Driver {i}"]} for i in range(1, 101)]
    all_pages = pages(printed(sheet("entries", [{"type": "table", "columns": columns, "rows": rows}], stamp={"state": "official", "word": "Official"})))
    check(len(all_pages) == 3, f"100 rows on {len(all_pages)} pages")
    for number, page in enumerate(all_pages, 1):
        in_order(page, "Dunes Karting", "Pos", "Kart", "Driver", f"Page {number} of 3")
    found = re.findall(r"(\d+) +(\d+) +Driver (\d+)", "\n".join(all_pages))
    check([(int(a), int(b), int(c)) for a, b, c in found] == [(i, 100 + i, i) for i in range(1, 101)], "rows are lost, doubled or moved")
    check("Heat 2 · Official" in all_pages[1], "the second page does not say what it belongs to")


def a_title_does_not_stand_alone_at_the_foot_of_a_page():
    table = {"type": "table", "title": "Best laps", "columns": [{"style": "name"}], "rows": [{"cells": ["Ana"]}]}
    for count in range(30, 45):
        filler = {"type": "table", "columns": [{"style": "name"}], "rows": [{"cells": [f"row {i}"]} for i in range(count)]}
        for page in pages(printed(sheet("result", [filler, table]))):
            check(("Best laps" in page) == ("Ana" in page), f"{count} rows above: the title without its table")


def every_kind_of_page_is_printed():
    laps = [{"lap": str(i), "time": f"44.{i:03}"} for i in range(1, 21)]
    laps[4] = {"lap": "5", "time": "43.005", "best": True, "mark": "P"}
    page, = pages(printed(sheet("lap_times", [{"type": "laps", "entrants": [{"plate": "7", "name": "Ana Martin", "note": "20 laps", "laps": laps}]}])))
    in_order(page, "7", "Ana Martin", "20 laps", "44.001", "43.005", "P", "44.020")
    lines = [{"plate": str(n), "places": places} for n, places in ((7, [1, 2, 1]), (22, [2, 1, 2]), (31, [3, 3]))]
    page, = pages(printed(sheet("lap_chart", [{"type": "chart", "x_label": "lap", "y_label": "place", "lines": lines}])))
    check(len(re.findall(r"\b22\b", page)) == 2, f"a line does not have its plate at both ends:\n{page}")
    slots = [{"place": str(i), "plate": str(10 + i), "name": f"Driver {i}", "note": "44.100"} for i in range(1, 6)]
    page, = pages(printed(sheet("grid", [{"type": "grid", "slots": slots}])))
    in_order(page, "Driver 1", "Driver 2", "Driver 3", "Driver 4", "Driver 5")
    words = {"type": "table", "columns": [{"head": "No.", "style": "place"}, {"head": "Fact", "style": "words"}],
             "rows": [{"cells": ["12", "contact at turn 3, " * 20 + "the end"]}]}
    page, = pages(printed(sheet("decisions", [words])))
    check("…" not in page and "the end" in page, "a long fact is cut")
    made = {"word": "Certificate", "name": "Ana Martin", "plate": "7", "place": "1st", "place_note": "of 18", "facts": [{"label": "Best lap", "value": "43.765"}]}
    certificates = sheet("certificate", [], certificates=[made, made | {"name": "Yanis Haddad"}])
    del certificates["blocks"]
    first, second = pages(printed(certificates))
    in_order(first, "Certificate", "Heat 2", "Ana Martin", "1st", "of 18", "Best lap", "43.765", "Page 1 of 2")
    check("Yanis Haddad" in second, "a certificate is missing")


def ugly_names_stay_on_the_page():
    name = "Ἀνδρέας Ω. Łukasz Żółć-Brzęczyszczykiewicz von der Ünterwald"
    columns = [{"head": "Pos", "style": "place"}, {"head": "Driver", "style": "name"}] + [{"head": f"S{i}"} for i in range(1, 8)]
    page, = pages(printed(sheet("sectors", [{"type": "table", "columns": columns, "rows": [{"cells": ["1", name] + ["44.123"] * 7}]}])))
    check("Ἀνδρέας" in page and page.count("44.123") == 7, f"letters or columns are lost:\n{page}")
    page, = pages(printed(sheet("result", [{"type": "notes", "items": [{"mark": "1", "text": "x" * 300}]}])))
    check(page.count("x") == 300, "a word that is longer than the line is cut")


def what_is_wrong_is_one_line_that_says_where():
    table = {"type": "table", "columns": [{"head": "Pos"}], "rows": [{"cells": ["1", "2"]}]}
    cases = [
        (b'{\n "format": 1,,\n}', r"document: line 2, column 1\d: no JSON: "),
        (b"[]", r"document: /: expected an object"),
        ({}, r"document: /format: expected 1"),
        (sheet("poster", []), r'document: /kind: unknown word "poster"; known: result, entries'),
        (sheet("result", [table]), r"document: /blocks/0/rows/0/cells: 2 for 1 columns"),
        (sheet("result", [], titel="x"), r"document: /titel: unknown key"),
        (sheet("result", [], title="a\tb"), r"document: /title: has a control character"),
        (sheet("result", [], title="x" * 501), r"document: /title: longer than 500 letters"),
        (sheet("result", [{"type": "notes", "items": [{"mark": "1", "text": ["x" * 501]}]}]), r"longer than 500 letters"),
        (sheet("result", [{"type": "chart", "lines": [{"plate": "7", "places": [0]}]}]), r"/blocks/0/lines/0/places/0: expected a whole number from 1"),
        (sheet("result", [{"type": "notes", "items": [{"text": "x"}] * 9999}] * 4), r"more than 500 pages"),
        (sheet("result", [], centre={"name": "x", "logo": "/nowhere.png"}), r"/centre/logo: /nowhere.png: .*expected a PNG or JPEG"),
    ]
    for document, expected in cases:
        done = run(document)
        said = done.stderr.decode()
        check(done.returncode == 2 and not done.stdout and said.count("\n") == 1, f"{expected}: {done.returncode} {said}")
        check(re.match("chicane-print: ", said) and re.search(expected, said), f"expected {expected}, said {said}")


def a_print_that_failed_leaves_the_file_that_was_there():
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "result.pdf")
        check(run(RESULT, "--output", str(out)).returncode == 0 and out.read_bytes().startswith(b"%PDF"), "no file was written")
        before = out.read_bytes()
        check(run({}, "--output", str(out)).returncode == 2 and out.read_bytes() == before, "bad input changed the file")
        check([p.name for p in pathlib.Path(folder).iterdir()] == ["result.pdf"], "something else was left there")
        done = run(RESULT, "--output", str(pathlib.Path(folder, "missing/result.pdf")))
        check(done.returncode == 1 and b"cannot be written" in done.stderr, f"a folder that is not there: {done}")


def its_colours_are_those_of_the_look():
    tokens = json.loads((SOURCES / "web/look/tokens.json").read_text())["color"]["desk-light"]
    said = re.findall(r"constexpr QRgb (\w+) = 0xff([0-9a-f]{6});", (SOURCES / "ui/print/ink.hpp").read_text())
    check(len(said) >= 5, "no colour was found")
    for name, value in said:
        check(tokens[name.replace("_", "-")].lower() == f"#{value}", f"{name} is #{value}, in the look {tokens[name.replace('_', '-')]}")


if __name__ == "__main__":
    for test in (a_result_says_all_that_its_document_says, fonts_are_embedded_and_the_page_is_a4, a_long_table_repeats_its_head_and_divides_no_row,
                 a_title_does_not_stand_alone_at_the_foot_of_a_page, every_kind_of_page_is_printed, ugly_names_stay_on_the_page,
                 what_is_wrong_is_one_line_that_says_where, a_print_that_failed_leaves_the_file_that_was_there, its_colours_are_those_of_the_look):
        test()
        print("ok", test.__name__.replace("_", " "))
