"""A race of simulated karts behind a port: the track as a process of its own, the race as race control makes it, and the board that
the truth file says there must be."""
import json
import os
import queue
import socket
import subprocess
import threading
import time

from centre_program import CHICANE, DEADLINE_S, Failed, check, config, run

PASSWORD = "a long enough password"
SECOND_US = 1_000_000
RESOLUTION_US = 1_000  # times compare at a millisecond, cut off: of two bests within it the first stands


def free_port():
    """A port that nobody has: what will listen there is started later."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def tag(kart, protocol="p3"):
    """As the protocol names it."""
    value = 5_690_000 + 37 * kart
    return value % 1_000_000 if protocol == "chronelec" else value


class Track:
    """`chicane simulate`: its clock begins with the first client. It goes with the test, whatever becomes of that."""

    def __init__(self, work, place, *options, protocol="p3"):
        listen = f"127.0.0.1:{place}" if isinstance(place, int) else place
        command = [CHICANE, "simulate", "--protocol", protocol, "--listen", listen, *map(str, options)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        work.servers.append(self)
        self.lines = queue.Queue()
        threading.Thread(target=lambda: [self.lines.put(line) for line in self.process.stdout], daemon=True).start()
        self._line("listening", DEADLINE_S)

    def _line(self, word, seconds):
        try:
            line = self.lines.get(timeout=seconds)
        except queue.Empty:
            raise Failed(f"the simulated track never says {word}") from None
        check(line.startswith(word), f"the simulated track says {line!r} instead of {word}")

    def drive_to_the_end(self, seconds):
        self._line("done", seconds)

    def kill(self):
        self.process.kill()
        self.process.wait()


def serve(work, name, place, speed, protocol="p3", track=""):
    """A centre of its own that hears the decoder at `place`, a port or the begin of a device URI, and its admin."""
    place = f"tcp://127.0.0.1:{place}" if isinstance(place, int) else place
    data = work.folder / name
    data.mkdir()
    status, _, err = run("user", "add", "anna", "--role", "admin", "--data", data, text_in=PASSWORD)
    check(status == 0, err)
    centre = config(f'uri = "{place}?protocol={protocol}&speed={speed}"')
    work.write(f"{name}.toml", centre.replace("[[track.decoder]]", track + "\n[[track.decoder]]"))
    server = work.serve(name, f"{name}.toml")
    return server, server.sign_in("anna", PASSWORD)


def key():
    return {"Idempotency-Key": os.urandom(8).hex()}


def done(answer, status=200):
    check(answer[0] == status, f"{answer}")
    return answer[1]


def armed_race(server, admin, karts, laps, protocol="p3"):
    """A race over `laps` of karts 1 to `karts`, armed; its id."""
    race = {"kind": "race", "name": "Race", "track": "main", "planned_start_us": int(time.time() * 1e6), "capacity": karts,
            "rules": {"start": "first_passing", "end": {"laps": laps, "time_s": 0, "how": "leader_first", "grace_s": 3600}}}
    session = done(server.request("POST", "/api/v1/sessions", race, admin | key()), 201)["id"]
    for kart in range(1, karts + 1):
        entrant = {"name": f"Driver {kart}", "number": str(kart), "transponders": [tag(kart, protocol)]}
        done(server.request("POST", f"/api/v1/sessions/{session}/entrants", entrant, admin | key()), 201)
    done(server.request("POST", f"/api/v1/sessions/{session}/events", {"kind": "arm"}, admin))
    return session


def truth_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def row_of(times, first_us):
    laps = [after - before for before, after in zip(times, times[1:])]
    best = min(range(len(laps)), key=lambda lap: laps[lap] // RESOLUTION_US, default=None)
    return {"laps": len(laps), "total_us": times[-1] - first_us, "last_us": laps[-1] if laps else None,
            "best_us": None if best is None else laps[best], "best_lap": None if best is None else best + 1}


def rows_of_truth(truth, laps):
    """What the board must say of each kart, in order: the winner is the first with all laps, the others end with their next
    crossing."""
    crossings, ended, won = {}, set(), False
    for each in sorted(truth, key=lambda one: one["time_us"]):
        kart = each["kart"]
        if kart in ended or (won and kart not in crossings):
            continue
        crossings.setdefault(kart, []).append(each["time_us"])
        won = won or len(crossings[kart]) == laps + 1
        if won:
            ended.add(kart)
    first_us = min(times[0] for times in crossings.values())
    order = sorted(crossings, key=lambda kart: (-len(crossings[kart]), crossings[kart][-1]))
    return [{"position": place, "number": str(kart), **row_of(crossings[kart], first_us)}
            for place, kart in enumerate(order, 1)]


def told(board, expected):
    """Of each row what the expectation speaks of."""
    return [{word: row[word] for word in expected[0]} for row in board["rows"]]


def difference(got, expected):
    """The first row that is another; None where all are equal."""
    if got == expected:
        return None
    for mine, theirs in zip(got, expected):
        if mine != theirs:
            return f"{mine}\n     instead of {theirs}"
    return f"{len(got)} rows instead of {len(expected)}"
