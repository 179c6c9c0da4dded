#!/usr/bin/env python3
"""What leaves a running centre while karts drive: the live feed on both wires, RMonitor. usage: feed.py CHICANE"""
import json
import threading
import time
import uuid

from centre_program import Work, check, config, laps, main, run, wait_for
from feed_clients import EventStream, Rmonitor, WebSocket, followed
from json_schema import Schema

PASSWORD = "a long enough password"
LIVE, STREAM = "/api/v1/tracks/main/live", "/api/v1/tracks/main/events-stream"
SCHEMA = Schema(json.loads((Work.sources / "web/schema/board.schema.json").read_text()))


def simulated(karts, speed):
    return f'uri = "sim:?protocol=p3&karts={karts}&seed=7&speed={speed}"'


class Centre:
    """A running centre, signed in as admin."""

    def __init__(self, work, karts=8, speed=50):
        data = work.folder / "data"
        data.mkdir()
        status, _, err = run("user", "add", "anna", "--role", "admin", "--data", data, text_in=PASSWORD)
        check(status == 0, err)
        work.write("chicane.toml", config(simulated(karts, speed)))
        self.server = work.serve()
        self.web, self.rmonitor = self.server.addresses["web"], self.server.addresses["rmonitor"]
        self.admin = self.server.sign_in("anna", PASSWORD)

    def post(self, path, body):
        key = {"Idempotency-Key": uuid.uuid4().hex}
        status, answer = self.server.request("POST", "/api/v1/" + path, body, self.admin | key)
        check(status in (200, 201), f"POST {path} says {status} {answer}")
        return answer

    def planned_race(self, count):
        """A race of so many laps in which each kart of the simulation has a driver, one of them a child without consent."""
        rules = {"start": "signal", "end": {"laps": count, "time_s": 0, "grace_s": 60}}
        session = self.post("sessions", {"track": "main", "name": "Final", "kind": "race", "capacity": 12, "rules": rules,
                                         "planned_start_us": int(time.time() * 1e6)})
        for number, tag in enumerate(sorted({row["transponder"] for row in self.server.board()["rows"]}), 1):
            driver = {"family_name": f"Familyname{number}", "given_name": f"Given{number}"}
            driver |= {"birth_date": "2018-01-01"} if number == 1 else {"nickname": "Turbo"} if number == 2 else {}
            customer = self.post("customers", driver)["id"]
            self.post(f"sessions/{session['id']}/entrants",
                      {"customer": customer, "number": str(number), "transponders": [tag]})
        return session["id"]


def race_day(centre, session):
    """Everything that officials do in a race, one after the other, each once the board shows the last."""
    for event in ("arm", "start"):
        centre.post(f"sessions/{session}/events", {"kind": event})
    wait_for(lambda: laps(centre.server.board()) > 8, "laps in the race")
    for flag in ("yellow", "green"):
        centre.post("tracks/main/events", {"kind": "flag", "flag": flag})
    centre.post("tracks/main/events", {"kind": "message", "text": 'Kart 3, "clean" driving, please'})
    wait_for(lambda: centre.server.board()["session"]["state"] == "finished", "the end of the race")


def is_over(session):
    return lambda _, board: board["session"]["id"] == session and board["session"]["state"] == "finished"


def polled_boards(centre, session):
    """What /board answered during the race, by number."""
    boards, over = {}, threading.Event()

    def poll():
        while not over.is_set():
            answer = centre.server.request("GET", "/api/v1/tracks/main/board")[1]
            boards[answer["seq"]] = answer["board"]

    thread = threading.Thread(target=poll)
    thread.start()
    try:
        race_day(centre, session)
    finally:
        over.set()
        thread.join()
    return boards


def snapshot_and_deltas(work):
    """Snapshot plus deltas up to N is the snapshot N, on both wires, for every board of a race"""
    centre = Centre(work)
    wait_for(lambda: len(centre.server.board()["rows"]) == 8, "all karts in open practice")
    session = centre.planned_race(3)
    viewers = [WebSocket(centre.web, LIVE), EventStream(centre.web, STREAM)]
    seen, threads = {}, []
    for viewer in viewers:
        watch = lambda each=viewer: seen.update({each: followed(each, is_over(session))[0]})
        threads.append(threading.Thread(target=watch))
        threads[-1].start()
    polled = polled_boards(centre, session)
    for thread in threads:
        thread.join()
    for viewer in viewers:
        both = seen[viewer].keys() & polled.keys()
        check(len(both) > 30, f"only {len(both)} boards to compare")
        for seq in both:
            check(seen[viewer][seq] == polled[seq], f"{seq}: {seen[viewer][seq]} is not {polled[seq]}")
    for seq, board in polled.items():
        message = {"type": "snapshot", "seq": seq, "stream": "s", "board": board}
        check(not SCHEMA.faults(message, SCHEMA.document), f"{SCHEMA.faults(message, SCHEMA.document)[:3]}")
    flags = {board["flag"] for board in seen[viewers[0]].values()}
    check({"green", "yellow", "chequered"} <= flags, f"flags were {flags}")


def resumed(work):
    """Who comes back with the number that he has gets what he missed, on both wires, and nothing twice"""
    centre = Centre(work)
    socket = WebSocket(centre.web, LIVE)
    first = socket.message()
    stream = EventStream(centre.web, STREAM, f"{first['stream']}:{first['seq']}")
    socket.close()
    last = lambda: centre.server.request("GET", "/api/v1/tracks/main/board")[1]["seq"]
    wait_for(lambda: last() > first["seq"] + 5, "some messages")
    again = WebSocket(centre.web, f"{LIVE}?stream={first['stream']}&since={first['seq']}")
    for viewer in (again, stream):
        boards, snapshots = followed(viewer, lambda seq, _: seq >= first["seq"] + 5, first["board"], first["seq"])
        check(snapshots == 0 and min(boards) == first["seq"] + 1, f"{snapshots} snapshots, from {min(boards)}")
    check(stream.last_id == f"{first['stream']}:{first['seq'] + 5}", f"the last event is {stream.last_id}")
    other = WebSocket(centre.web, f"{LIVE}?stream=another&since={first['seq']}")
    check(other.message()["type"] == "snapshot", "a stream that is gone was resumed")
    other.say({"type": "snapshot"})
    wait_for(lambda: other.message()["type"] == "snapshot" or None, "the snapshot that was asked for")


def slow_viewer(work):
    """A viewer that does not read gets a fresh snapshot when it does, and nobody waits for it"""
    centre = Centre(work, karts=40, speed=100)
    slow = WebSocket(centre.web, LIVE, receive_bytes=4096)
    quick = WebSocket(centre.web, LIVE)
    first = slow.message()["seq"]
    followed(quick, lambda seq, _: seq > first + 800)
    boards, snapshots = followed(slow, lambda seq, _: seq > first + 800, seq=first, board={"rows": []})
    check(snapshots == 1, f"{snapshots} snapshots")
    check(len(boards) < 790, f"{len(boards)} of 800 messages were kept for who does not read")


def names(work):
    """Nobody without an account reads more than public names"""
    centre = Centre(work)
    wait_for(lambda: len(centre.server.board()["rows"]) == 8, "all karts in open practice")
    session = centre.planned_race(3)
    scoreboard, stream = Rmonitor(centre.rmonitor), EventStream(centre.web, STREAM)
    race_day(centre, session)
    said = [json.dumps(list(followed(stream, is_over(session))[0].values()))]
    said.append(json.dumps(centre.server.request("GET", f"/api/v1/sessions/{session}/result")[1]))
    board = centre.server.board()
    said.append(json.dumps(board))
    records = []
    while ["$F"] != [each[0] for each in records[-1:]] or "Finish" not in records[-1]:
        records.append(scoreboard.record())
    said.append(json.dumps(records))
    shown = {row["number"]: row["name"] for row in board["rows"]}
    check([shown[number] for number in "123"] == ["Kart 1", "Turbo", "Given3 F."], f"{shown}")
    for text in said:
        check("Familyname" not in text and "Given1 " not in text, "a full name, or a child's")
    full = centre.server.request("GET", f"/api/v1/sessions/{session}/result", headers=centre.admin)[1]
    check("Given1 Familyname1" in json.dumps(full), "the staff does not see the name")


def cut(us):
    ms = (us or 0) // 1000
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def scoreboards(work):
    """RMonitor's places and times are the board's, cut to milliseconds, for who watched all day and for who comes late"""
    centre = Centre(work)
    wait_for(lambda: len(centre.server.board()["rows"]) == 8, "all karts in open practice")
    watched = Rmonitor(centre.rmonitor)
    race_day(centre, centre.planned_race(3))
    rows = centre.server.board()["rows"]
    wanted = {str(row["position"]): [row["number"], str(row["laps"]), cut(row["total_us"])] for row in rows}
    bests = sorted(cut(row["best_us"]) for row in rows)
    bests_of = lambda places: [places.get(str(place)) for place in range(1, len(rows) + 1)]
    fields = {"$F": 6, "$A": 8, "$COMP": 8, "$B": 3, "$C": 3, "$E": 3, "$G": 5, "$H": 5, "$I": 3, "$J": 4}
    flags = {"Green ", "Yellow", "Red   ", "Finish", "      "}
    for scoreboard in (watched, Rmonitor(centre.rmonitor)):
        numbers, places, best_places, beats = {}, {}, {}, 0
        # Ten seconds after the flag all is said.
        while beats < 10 and (places != wanted or bests_of(best_places) != bests):
            record = scoreboard.record()
            check(len(record) == fields[record[0]], f"{record}")
            if record[0] == "$I":
                numbers, places, best_places = {}, {}, {}
            elif record[0] == "$A":
                numbers[record[1]] = record[2]
            elif record[0] == "$G":
                places[record[1]] = [numbers[record[2]], record[3], record[4]]
            elif record[0] == "$H":
                best_places[record[1]] = record[4]
            elif record[0] == "$F":
                check(record[5] in flags, f"{record}")
                beats += record[5] == "Finish"
        check(places == wanted, f"{places} is not {wanted}")
        check(bests_of(best_places) == bests, f"{best_places} is not {bests}")


main([snapshot_and_deltas, resumed, slow_viewer, names, scoreboards])
