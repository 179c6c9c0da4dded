#!/usr/bin/env python3
"""Commands that a mechanic sends to decoders, over real sockets. usage: device_commands.py CHICANE"""
import socket
import sqlite3
import time

from centre_program import DEADLINE_S, check, config, laps, main, run, wait_for
from fake_p3 import GET_TIME, PASSING, RESEND, frame, integer, read
from simulated_race import PASSWORD, SECOND_US, Track, armed_race, done, free_port, key, truth_of

SPEED = 20
KARTS = 3
DAY_S = 86_400
INDIA_S = 19_800  # its clocks are never changed
NEAR_US = 5 * SECOND_US  # a new epoch is placed by when its first passing came, on a busy machine at 20 times its pace


def served(work, port, protocol):
    work.write("commands.toml", '[centre]\ntimezone = "Asia/Kolkata"\n' +
               config(f'uri = "tcp://127.0.0.1:{port}?protocol={protocol}&speed={SPEED}"'))
    (work.folder / "data").mkdir()
    for user, role in (("meca", "mechanic"), ("ben", "admin"), ("carl", "cashier")):
        status, _, err = run("user", "add", user, "--role", role, "--data", work.folder / "data", text_in=PASSWORD)
        check(status == 0, err)
    server = work.serve("data", "commands.toml")
    return server, *(server.sign_in(user, PASSWORD) for user in ("meca", "ben", "carl"))


def send(server, who, command, **more):
    return server.request("POST", "/api/v1/devices/sf/commands", {"command": command} | more, who)


def code(problem):
    return problem["type"].rpartition(":")[2]


def is_sent(server, who, command, **more):
    """Passings that are being written are waited for."""
    status, answer = send(server, who, command, **more)
    check(status == 200 or code(answer) in ("not_kept", "not_fetched"), f"{command} says {status} {answer}")
    return status == 200


def recorded(work):
    with sqlite3.connect(work.folder / "data/centre.db") as db:
        return db.execute("SELECT who, json_extract(after, '$.command') FROM audit WHERE subject = 'device_command'").fetchall()


def clock_of_the_centre():
    return int((time.time() + INDIA_S) % DAY_S * SECOND_US)


def by_kart(truth):
    times = {}
    for each in truth:
        times.setdefault(each["transponder"], []).append(each["time_us"])
    return times


def clock_is_set(work):
    """A Chronelec decoder is given the centre's wall clock while karts drive, and no lap is torn by it"""
    port = free_port()
    truth_file = work.folder / "truth"
    track = Track(work, port, "--karts", KARTS, "--laps", 12, "--seed", 5, "--speed", SPEED, "--truth", truth_file,
                  protocol="chronelec")
    server, mechanic, _, cashier = served(work, port, "chronelec")
    offered = done(server.request("GET", "/api/v1/devices/sf/commands", None, cashier))["items"]
    check("set_time" in [one["command"] for one in offered], f"offered: {offered}")
    check(send(server, cashier, "set_time")[0] == 403, "a cashier may set a decoder's clock")
    wait_for(lambda: laps(server.board()) >= 2 * KARTS, "laps before the clock is set")
    before_us = clock_of_the_centre()
    wait_for(lambda: is_sent(server, mechanic, "set_time"), "the set clock")
    after_us = clock_of_the_centre()
    track.drive_to_the_end(DEADLINE_S)
    truth = truth_of(truth_file)
    ahead = [each["clock_us"] - each["time_us"] for each in truth]
    first = next((at for at, each in enumerate(ahead) if each != ahead[0]), None)
    check(first, "the decoder's clock never changed")
    check(len(set(ahead)) == 2, f"the decoder's clock changed more than once: {set(ahead)}")
    since_us = truth[first]["time_us"] - truth[first - 1]["time_us"]
    shown_us = truth[first]["clock_us"]
    check(before_us - SECOND_US <= shown_us <= after_us + since_us or before_us > after_us,
          f"it shows {shown_us}, the centre's clock was {before_us} to {after_us}")
    times = by_kart(truth)
    wait_for(lambda: laps(server.board()) == len(truth) - KARTS, "every lap on the board")
    def strip_of():
        return done(server.request("GET", "/api/v1/tracks/main/passings", None, mechanic))["items"]
    wait_for(lambda: len(strip_of()) == len(truth), "every passing on the strip, which is published after the board")
    strip = strip_of()
    for tag, driven in times.items():
        shown = [one["time_us"] for one in reversed(strip) if one["transponder"] == tag]
        check(len(shown) == len(driven), f"{tag}: {len(shown)} of {len(driven)} passings")
        off = [abs((b - a) - (d - c)) for a, b, c, d in zip(shown, shown[1:], driven, driven[1:])]
        check(max(off) < NEAR_US, f"{tag}: a lap is torn by {max(off)} us")
    check(recorded(work) == [("meca", "set_time")], f"recorded: {recorded(work)}")


class Listener:
    """Another program at the decoder, which asks what it remembers."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), DEADLINE_S)
        self.bytes = b""

    def remembered(self, from_number, until_number):
        """The numbers of a range that the decoder gives again, all that come before it answers what time it is."""
        bounds = [(1, from_number.to_bytes(4, "little")), (2, until_number.to_bytes(4, "little"))]
        self.socket.sendall(frame(RESEND, bounds) + frame(GET_TIME, [(1, b"")]))
        numbers = set()
        while True:
            while 0x8F not in self.bytes:
                came = self.socket.recv(4096)
                check(came, "the decoder hung up")
                self.bytes += came
            end = self.bytes.index(0x8F) + 1
            kind, fields = read(self.bytes[:end])
            self.bytes = self.bytes[end:]
            if kind == GET_TIME:
                return numbers
            if kind == PASSING and from_number <= integer(fields[1]) <= until_number:
                numbers.add(integer(fields[1]))


def memory_is_cleared(work):
    """A P3 decoder's memory is cleared by who says that he means it, never while a session is on the track"""
    port = free_port()
    Track(work, port, "--karts", 6, "--laps", 10_000, "--seed", 3, "--speed", SPEED)
    server, mechanic, admin, _ = served(work, port, "p3")
    wait_for(lambda: laps(server.board()) >= 6, "laps")
    listener, all_of_them = Listener(port), {1, 2, 3, 4, 5}
    check(listener.remembered(1, 5) == all_of_them, "a decoder that remembers nothing proves nothing")
    status, answer = send(server, mechanic, "clear")
    check(status == 409 and code(answer) == "confirm_needed" and answer["cost"] == "memory", f"{status} {answer}")
    race = armed_race(server, admin, 6, 100)
    status, answer = send(server, mechanic, "clear", confirm=True)
    check(status == 409 and code(answer) == "session_runs" and "Race" in answer["detail"], f"{status} {answer}")
    check(listener.remembered(1, 5) == all_of_them, "it was cleared all the same")
    done(server.request("POST", f"/api/v1/sessions/{race}/events", {"kind": "abort"}, admin | key()))
    wait_for(lambda: is_sent(server, mechanic, "clear", confirm=True), "the cleared memory")
    check(listener.remembered(1, 5) == set(), "it still remembers")
    check(recorded(work) == [("meca", "clear")], f"recorded: {recorded(work)}")
    counted = laps(server.board())
    wait_for(lambda: laps(server.board()) > counted, "laps after it")


main([clock_is_set, memory_is_cleared])
