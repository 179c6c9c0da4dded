#!/usr/bin/env python3
"""Recordings of a running centre: read by another program, damaged, cut for a support case. usage: recordings.py CHICANE"""
import datetime
import json

from centre_program import check, config, laps, main, refused, run, wait_for
from recording_reader import read

RECEIVED, SENT, OPENED, CLOSED = 1, 2, 3, 4
PARIS = '[centre]\nname = "Demo"\ntimezone = "Europe/Paris"\ncurrency = "EUR"\nlocale = "fr"\n'


def utc(us, format="%Y-%m-%dT%H:%M:%SZ"):
    return datetime.datetime.fromtimestamp(us // 1_000_000, datetime.timezone.utc).strftime(format)


def driving(work):
    work.write("chicane.toml", PARIS + config())
    server = work.serve()
    wait_for(lambda: laps(server.board()) > 20, "laps on the board")
    return server


def recorded(work):
    """The one recording of a centre that has stopped: its path, facts and entries."""
    driving(work).stop()
    file, = (work.folder / "data/captures").iterdir()
    return file, *read(file.read_bytes())


def received(entries):
    return b"".join(entry[4] for entry in entries if entry[0] == RECEIVED)


def cut(work, *options, name="case.cap"):
    status, out, err = run("export-capture", "--data", work.folder / "data", "--device", "sf", "--out",
                           work.folder / name, *options)
    check(status == 0, err)
    return out, *read((work.folder / name).read_bytes())


def another_program_reads_it(work):
    """A reader written from the document alone finds what the server received and sent, and decode agrees with it"""
    file, facts, entries = recorded(work)
    check(facts["device"] == "sf" and facts["protocol"] == "p3" and facts["timezone"] == "Europe/Paris", facts)
    check(facts["uri"].startswith("sim:?protocol=p3&karts=8"), facts)
    check({OPENED, RECEIVED, SENT} <= {entry[0] for entry in entries}, "an event is missing")
    check([e[3] for e in entries] == sorted(e[3] for e in entries), "the steady clock falls back")
    work.write("bare.bin", received(entries))
    bare = run("decode", work.folder / "bare.bin", "--protocol", "p3")
    check(bare[1].count('"passing"') > 20, "no passings")
    check(run("decode", file) == bare and run("decode", file, "--protocol", "p3") == bare, "decode reads another thing")


def replayed_without_a_word(work):
    """A recording is replayed, and is a device, without naming its protocol; a wrong one is refused"""
    file, _, _ = recorded(work)
    spec = work.write("spec.toml", '[session]\nkind = "practice"\nopen = true\n')
    status, out, err = run("replay", file, "--session", spec)
    check(status == 0 and len(json.loads(out)["classification"]) == 8, err)
    refused(["decode", file, "--protocol", "p98"], 'was recorded from "p3", not "p98"')
    refused(["decode", work.write("bare.bin", "x")], "--protocol is missing")
    work.write("again.toml", config(f'uri = "file:{file}?speed=1000"'))
    other = work.serve("again", "again.toml")
    wait_for(lambda: laps(other.board()) > 20, "the recording's laps")


def torn(work):
    """A torn recording is read up to the tear, and says how many bytes are damaged"""
    file, _, entries = recorded(work)
    whole = file.read_bytes()
    file.write_bytes(whole[:-10])
    status, out, err = run("decode", file)
    check(status == 0 and "bytes are damaged and were skipped" in err, err)
    check(0 < len(read(file.read_bytes())[1]) < len(entries), "nothing is left of it")


def killed(work):
    """After a kill -9 the recording is whole up to the last second"""
    server = driving(work)
    file, = (work.folder / "data/captures").iterdir()
    count = file.read_bytes().count(b"\xa5CHB")
    wait_for(lambda: file.read_bytes().count(b"\xa5CHB") >= count + 2, "two more blocks while karts drive")
    server.kill()
    status, out, err = run("decode", file)
    check(status == 0 and err == "" and out.count('"passing"') > 20, err)


def cut_while_it_runs(work):
    """A span is cut out while the server runs, with nothing from outside it, and what it is said of"""
    server = driving(work)
    file, = (work.folder / "data/captures").iterdir()
    entries = wait_for(lambda: (e := read(file.read_bytes())[1])[-1][2] - e[0][2] > 3_000_000 and e, "three seconds")
    start = entries[0][2] + 1_000_000
    out, facts, found = cut(work, "--from", utc(start), "--to", utc(start + 1_000_000))
    check("without strings; tag numbers stay" in out and facts["left_out"] == "strings", out)
    edges = start // 1_000_000 * 1_000_000, (start + 1_000_000) // 1_000_000 * 1_000_000
    expected = received(e for e in entries if edges[0] <= e[2] <= edges[1])
    check(received(found) == expected and expected, "not what was received then")
    local = datetime.datetime.fromisoformat(utc(start)[:-1]).replace(tzinfo=datetime.timezone.utc)
    try:
        import zoneinfo
        hour = local.astimezone(zoneinfo.ZoneInfo("Europe/Paris")).strftime("%Y-%m-%dT%H:%M:%S")
        check(received(cut(work, "--from", hour, "--to", utc(start + 1_000_000), name="b.cap")[2]) == expected, "local time")
    except ImportError:
        pass
    check(server.health()[0] == 200, "the server is disturbed")
    check((work.folder / "case.cap").stat().st_mode & 0o077 == 0, "others may read it")


def pseudonyms(work):
    """With pseudonyms no tag number is left, and a race of other tags has the same passings"""
    file, _, _ = recorded(work)
    always = ["--from", "2020-01-01T00:00", "--to", "2099-01-01T00:00"]
    out, _, _ = cut(work, *always, "--pseudonyms")
    check("other numbers for 8 tags" in out, out)

    def passings(name):
        lines = [json.loads(line) for line in run("decode", name)[1].splitlines()]
        return [line for line in lines if line["type"] == "passing"]
    real, other = passings(file), passings(work.folder / "case.cap")
    check({p["transponder"] for p in other} == set(range(1_000_001, 1_000_009)), "not the pseudonyms")
    pairs = {(a.pop("transponder"), b.pop("transponder")) for a, b in zip(real, other)}
    check(len(pairs) == 8 and real == other, "something else has changed")


def wrong_cuts(work):
    """What cannot be cut is one line, and leaves no file"""
    file, _, entries = recorded(work)
    data, out = work.folder / "data", work.folder / "case.cap"
    good = {"--data": data, "--device": "sf", "--from": "2020-01-01T00:00", "--to": "2099-01-01T00:00", "--out": out}

    def refuses(change, *words):
        refused(["export-capture", *(part for pair in (good | change).items() for part in pair)], *words)
    refuses({"--data": work.folder / "none"}, "--data: ", "none is no folder")
    refuses({"--device": "s9"}, 'nothing is recorded of "s9"; there is: sf')
    refuses({"--from": "yesterday"}, "--from: expected a time as 2026-11-28T14:05", '"yesterday"')
    refuses({"--to": "2019-01-01T00:00"}, "--to: lies before --from")
    refuses({"--to": "2020-01-02T00:00"}, "nothing was recorded of sf then; its recordings reach from 20")
    refuses({"--out": file}, "is there already")
    refuses({"--out": work.folder / "no/case.cap"}, "no/case.cap cannot be written")
    check(not out.exists() and len(list((data / "captures").iterdir())) == 1, "a file is left")


main([another_program_reads_it, replayed_without_a_word, torn, killed, cut_while_it_runs, pseudonyms, wrong_cuts])
