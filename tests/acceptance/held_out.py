#!/usr/bin/env python3
"""`kill -9` of a centre between a passing and its acknowledgement: what decoders hold out until then is on the board exactly once. The
decoders are fakes that speak Chronelec, the MYLAPS exporter's protocol and RACE RESULT on real sockets, one kill in three each.
usage: held_out.py CHICANE [--kills N] [--seed N]."""
import argparse
import contextlib
import random
import socketserver
import sqlite3
import threading
import time

from centre_program import check, config, main, wait_for

parser = argparse.ArgumentParser()
parser.add_argument("chicane")
parser.add_argument("--kills", type=int, default=30)
parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
options = parser.parse_args()
print(f"seed {options.seed}")

KARTS = 5
UP_S = 0.5  # the longest that a server lives
REPEAT_S = 0.05  # a held-out passing is told again so often
LAP_MS = 400  # of a kart: the karts here are quick


class Decoder:
    """Holds crossings, and speaks to whoever is connected, on a thread of its own each. `lock` guards what it holds."""

    def __init__(self):
        self.begun = time.time()
        self.crossings = []  # (kart, milliseconds since the start)
        self.lock = threading.Lock()
        self.heard = threading.Event()  # a host is there, and listens
        decoder = self

        class Session(socketserver.BaseRequestHandler):
            def handle(self):
                self.request.settimeout(REPEAT_S)
                with contextlib.suppress(OSError):
                    decoder.talk(self.request)

        class Listening(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

        self.server = Listening(("127.0.0.1", 0), Session)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def cross(self, kart):
        with self.lock:
            ms = int((time.time() - self.begun) * 1000) + 60_000
            self.crossings.append((kart, ms))
            self.hold(kart, ms)

    def listen(self, socket):
        """What the host says, or nothing for a moment; ends the session when it is gone."""
        try:
            said = socket.recv(4096)
        except TimeoutError:
            return b""
        if not said:
            raise OSError("gone")
        return said

    def clock(self, ms):
        """hh:mm:ss.mmm of the day on which it was started."""
        ms += int(self.begun * 1000) % 86_400_000
        return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"

    @staticmethod
    def chip(kart):
        return f"KA{kart:05}"


class Chronelec(Decoder):
    """One passing, again and again, until 1B 11; then the next."""

    protocol = "chronelec"

    def __init__(self):
        self.held = []
        super().__init__()

    def hold(self, kart, ms):
        running = f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}'{ms // 1000 % 60:02}\"{ms % 1000:03}"
        text = f"STA {kart:06} {running} 44 01 0 "
        self.held.append(f"<{text}{sum(text.encode()):04}>\r\n".encode())

    def talk(self, socket):
        self.heard.set()
        while True:
            with self.lock:
                if self.held:
                    socket.sendall(self.held[0])
            for _ in range(self.listen(socket).count(b"\x1b\x11")):
                with self.lock:
                    del self.held[:1]


class Exporter(Decoder):
    """Messages of up to three passings, each again until it is acknowledged by its number."""

    protocol = "toolkit"

    def __init__(self):
        self.messages = {}
        self.open = []
        self.last = 0
        super().__init__()

    def hold(self, kart, ms):
        day = time.strftime("%y%m%d", time.gmtime(self.begun))
        text = f"{self.chip(kart)}{self.clock(ms)} 5 0F  10001{day}"
        self.open.append(f"{text}{sum(text.encode()) & 0xFF:02x}")
        if len(self.open) == 3:
            self.close()

    def close(self):
        if self.open:
            self.last += 1
            self.messages[self.last] = f"Finish@Store@{'@'.join(self.open)}@{self.last}@$".encode()
            self.open = []

    def talk(self, socket):
        heard = b""
        socket.sendall(b"Finish@Pong@$")
        self.heard.set()
        while True:
            with self.lock:
                for message in self.messages.values():
                    socket.sendall(message)
            heard += self.listen(socket)
            *whole, heard = heard.split(b"$")
            for message in whole:
                parts = message.split(b"@")
                if len(parts) > 2 and parts[1] == b"AckStore":
                    with self.lock:
                        self.messages.pop(int(parts[2]), None)


class RaceResult(Decoder):
    """Keeps all that passed; pushes to who asked for that, and tells again by number."""

    protocol = "raceresult"

    def __init__(self):
        self.lines = []
        super().__init__()

    def hold(self, kart, ms):
        day = time.strftime("%Y-%m-%d", time.gmtime(self.begun))
        number = len(self.lines) + 1
        self.lines.append(f"{number};{self.chip(kart)};{day};{self.clock(ms)};0;9;-68;;1;1;1;0;0;2.9;20;0;D;1;1;D0001")

    def talk(self, socket):
        heard, pushed = b"", None
        while True:
            with self.lock:
                if pushed is not None:
                    for line in self.lines[pushed:]:
                        socket.sendall(f"#P;{line}\r\n".encode())
                    pushed = len(self.lines)
            heard += self.listen(socket)
            *whole, heard = heard.split(b"\r\n")
            for line in whole:
                with self.lock:
                    socket.sendall(self.answer(line.decode()))
                    if line.startswith(b"SETPUSHPASSINGS"):
                        pushed = len(self.lines)
                        self.heard.set()

    def answer(self, line):
        if line == "GETPROTOCOL":
            return b"GETPROTOCOL;2.0;1.0;3.2\r\n"
        if line == "PASSINGS":
            return f"PASSINGS;{len(self.lines)};1\r\n".encode()
        if line.startswith("SET"):
            return f"{line}\r\n".encode()
        start, _, count = line.partition(":")
        if not count:
            return b""
        told = self.lines[int(start) - 1:int(start) - 1 + int(count)]
        only = f"ONLY {len(self.lines)}\r\n" if len(told) < int(count) else ""
        return (only + "".join(f"{each}\r\n" for each in told) + "\r\n").encode()


def kept(data):
    """Transponders and decoder times of the journal, as often as they are there."""
    with contextlib.closing(sqlite3.connect(f"file:{data / 'journal.db'}?mode=ro", uri=True, timeout=30)) as database:
        return database.execute("SELECT transponder, time_us FROM passing").fetchall()


def killed(work, decoder, kills, chance):
    name = f"{decoder.protocol}.toml"
    uri = f'uri = "tcp://127.0.0.1:{decoder.port}?protocol={decoder.protocol}"'
    work.write(name, config(uri).replace("min_lap_ms = 15000", "min_lap_ms = 100"))
    data = work.folder / decoder.protocol
    # What a decoder held before the first passing that was ever kept is asked for by nobody.
    server = work.serve(decoder.protocol, name)
    check(decoder.heard.wait(30), "nobody connects")
    for kart in (1, 2, 3):
        decoder.cross(kart)
    wait_for(lambda: len(kept(data)) == 3, "the first passings")
    server.kill()
    driving = threading.Event()

    def drive():
        last = dict.fromkeys(range(1, KARTS + 1), time.monotonic())
        while not driving.wait(0.02):
            kart = chance.randint(1, KARTS)
            if time.monotonic() - last[kart] >= LAP_MS / 1000:
                last[kart] = time.monotonic()
                decoder.cross(kart)

    karts = threading.Thread(target=drive, daemon=True)
    karts.start()
    for _ in range(kills):
        server = work.serve(decoder.protocol, name)
        time.sleep(chance.uniform(0, UP_S))
        server.kill()
    driving.set()
    karts.join()
    server = work.serve(decoder.protocol, name)
    with decoder.lock:
        if decoder.protocol == "toolkit":
            decoder.close()
        crossings = list(decoder.crossings)
    wait_for(lambda: len(kept(data)) >= len(crossings), f"{len(crossings)} passings of {decoder.protocol}")
    rows = kept(data)
    check(len(rows) == len(set(rows)), f"{len(rows) - len(set(rows))} passings are kept twice")
    check(len(rows) == len(crossings), f"{len(rows)} passings of {len(crossings)} crossings")
    board = wait_for(lambda: whole_board(server.board(), crossings), "a board of all laps")
    check(len(board["rows"]) == len({kart for kart, _ in crossings}), "another number of karts")
    server.kill()
    print(f"     {decoder.protocol}: {kills} kills, {len(crossings)} crossings, each once")


def whole_board(board, crossings):
    """The board, once every kart has one lap less than crossings."""
    laps = sorted(row["laps"] for row in board["rows"])
    counts = {}
    for kart, _ in crossings:
        counts[kart] = counts.get(kart, 0) + 1
    return board if laps == sorted(count - 1 for count in counts.values()) else None


def killed_between_passing_and_acknowledgement(work):
    """What decoders hold out until it is safe is on the board exactly once, whenever the server is killed"""
    chance = random.Random(options.seed)
    for decoder in (Chronelec(), Exporter(), RaceResult()):
        killed(work, decoder, options.kills // 3, chance)


main([killed_between_passing_and_acknowledgement])
