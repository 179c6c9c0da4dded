#!/usr/bin/env python3
"""A centre is backed up while karts drive, and laid into another folder. usage: backup.py CHICANE"""
import contextlib
import sqlite3
import subprocess
import time

from centre_program import check, config, laps, main, refused, run, sums, wait_for

PASSWORD = "a long enough password"


def driven(work):
    """A running centre with a user, a session and karts that have laps."""
    (work.folder / "data").mkdir()
    status, _, err = run("user", "add", "anna", "--role", "admin", "--data", work.folder / "data", text_in=PASSWORD)
    check(status == 0, err)
    server = work.serve()
    wait_for(lambda: laps(server.board()) > 20, "laps on the board")
    return server


def passings(data):
    with contextlib.closing(sqlite3.connect(data / "journal.db")) as database:
        return database.execute("SELECT count(*) FROM passing").fetchone()[0]


def backed_up(work):
    driven(work).stop()
    status, out, err = run("backup", "--data", work.folder / "data", "--to", work.folder / "backup.tar")
    check(status == 0, err)
    return work.folder / "backup.tar"


def while_the_server_runs(work):
    """A backup taken while the server runs is sound, and what it restores is the same centre"""
    server = driven(work)
    admin = server.sign_in("anna", PASSWORD)
    session = {"kind": "race", "name": "Heat 1", "track": "main", "planned_start_us": int(time.time() * 1e6)}
    status, made = server.request("POST", "/api/v1/sessions", session, admin | {"Idempotency-Key": "1"})
    check(status == 201, f"{status} {made}")
    before = passings(work.folder / "data")
    status, out, err = run("backup", "--data", work.folder / "data", "--to", work.folder / "backup.tar")
    check(status == 0 and "journal.db, centre.db, 1 captures" in out, out + err)
    check((work.folder / "backup.tar").stat().st_mode & 0o077 == 0, "others may read the customers")
    wait_for(lambda: passings(work.folder / "data") > before, "the race goes on")
    status, out, err = run("restore", "--from", work.folder / "backup.tar", "--data", work.folder / "again")
    check(status == 0, err)
    check(run("verify", "--data", work.folder / "again")[0] == 0, "the restored journal is not sound")
    server.stop()
    work.write("silent.toml", config('uri = "tcp://127.0.0.1:1?protocol=p3"'))  # nothing new comes between
    other = work.serve("again", "silent.toml")
    check(passings(work.folder / "again") >= before, "passings are missing")
    check(laps(other.board()) > 0, "the board is empty")
    status, sessions = other.request("GET", f"/api/v1/sessions/{made['id']}", headers=other.sign_in("anna", PASSWORD))
    check(status == 200 and sessions["name"] == "Heat 1", f"the session is missing: {sessions}")


def with_ordinary_tools(work):
    """A backup opens with tar, and its sums are right by sha256sum"""
    backup = backed_up(work)
    (work.folder / "open").mkdir()
    subprocess.run(["tar", "xf", backup, "-C", work.folder / "open"], check=True)
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=work.folder / "open", check=True)
    check(passings(work.folder / "open") > 20, "passings are missing")


def nothing_is_overwritten(work):
    """Neither a backup nor a restore overwrites what is there"""
    backup = backed_up(work)
    before = sums(work.folder)
    refused(["backup", "--data", work.folder / "data", "--to", backup], "backup.tar: is there already")
    refused(["restore", "--from", backup, "--data", work.folder / "data"], "journal.db: is there already")
    check(sums(work.folder) == before, "something was changed")


def not_into_a_running_centre(work):
    """A restore into the folder of a running server is refused"""
    backup = backed_up(work)
    server = work.serve("other")
    refused(["restore", "--from", backup, "--data", work.folder / "other"], "other: is in use by another Chicane")
    check(server.health()[0] == 200, "the server is disturbed")


def damaged_backups(work):
    """A backup that is cut off, altered or none at all is refused, and no folder is left"""
    whole = backed_up(work).read_bytes()
    altered = bytearray(whole)
    altered[len(whole) // 2] ^= 1
    cases = [(whole[:len(whole) // 2], "is cut off"), (whole[:-4096], "is cut off"), (bytes(altered), "is damaged"),
             (b"not a backup " * 100, "is no backup of Chicane"), (b"", "is no backup of Chicane")]
    for content, word in cases:
        bad = work.write("bad.tar", content)
        refused(["restore", "--from", bad, "--data", work.folder / "again"], "bad.tar: " + word)
        check(not (work.folder / "again").exists(), "a folder is left")
    refused(["restore", "--from", work.folder / "none.tar", "--data", work.folder / "again"], "none.tar: cannot be read")


def a_backup_lays_nothing_elsewhere(work):
    """A forged backup writes nothing outside its folder"""
    backed_up(work)
    (work.folder / "forged").mkdir()
    work.write("forged/x", "x")
    subprocess.run(["tar", "cf", work.folder / "forged.tar", "--format=ustar", "--transform=s,x,../x,", "-P", "x"],
                   cwd=work.folder / "forged", check=True)
    before = sums(work.folder)
    refused(["restore", "--from", work.folder / "forged.tar", "--data", work.folder / "again"], "holds ../x")
    check(sums(work.folder) == before, "something was changed")


def damaged_centre(work):
    """A damaged journal is not backed up as if it were sound"""
    driven(work).stop()
    journal = work.folder / "data/journal.db"
    with sqlite3.connect(journal) as database:
        database.execute("DROP TRIGGER passing_stays")
        database.execute("DELETE FROM passing WHERE seq = (SELECT seq FROM passing ORDER BY seq LIMIT 1 OFFSET 3)")
    database.close()
    refused(["backup", "--data", work.folder / "data", "--to", work.folder / "b.tar"], "journal.db", "missing", status=1)
    check(not list(work.folder.glob("b.tar*")), "a file is left")


def wrong_folders(work):
    """A folder that is none, and one without a centre, are refused"""
    (work.folder / "empty").mkdir()
    refused(["backup", "--data", work.folder / "nowhere", "--to", work.folder / "b.tar"], "nowhere: is no folder")
    refused(["backup", "--data", work.folder / "empty", "--to", work.folder / "b.tar"], "empty: holds no centre")
    refused(["backup", "--data", backed_up(work).parent / "data", "--to", work.folder / "nowhere/b.tar"], "nowhere/b.tar")


main([while_the_server_runs, with_ordinary_tools, nothing_is_overwritten, not_into_a_running_centre, damaged_backups,
      a_backup_lays_nothing_elsewhere, damaged_centre, wrong_folders])
