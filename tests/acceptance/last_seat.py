#!/usr/bin/env python3
"""Two desks and an API client fight for the last seat of each session: one of them gets it. usage: last_seat.py CHICANE [--rounds N]"""
import argparse
import contextlib
import http.client
import json
import sqlite3
import threading
import time

from centre_program import DEADLINE_S, check, main, run
from simulated_race import PASSWORD, done, key, serve

parser = argparse.ArgumentParser()
parser.add_argument("chicane")
parser.add_argument("--rounds", type=int, default=1000)
options = parser.parse_args()

HOUR_US = 3_600_000_000


class Client:
    """One connection that is kept, as a desk's or a program's is."""

    def __init__(self, server, user, by_cookie):
        self.address = server.addresses["web"]
        self.connection = http.client.HTTPConnection(self.address, timeout=DEADLINE_S)
        self.headers = {"Content-Type": "application/json"}
        self.connection.request("POST", "/api/v1/login", json.dumps({"user": user, "password": PASSWORD}), self.headers)
        answer = self.connection.getresponse()
        token = json.loads(answer.read())["token"]
        if by_cookie:  # as the page of a desk: the cookie, and where it was loaded from
            self.headers |= {"Cookie": answer.getheader("Set-Cookie").split(";")[0], "Origin": f"http://{self.address}"}
        else:
            self.headers |= {"Authorization": f"Bearer {token}"}

    def post(self, path, body):
        self.connection.request("POST", f"/api/v1/{path}", json.dumps(body), self.headers | key())
        answer = self.connection.getresponse()
        text = answer.read()
        return answer.status, json.loads(text or b"null")


def books(client, session):
    return client.post("bookings", {"session": session, "seats": [{"label": "Guest 1"}]})


def holds_and_books(client, session):
    status, held = client.post("holds", {"session": session, "qty": 1})
    if status != 201:
        return status, held
    return client.post("bookings", {"session": session, "seats": [{"label": "Guest 2"}], "hold": held["id"]})


def enters(client, session):
    return client.post(f"sessions/{session}/entrants", {"name": "API 1"})


def fight(ways, sessions):
    """What each client was answered, by session: all three ask for a session at the same moment."""
    start, answers = threading.Barrier(len(ways), timeout=DEADLINE_S), [{} for _ in ways]

    def ask(place, client, way):
        for session in sessions:
            start.wait()
            answers[place][session] = way(client, session)

    threads = [threading.Thread(target=ask, args=(place, *each)) for place, each in enumerate(ways)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def seats_in(data):
    """Seats sold and places claimed, by session, as they lie on disk."""
    sql = ("SELECT id, (SELECT count(*) FROM seats WHERE session = sessions.id AND state <> 'cancelled'), "
           "(SELECT ifnull(sum(qty), 0) FROM claims WHERE session = sessions.id) FROM sessions")
    with contextlib.closing(sqlite3.connect(f"file:{data / 'centre.db'}?mode=ro", uri=True)) as database:
        return {f"ses_{number}": (sold, claimed) for number, sold, claimed in database.execute(sql)}


def last_seat(work):
    """Two desks and an API client fight for the last seat of every session, and it is never sold twice"""
    server, _ = serve(work, "data", 1, 1)  # nothing drives
    for user in ("berta", "carl"):
        status, _, err = run("user", "add", user, "--role", "cashier", "--data", work.folder / "data", text_in=PASSWORD)
        check(status == 0, err)
    first_us = int(time.time() * 1e6)
    api = Client(server, "anna", by_cookie=False)
    sessions = [done(api.post("sessions", {"kind": "practice", "name": f"Heat {i}", "track": "main", "capacity": 1,
                                           "planned_start_us": first_us + i * HOUR_US}), 201)["id"]
                for i in range(options.rounds)]
    begun = time.monotonic()
    answers = fight([(Client(server, "berta", True), books), (Client(server, "carl", True), holds_and_books), (api, enters)],
                    sessions)
    seconds = time.monotonic() - begun
    won = [0] * len(answers)
    for session in sessions:
        each = [answer[session] for answer in answers]
        winners = [place for place, (status, _) in enumerate(each) if status == 201]
        check(len(winners) == 1, f"{session} was sold {len(winners)} times: {each}")
        refusals = [body["type"] for status, body in each if status == 409]
        check(len(refusals) == 2 and all(word.endswith("capacity_exceeded") for word in refusals), f"{session}: {each}")
        won[winners[0]] += 1
    check(min(won) > 0, f"there was no fight: {won}")
    on_disk = seats_in(work.folder / "data")
    wrong = {session: on_disk.get(session) for session in sessions if on_disk.get(session) != (1, 1)}
    check(not wrong, f"not one seat and one claim: {wrong}")
    check(server.stop() == 0 and run("verify", "--data", work.folder / "data")[0] == 0, "the centre is not sound")
    print(f"     {len(sessions)} rounds in {seconds:.1f} s, won by desk, desk with a hold, API: {won}")


main([last_seat])
