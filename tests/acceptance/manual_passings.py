#!/usr/bin/env python3
"""Passings that people tell of, over HTTP, where the decoder is dead. usage: manual_passings.py CHICANE"""
import subprocess

from centre_program import check, config, laps, main, refused, run
from simulated_race import PASSWORD, armed_race, difference, done, key, rows_of_truth, tag, told

DEAD = 'uri = "tcp://127.0.0.1:9?protocol=p3"\nrole = "finish"'
HAND = '[[track.decoder]]\nid = "hand"\nuri = "manual:"\nrole = "finish"\n'
KARTS, LAPS = 3, 4


def served(work):
    """A centre whose laps may be as short as the test is, and its race control."""
    work.write("hand.toml", config(DEAD).replace("min_lap_ms = 15000", "min_lap_ms = 1") + HAND)
    (work.folder / "data").mkdir(exist_ok=True)
    for user, role in (("anna", "admin"), ("carl", "race_control"), ("dora", "cashier")):
        status, _, err = run("user", "add", user, "--role", role, "--data", work.folder / "data", text_in=PASSWORD)
        check(status == 0, err)
    return again(work)


def again(work):
    server = work.serve("data", "hand.toml")
    return server, server.sign_in("anna", PASSWORD), server.sign_in("carl", PASSWORD)


def tell(server, who, **passing):
    return server.request("POST", "/api/v1/devices/hand/passings", passing, who)


def strip(server, who):
    return done(server.request("GET", "/api/v1/tracks/main/passings", None, who))["items"]


def race_by_hand(work):
    """A race told by people alone, by entrant, by tag and as nobody's that is assigned, is the race that was, also after kill -9"""
    server, admin, control = served(work)
    check(done(server.request("GET", "/api/v1/devices/hand", None, control))["state"] == "up", "people are not up")
    race = armed_race(server, admin, KARTS, LAPS)
    entrants = done(server.request("GET", f"/api/v1/sessions/{race}/entrants", None, control))["items"]
    ids = {int(one["number"]): one["id"] for one in entrants}
    truth = []
    for _ in range(LAPS + 1):
        for kart in range(1, KARTS + 1):
            who = [{}, {"entrant": ids[1]}, {"transponder": tag(2)}, {}][kart]
            seen = done(tell(server, control | key(), **who), 201)
            truth.append({"kart": kart, "time_us": seen["at_us"]})
            if not who:
                given = {"kind": "assign_crossing", "crossing": seen["seq"], "entrant": ids[kart]}
                done(server.request("POST", f"/api/v1/sessions/{race}/events", given, control))
    expected = rows_of_truth(truth, LAPS)
    wrong = difference(told(server.board(), expected), expected)
    check(not wrong, f"by hand: {wrong}")
    check(all(one["manual"] and one["device"] == "hand" for one in strip(server, control)), "not marked as people's")
    before = strip(server, control)
    server.kill()
    server, _, control = again(work)
    wrong = difference(told(server.board(), expected), expected)
    check(not wrong, f"after the restart: {wrong}")
    check(strip(server, control) == before, "after the restart the strip reads otherwise")
    check(server.stop() == 0, "no orderly stop")
    status, out, err = run("verify", "--data", work.folder / "data")
    check(status == 0, f"{out}{err}")


def told_once(work):
    """A button that sends again with the same key tells one passing, also when the server was killed between"""
    server, _, control = served(work)
    same = control | key()
    first = done(tell(server, same, transponder=7), 201)
    check(done(tell(server, same, transponder=7), 201) == first, "the second answer is another")
    server.kill()
    server, _, control = again(work)
    same["Authorization"] = control["Authorization"]
    check(done(tell(server, same, transponder=7), 201) == first, "after the restart the answer is another")
    check([one["transponder"] for one in strip(server, control)] == [7], "not one passing")


def told_by_curl(work):
    """The line of docs/manual-passings.md, as it stands there, makes laps in open practice; the desk's account is refused"""
    server, admin, control = served(work)
    kart = done(server.request("POST", "/api/v1/karts", {"number": "7", "transponders": [4711]}, admin | key()), 201)["id"]
    text = (work.sources / "docs/manual-passings.md").read_text()
    command = text[text.index("curl -X POST"):].split("```")[0]
    command = command.replace("http://127.0.0.1:8080", f"http://{server.addresses['web']}").replace("kar_7", kart)
    token = control["Authorization"].split()[1]
    for _ in range(2):
        out = subprocess.run(["sh", "-c", command], env={"TOKEN": token, "PATH": "/usr/bin:/bin"}, capture_output=True, text=True)
        check('"kart":"%s"' % kart in out.stdout, f"{out.stdout}{out.stderr}")
    row = server.board()["rows"][0]
    check((row["number"], row["laps"], laps(server.board())) == ("7", 1, 1), f"{row}")
    desk = server.sign_in("dora", PASSWORD)
    check(tell(server, desk | key(), transponder=7)[0] == 403, "the desk told a passing")


def wrong_uri(work):
    """A device of people speaks no other protocol, and is not probed: one line each"""
    work.write("hand.toml", config(DEAD) + HAND.replace("manual:", "manual:?protocol=p3"))
    (work.folder / "data").mkdir()
    refused(work.serve_arguments("data", "hand.toml"), "hand.toml", "track.decoder.uri", "protocol: manual is that of manual:")
    refused(["probe", "manual:"], "manual: needs no probe")


main([race_by_hand, told_once, told_by_curl, wrong_uri])
