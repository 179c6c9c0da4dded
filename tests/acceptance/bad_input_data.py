#!/usr/bin/env python3
"""A data folder that cannot be used: one clear line, status 2, nothing changed. usage: bad_input_data.py CHICANE"""
import contextlib
import os
import resource
import shutil
import signal
import sqlite3
import subprocess

from centre_program import DEADLINE_S, check, config, laps, main, refused, run, sums, wait_for

PASSWORD = "a long enough password"


def served_once(work):
    """A data folder that a server has left."""
    server = work.serve()
    wait_for(lambda: laps(server.board()) > 0, "laps on the board")
    server.stop()
    return work.folder / "data"


def altered(path, *statements):
    with contextlib.closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def refuses_to_serve(work, *words, **options):
    """One line, status 2, and every byte of the folder is as it was."""
    before = sums(work.folder)
    refused(work.serve_arguments(**options), *words)
    check(sums(work.folder) == before, "something was changed")


def folders(work):
    """A data folder that is a file, that cannot be made, or that may not be written, is refused"""
    work.write("a-file", "")
    refuses_to_serve(work, "a-file: cannot be made", data="a-file")
    refuses_to_serve(work, "a-file/data: cannot be made", data="a-file/data")
    (work.folder / "closed").mkdir(mode=0o500)
    refuses_to_serve_to_others(work, "closed", "closed: cannot be")


def refuses_to_serve_to_others(work, data, words):
    """As somebody who may not write here. Root may write anywhere, so another user tries; the checkout may lie where he may not look,
    so he gets a copy."""
    before = sums(work.folder / data)
    os.chmod(work.folder, 0o755)
    program = shutil.copy(*work.program, work.folder / "chicane")
    other = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    done = subprocess.run([program, *map(str, work.serve_arguments(data=data))], capture_output=True, text=True,
                          timeout=DEADLINE_S, **other)
    check(done.returncode == 2 and done.stderr.count("\n") == 1 and words in done.stderr, f"{done.returncode} {done.stderr}")
    check(sums(work.folder / data) == before, "something was changed")


def files_of_others(work):
    """A database that may be read and not written, or not even read, is named, and no file is left beside it"""
    data = served_once(work)
    os.chmod(data, 0o777)
    for name in ("centre.db", "journal.db"):
        for mode in (0o444, 0o000) if os.geteuid() == 0 else (0o444,):
            for each in ("centre.db", "journal.db"):
                os.chmod(data / each, mode if each == name else 0o666)
            refuses_to_serve_to_others(work, "data", f"{name}: cannot be written: Permission denied; give it to the user")


def second_server(work):
    """A second server on a data folder is refused, and the first goes on"""
    server = work.serve()
    refused(work.serve_arguments(), "data: is in use by another Chicane")
    check(server.health()[0] == 200, "the first server is disturbed")
    server.kill()
    work.serve()


def busy_ports(work):
    """A port that is in use is named with its key, and no data folder is made"""
    taken = work.serve("other").addresses
    for key, given in (("web.listen", {"web": taken["web"]}), ("rmonitor.listen", {"rmonitor": taken["rmonitor"]})):
        work.write("busy.toml", config(**given))
        refuses_to_serve_without_folder(work, f"{key}: {next(iter(given.values()))}: cannot listen")


def refuses_to_serve_without_folder(work, *words):
    refused(work.serve_arguments("new", "busy.toml"), *words)
    check(not (work.folder / "new").exists(), "a data folder was made")


def strange_databases(work):
    """What is no database of ours is refused and stays as it is: another program's, the other of ours, no database, a folder"""
    data = served_once(work)
    for name in ("journal.db", "centre.db"):
        ours = (data / name).read_bytes()
        for content, words in ((b"a letter to a friend\n" * 500, "no database at all"), (ours[:60], "no database at all")):
            (data / name).write_bytes(content)
            refuses_to_serve(work, name, words)
        (data / name).unlink()
        altered(data / name, "CREATE TABLE bird (song TEXT)", "INSERT INTO bird VALUES ('tit')")
        refuses_to_serve(work, name, "another program's database")
        (data / name).unlink()
        altered(data / name, "PRAGMA journal_mode = WAL", "CREATE TABLE bird (song TEXT)")
        refuses_to_serve(work, name, "another program's database")
        (data / name).unlink()
        (data / name).mkdir()
        refuses_to_serve(work, name, "is no file")
        (data / name).rmdir()
        (data / name).write_bytes(ours)
    shutil.copy(data / "journal.db", data / "kept")
    shutil.copy(data / "centre.db", data / "journal.db")
    refuses_to_serve(work, "journal.db", "is no journal of Chicane")
    shutil.move(data / "kept", data / "journal.db")
    work.serve()


def newer_databases(work):
    """A database of a newer version is refused, and the other one beside it stays as it is"""
    data = served_once(work)
    for name in ("journal.db", "centre.db"):
        with contextlib.closing(sqlite3.connect(data / name)) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
        altered(data / name, f"PRAGMA user_version = {version + 1}")
        refuses_to_serve(work, name, "newer Chicane")
        status, _, err = run("verify", "--data", data)
        check(name != "journal.db" or (status != 0 and "newer Chicane" in err), f"verify says {status} {err}")
        altered(data / name, f"PRAGMA user_version = {version}")
    work.serve()


def damaged_journal(work):
    """A journal that is damaged is found by verify, and not served as if it were sound"""
    data = served_once(work)
    content = bytearray((data / "journal.db").read_bytes())
    for at in range(4096, len(content)):
        content[at] = 0xA5
    (data / "journal.db").write_bytes(content)
    refuses_to_serve(work, "journal.db")
    status, out, err = run("verify", "--data", data)
    check(status == 1 and err.count("\n") == 1 and "journal.db" in err, f"{status} {out}{err}")


def altered_journal(work):
    """A row of the journal that was altered is found by verify, and no backup is made of it"""
    data = served_once(work)
    altered(data / "journal.db", "DROP TRIGGER passing_is_final", "UPDATE passing SET time_us = time_us - 1000 WHERE seq = "
            "(SELECT seq FROM passing ORDER BY seq LIMIT 1 OFFSET 3)")
    refused(["verify", "--data", data], "journal.db: entr", "not as", status=1)
    refused(["backup", "--data", data, "--to", work.folder / "b.tar"], "journal.db: entr", "not as", status=1)


def of_an_older_version(work, data, name):
    """The database as an older version made it, with content to copy; its version and today's."""
    folder, identity, filled_at, table = {
        "journal.db": ("sessions/journal", 0x43484A31, 1, "passing VALUES (?1, 'main', 'sf', 0, ?1, ?1, 1, ?1, 1, 1, 1, 0, NULL, 0)"),
        "centre.db": ("centre/store", 0x43484343, None, "customers(version, created_at_us, created_by, family_name, given_name, locale) "
                      "VALUES (?1, 1, 'anna', 'A family of a name that is not short', 'A given name', 'fr')")}[name]
    steps = sorted(work.sources.glob(f"{folder}/migrations/*.sql"))
    older = len(steps) - 1
    (data / name).unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(data / name)) as database:
        for step in steps[: filled_at or older]:
            database.executescript(step.read_text())
        database.executemany(f"INSERT INTO {table}", ((i,) for i in range(1, 15_001)))
        database.commit()
        for step in steps[filled_at or older : older]:  # a row written before there were seals is no fault
            database.executescript(step.read_text())
        database.executescript(f"PRAGMA application_id = {identity}; PRAGMA user_version = {older}; PRAGMA journal_mode = WAL")
    return older, len(steps)


def copy_before_migration(work):
    """Before a database is brought up to date, a copy of it is kept, also after an attempt that did not end"""
    data = served_once(work)
    check(not list(data.glob("*.before-*")), "a new database was copied")
    for name in ("centre.db", "journal.db"):
        older, newest = of_an_older_version(work, data, name)
        (data / f"{name}.before-{older}").write_text("cut off")
        work.serve().stop()
        with contextlib.closing(sqlite3.connect(data / f"{name}.before-{older}")) as copy:
            check(copy.execute("PRAGMA user_version").fetchone()[0] == older, "the copy is not of the older version")
            check(copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the copy is not sound")
        with contextlib.closing(sqlite3.connect(data / name)) as database:
            check(database.execute("PRAGMA user_version").fetchone()[0] == newest, "it was not brought up to date")
    check(run("verify", "--data", data)[0] == 0, "what was brought up to date is not sound")


def full_disk_before_migration(work):
    """A disk without room for the copy leaves a database as it is, and no half copy"""
    data = served_once(work)
    for name in ("journal.db", "centre.db"):
        whole = (data / name).read_bytes()
        of_an_older_version(work, data, name)
        before = sums(data)
        done = subprocess.run([*work.program, *map(str, work.serve_arguments())], capture_output=True, text=True,
                              timeout=DEADLINE_S, preexec_fn=limited((data / name).stat().st_size // 2))
        check(done.returncode == 2 and done.stderr.count("\n") == 1 and name in done.stderr, f"{done.returncode} {done.stderr}")
        for side_file in ("journal.db-wal", "journal.db-shm", "centre.db-wal", "centre.db-shm"):
            (data / side_file).unlink(missing_ok=True)  # SQLite's own, empty
        check(sums(data) == before, f"something was changed: {done.stderr}")
        (data / name).write_bytes(whole)


def limited(file_bytes):
    """A disk that is full, for one process: no file grows beyond so many bytes, and the attempt is an error, not a signal."""
    def before_start():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, resource.RLIM_INFINITY))
    return before_start


def full_disk_at_the_start(work):
    """A disk that is full at the start is said in one line"""
    done = subprocess.run([*work.program, *map(str, work.serve_arguments())], capture_output=True, text=True,
                          timeout=DEADLINE_S, preexec_fn=limited(1024))
    check(done.returncode == 2 and done.stderr.count("\n") == 1 and ".db: " in done.stderr,
          f"{done.returncode} {done.stderr}")


def full_disk_while_it_runs(work):
    """A disk that fills up shows in health while the race goes on, and nothing is lost once there is room"""
    data = served_once(work)
    room = max(path.stat().st_size for path in data.iterdir()) + 40_000
    server = work.serve(preexec_fn=limited(room))
    def journal_fails():
        status, health = server.health()
        return status == 503 and "journal" in str(health)
    wait_for(journal_fails, "health that says that the journal fails")
    shown = laps(server.board())
    wait_for(lambda: laps(server.board()) > shown, "laps while the disk is full")
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    wait_for(lambda: server.health()[0] == 200, "health once there is room")
    check(server.stop() == 0, "the stop is not orderly")
    check(run("verify", "--data", data)[0] == 0, "the journal is not sound")


def full_disk_for_a_backup(work):
    """A backup that finds no room leaves nothing behind"""
    data = served_once(work)
    before = sums(work.folder)
    for room in (1024, (data / "centre.db").stat().st_size + 10_000):
        done = subprocess.run([*work.program, "backup", "--data", data, "--to", work.folder / "b.tar"], text=True,
                              capture_output=True, timeout=DEADLINE_S, preexec_fn=limited(room))
        check(done.returncode == 2 and done.stderr.count("\n") == 1, f"{done.returncode} {done.stderr}")
        for side_file in ("journal.db-wal", "journal.db-shm"):  # SQLite's own, of an index that found no room
            (data / side_file).unlink(missing_ok=True)
        check(sums(work.folder) == before, "something is left")


def commands_without_a_centre(work):
    """Commands on a folder without a centre make none"""
    before = sums(work.folder)
    for command in (["verify"], ["user", "list"], ["user", "password", "anna"], ["user", "remove", "anna"]):
        refused([*command, "--data", work.folder / "nowhere"], "nowhere")
    refused(["user", "add", "anna", "--role", "admin", "--data", work.folder / "nowhere"], "nowhere: is no folder")
    check(sums(work.folder) == before, "something was made")


main([folders, files_of_others, second_server, busy_ports, strange_databases, newer_databases, damaged_journal,
      altered_journal, copy_before_migration, full_disk_before_migration, full_disk_at_the_start, full_disk_while_it_runs,
      full_disk_for_a_backup, commands_without_a_centre])
