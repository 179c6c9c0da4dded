#!/usr/bin/env python3
"""What is printed and downloaded of a race that was driven, by the built programs. usage: sheets.py CHICANE"""
import concurrent.futures
import csv
import io
import pathlib
import subprocess
import urllib.error
import urllib.request

from centre_program import CHICANE, DEADLINE_S, check, laps, main, wait_for
from simulated_race import Track, armed_race, free_port, key, serve

KARTS, LAPS = 8, 5
KINDS = ("result", "entries", "grid", "lap_times", "lap_chart", "sectors", "decisions", "certificate")
PRINT = pathlib.Path(CHICANE).with_name("chicane-print")


def raced(work):
    """A race of eight karts to its end, with a penalty; the server, its admin and the session."""
    port = free_port()
    Track(work, port, "--karts", KARTS, "--laps", LAPS + 2, "--seed", 5, "--speed", 100)
    server, admin = serve(work, "raced", port, 100)
    session = armed_race(server, admin, KARTS, LAPS)
    path = f"/api/v1/sessions/{session}"
    wait_for(lambda: server.request("GET", f"{path}/result", headers=admin)[1]["state"] == "finished", "the end of the race")
    second = server.request("GET", f"{path}/result", headers=admin)[1]["classification"][1]
    penalty = {"kind": "decision", "entrant": second["entrant"], "penalty": "time", "time_ms": 5000, "fact": "contact, turn 3", "article": "7.3"}
    status, answer = server.request("POST", f"{path}/events", penalty, admin | key())
    check(status == 200, f"a penalty: {answer}")
    return server, admin, path


def download(server, admin, path):
    """Status, type and bytes."""
    request = urllib.request.Request(f"http://{server.addresses['web']}{path}", headers=admin)
    try:
        with urllib.request.urlopen(request, timeout=DEADLINE_S) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers["Content-Type"], refusal.read()


def text_of(pdf):
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, check=True, capture_output=True).stdout.decode()


def csv_says_what_the_result_says(work):
    """Every kind as CSV and JSON; the result's figures are those of the API, read by a reader of CSV"""
    server, admin, path = raced(work)
    result = server.request("GET", f"{path}/result", headers=admin)[1]
    for kind in KINDS:
        status, sort, body = download(server, admin, f"{path}/sheet.csv?kind={kind}")
        rows = list(csv.reader(io.StringIO(body.decode(), newline="")))
        check(status == 200 and sort == "text/csv; charset=utf-8", f"{kind}: {status} {sort}")
        plain = server.request("GET", f"{path}/sheet.json?kind={kind}", headers=admin)[1]
        check(len(rows) == len(plain["rows"]) + 1 and all(len(row) == len(plain["columns"]) for row in rows), f"{kind}: {rows[:3]}")
    rows = list(csv.DictReader(io.StringIO(download(server, admin, f"{path}/sheet.csv")[2].decode(), newline="")))
    for row, wanted in zip(rows, result["classification"], strict=True):
        check((row["number"], row["laps"]) == (wanted["number"], str(wanted["laps"])), f"{row} for {wanted}")
        check(row["best_s"] == f"{wanted['best_us'] // 10**6}.{wanted['best_us'] % 10**6:06}", f"{row['best_s']} for {wanted['best_us']}")


def a_pdf_of_each_kind(work):
    """Every kind as PDF in both languages, with the drivers on it; without chicane-print it is said"""
    server, admin, path = raced(work)
    if not PRINT.exists():
        check(download(server, admin, f"{path}/sheet.pdf")[0] == 501, "no chicane-print, and no word about it")
        return
    for kind in KINDS:
        for language in ("fr", "en"):
            status, sort, body = download(server, admin, f"{path}/sheet.pdf?kind={kind}&lang={language}")
            check(status == 200 and sort == "application/pdf", f"{kind}: {status} {body[:300]}")
            text = text_of(body)
            check(("Page 1 sur" if language == "fr" else "Page 1 of") in text, f"{kind} {language}: {text}")
            check(kind == "lap_chart" or "Driver " in text, f"{kind}: nobody is on it: {text}")
    check("OFFICIEL" not in text_of(download(server, admin, f"{path}/sheet.pdf?lang=fr")[2]), "official before anybody said so")
    check(server.request("POST", f"{path}/events", {"kind": "official"}, admin | key())[0] == 200, "it is not official")
    page = text_of(download(server, admin, f"{path}/sheet.pdf?lang=fr")[2])
    for words in ("OFFICIEL", "Résultat de la course", "art. 7.3, contact, turn 3", "+5", "Meilleurs tours"):
        check(words in page, f"{words!r} is not on {page}")


def a_session_that_is_over_prints_itself(work):
    """print_at_end of a track puts its sheets into the data folder, whole, once the session is over"""
    if not PRINT.exists():
        return
    port = free_port()
    Track(work, port, "--karts", KARTS, "--laps", LAPS + 2, "--seed", 5, "--speed", 100)
    server, admin = serve(work, "ended", port, 100, track='print_at_end = ["result", "lap_times"]')
    prints = work.folder / "ended/prints"
    session = armed_race(server, admin, KARTS, LAPS)
    wait_for(lambda: len(list(prints.glob("*.pdf"))) == 2, "two sheets")
    check(sorted(path.name for path in prints.iterdir()) == [f"{session}-lap_times.pdf", f"{session}-result.pdf"], f"{list(prints.iterdir())}")
    check("Résultat de la course" in text_of((prints / f"{session}-result.pdf").read_bytes()), "another sheet")


def many_at_once_do_not_stop_the_race(work):
    """Twenty people print at once: each gets a sheet or is told to wait, and karts go on crossing"""
    port = free_port()
    Track(work, port, "--karts", KARTS, "--laps", 100_000, "--seed", 5, "--speed", 50)
    server, admin = serve(work, "driven", port, 50)
    session = wait_for(lambda: (server.board()["session"] or {}).get("id"), "open practice")
    wait_for(lambda: laps(server.board()) > KARTS, "laps")
    before = laps(server.board())
    with concurrent.futures.ThreadPoolExecutor(20) as many:
        asked = [many.submit(download, server, admin, f"/api/v1/sessions/{session}/sheet.pdf?kind=lap_times") for _ in range(20)]
        answers = [each.result() for each in asked]
    known = ({200} if PRINT.exists() else {501}) | {503}
    check({status for status, _, _ in answers} <= known, f"{[status for status, _, _ in answers]}")
    check(not PRINT.exists() or all(body.startswith(b"%PDF") for status, _, body in answers if status == 200), "no PDF")
    wait_for(lambda: laps(server.board()) > before + KARTS, "more laps")


main([csv_says_what_the_result_says, a_pdf_of_each_kind, a_session_that_is_over_prints_itself, many_at_once_do_not_stop_the_race])
