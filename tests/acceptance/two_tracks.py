#!/usr/bin/env python3
"""Two tracks of one centre have nothing to do with each other. usage: two_tracks.py CHICANE"""
from centre_program import check, config, laps, main, run, wait_for
from simulated_race import PASSWORD, Track, armed_race, done, free_port, tag

KARTS, JUNIORS = range(1, 9), range(101, 107)
JUNIOR = """[[track]]
id = "junior"
length_m = 300
open_practice_hide_min = 0
[[track.decoder]]
id = "jf"
uri = "tcp://127.0.0.1:{port}?protocol=p3&speed=50"
"""


def served(work):
    """A centre with two tracks that are driven on, its admin, and the junior track's decoder."""
    port = free_port()
    decoder = Track(work, port, "--karts", len(JUNIORS), "--first-kart", JUNIORS[0], "--seed", 9, "--speed", 50)
    work.write("two.toml", config('uri = "sim:?protocol=p3&karts=8&seed=7&speed=50"') + JUNIOR.format(port=port))
    (work.folder / "data").mkdir()
    status, _, err = run("user", "add", "anna", "--role", "admin", "--data", work.folder / "data", text_in=PASSWORD)
    check(status == 0, err)
    server = work.serve("data", "two.toml")
    goes_on(server, "main")
    goes_on(server, "junior")
    return server, server.sign_in("anna", PASSWORD), decoder


def goes_on(server, track):
    before = laps(server.board(track))
    wait_for(lambda: laps(server.board(track)) > before + 8, f"laps on {track}")


def event(server, admin, track, **what):
    done(server.request("POST", f"/api/v1/tracks/{track}/events", what, admin))


def each_has_its_own(work):
    """Each track has its own karts, session, flag and messages"""
    server, admin, _ = served(work)
    for track, karts in (("main", KARTS), ("junior", JUNIORS)):
        seen = {row["transponder"] for row in server.board(track)["rows"]}
        check(seen == {tag(kart) for kart in karts}, f"on {track}: {sorted(seen)}")
    practice = server.board("junior")["session"]
    race = armed_race(server, admin, len(KARTS), 1000)
    wait_for(lambda: laps(server.board()) > 8, "laps of the race")
    check(server.board()["session"]["id"] == race, "the race is not on its track")
    check(server.board("junior")["session"] == practice, "the race is on the other track, too")
    event(server, admin, "junior", kind="flag", flag="red")
    event(server, admin, "junior", kind="message", text="Rain")
    wait_for(lambda: server.board("junior")["flag"] == "red", "the red flag")
    wait_for(lambda: "Rain" in str(server.board("junior")["messages"]), "the message")
    check(server.board()["flag"] == "green" and "Rain" not in str(server.board()["messages"]), "it is on the other track, too")
    goes_on(server, "main")
    server.kill()
    again = work.serve("data", "two.toml")
    check(again.board()["session"]["id"] == race, "after a restart another session is on the track")
    check(again.board("junior")["session"]["id"] == practice["id"], "after a restart the other track's session is another")
    check(again.board("junior")["flag"] == "red" and again.board()["flag"] == "green", "after a restart the flags are others")
    goes_on(again, "main")
    event(again, admin, "junior", kind="flag", flag="green")
    goes_on(again, "junior")


def one_decoder_less(work):
    """A track whose decoder is gone disturbs the other one not at all"""
    server, _, decoder = served(work)
    decoder.kill()

    def told():
        status, health = server.health()
        states = {each["id"]: each["state"] for each in health["decoders"]}
        return status == 503 and states == {"sf": "up", "jf": "down"}
    wait_for(told, "health that names the decoder")
    goes_on(server, "main")


main([each_has_its_own, one_decoder_less])
