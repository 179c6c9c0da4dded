#!/usr/bin/env python3
"""Devices set up while a centre runs. usage: devices.py CHICANE"""
import socket
import urllib.request

from centre_program import DEADLINE_S, check, config, laps, main, refused, run, wait_for
from simulated_race import PASSWORD, Track, armed_race, done, free_port, key

DEAD = 'uri = "tcp://127.0.0.1:9?protocol=p3"\nrole = "pit_out"'


def served(work, decoder=DEAD):
    work.write("devices.toml", config(decoder))
    (work.folder / "data").mkdir()
    status, _, err = run("user", "add", "anna", "--role", "mechanic", "--data", work.folder / "data", text_in=PASSWORD)
    check(status == 0, err)
    status, _, err = run("user", "add", "ben", "--role", "admin", "--data", work.folder / "data", text_in=PASSWORD)
    check(status == 0, err)
    return again(work)


def again(work):
    server = work.serve("data", "devices.toml")
    return server, server.sign_in("anna", PASSWORD), server.sign_in("ben", PASSWORD)


def track_at(work, seed=3):
    port = free_port()
    return Track(work, port, "--karts", 6, "--laps", 10_000, "--seed", seed, "--speed", 20), f"tcp://127.0.0.1:{port}?protocol=p3&speed=20"


def add(server, mechanic, **more):
    return done(server.request("POST", "/api/v1/devices", {"id": "line", "track": "main"} | more, mechanic | key()), 201)


def device(server, who, name="line"):
    return done(server.request("GET", f"/api/v1/devices/{name}", None, who))


def replaced_in_a_race(work):
    """A decoder is replaced in the middle of a race: the session, its laps and its clock go on"""
    server, mechanic, admin = served(work)
    first, uri = track_at(work)
    made = add(server, mechanic, uri=uri)
    race = armed_race(server, admin, 6, 10_000)
    wait_for(lambda: laps(server.board()) > 20, "laps over the first decoder")
    first.kill()
    wait_for(lambda: device(server, mechanic)["state"] == "down", "the end of the first decoder")
    _, uri = track_at(work)
    done(server.request("PATCH", "/api/v1/devices/line", {"uri": uri}, mechanic | {"If-Match": f'"{made["version"]}"'}))
    before = laps(server.board())
    wait_for(lambda: laps(server.board()) > before + 20, "laps over the second decoder")
    board = server.board()
    check(board["session"]["id"] == race and board["session"]["state"] == "running", f"{board['session']}")
    slow = [row["last_us"] for row in board["rows"] if not 15e6 <= row["last_us"] <= 120e6]
    check(not slow, f"laps that nobody drove: {slow}")
    server.kill()
    server, mechanic, _ = again(work)
    check(laps(server.board()) >= before + 20, "laps are gone after a restart")
    check(device(server, mechanic)["uri"] == uri, "after a restart the device is where it was before")
    before = laps(server.board())
    wait_for(lambda: laps(server.board()) > before + 8, "laps after the restart")


def doubled_in_a_race(work):
    """A decoder of chicane.toml dies in a race: no screen moves it, a second one added on its loop counts, the session goes on"""
    first, uri = track_at(work)
    server, mechanic, admin = served(work, f'uri = "{uri}"\nrole = "finish"')
    race = armed_race(server, admin, 6, 10_000)
    wait_for(lambda: laps(server.board()) > 20, "laps over the decoder of chicane.toml")
    first.kill()
    wait_for(lambda: device(server, mechanic, "sf")["state"] == "down", "its end")
    _, uri = track_at(work)
    status, answer = server.request("PATCH", "/api/v1/devices/sf", {"uri": uri}, mechanic)
    check(status == 409 and "chicane.toml" in answer["detail"], f"what stands in chicane.toml is not moved: {status} {answer}")
    add(server, mechanic, uri=uri)
    before = laps(server.board())
    wait_for(lambda: laps(server.board()) > before + 20, "laps over the second decoder of the loop")
    session = server.board()["session"]
    check(session["id"] == race and session["state"] == "running", f"{session}")


def tested_and_removed(work):
    """In test mode passings are read and heard, and make no lap; a device that is removed is heard no more"""
    server, mechanic, _ = served(work)
    _, uri = track_at(work)
    made = add(server, mechanic, uri=uri, test=True)
    tags = wait_for(lambda: (lambda items: len(items) == 6 and items)(
        done(server.request("GET", "/api/v1/devices/line/tags", None, mechanic))["items"]), "the tags of six karts")
    check(all(tag["slots"] for tag in tags), f"{tags}")
    records = done(server.request("GET", "/api/v1/devices/line/bytes", None, mechanic))["items"]
    check(any(one["type"] == "passing" and one["hex"].startswith("8e ") for one in records), f"{records}")
    check(server.board()["rows"] == [], "a passing of test mode is on the board")
    made = done(server.request("PATCH", "/api/v1/devices/line", {"test": False}, mechanic | {"If-Match": f'"{made["version"]}"'}))
    wait_for(lambda: laps(server.board()) > 6, "laps once it counts")
    answer = server.request("DELETE", "/api/v1/devices/line", None, mechanic | {"If-Match": f'"{made["version"]}"'})
    check(answer[0] == 204, f"{answer}")
    check(server.request("GET", "/api/v1/devices/line", None, mechanic)[0] == 404, "a removed device is still there")
    check(laps(server.board()) > 6, "its laps went with it")


def several_loops(work):
    """Of the loops inside one decoder each has a role of its own, given while it runs, and keeps it over a restart"""
    server, mechanic, _ = served(work)
    with socket.create_server(("127.0.0.1", 0)) as decoder:
        uri = f"tcp://127.0.0.1:{decoder.getsockname()[1]}?protocol=lines"
        made = add(server, mechanic, uri=uri)
        loops = [{"name": "BOX", "role": "pit_in", "sector": 0}, {"name": "MID", "role": "sector", "sector": 2}]
        done(server.request("PATCH", "/api/v1/devices/line", {"loops": loops}, mechanic | {"If-Match": f'"{made["version"]}"'}))
        server.kill()
        server, mechanic, _ = again(work)
        check(device(server, mechanic)["loops"] == loops, f'{device(server, mechanic)["loops"]}')
        decoder.settimeout(DEADLINE_S)
        for _ in range(2):  # the server that was killed had called, too
            line, _ = decoder.accept()
        line.sendall(b"STA,101\nBOX,102\nMID,103\n")

        def roles():
            strip = done(server.request("GET", "/api/v1/tracks/main/passings", None, mechanic))["items"]
            return {one["transponder"]: one["role"] for one in strip}
        wait_for(lambda: roles() == {101: "finish", 102: "pit_in", 103: "sector"}, "each loop in its role")
        line.close()


def in_both_places(work):
    """An id that a screen gave is refused in chicane.toml, in one line and before anything is opened"""
    server, mechanic, _ = served(work)
    add(server, mechanic, uri="sim:?protocol=p3")
    server.stop()
    work.write("devices.toml", config(DEAD).replace('id = "sf"', 'id = "line"'))
    refused(work.serve_arguments("data", "devices.toml"), "line", "chicane.toml")


def beyond_the_bound(work):
    """More devices than a centre may have, because chicane.toml has grown: the last that a screen set up is left out"""
    server, mechanic, _ = served(work)
    for name in ("line", "pit"):
        add(server, mechanic, id=name, uri="sim:?protocol=p3")
    server.stop()
    more = "".join(f'[[track.decoder]]\nid = "d{i}"\n{DEAD}\n' for i in range(30))
    work.write("devices.toml", config(DEAD) + more)
    server, mechanic, _ = again(work)
    shown = [one["id"] for one in done(server.request("GET", "/api/v1/devices", None, mechanic))["items"]]
    check(len(shown) == 32 and len({"line", "pit"} & set(shown)) == 1, f"{shown}")


def figures(work):
    """Prometheus reads the figures of each device, from the same machine without an account"""
    server, mechanic, _ = served(work)
    _, uri = track_at(work)
    add(server, mechanic, uri=uri)
    wait_for(lambda: device(server, mechanic)["passings"] > 0, "a passing")
    with urllib.request.urlopen(f"http://{server.addresses['web']}/metrics", timeout=DEADLINE_S) as answer:
        kind, text = answer.headers["Content-Type"], answer.read().decode()
    check(kind.startswith("text/plain; version=0.0.4"), kind)
    check('chicane_device_up{device="line",track="main",role="finish"} 1' in text, text)
    check('chicane_device_up{device="sf",track="main",role="pit_out"} 0' in text, text)


main([replaced_in_a_race, doubled_in_a_race, tested_and_removed, several_loops, in_both_places, beyond_the_bound, figures])
