"""A P3 decoder made from decoders.md 1 alone, so that the program is not held against its own idea of the protocol: it plays a
recording at a pace, loses what it is told to lose on the way, hangs up, and answers RESEND and GET_TIME."""
import socket
import struct
import threading
import time

BEGIN, END, ESCAPE = 0x8E, 0x8F, 0x8D
PASSING, STATUS, RESEND, GET_TIME = 1, 2, 4, 0x24


def crc(frame):
    """Each byte joins after the table step; the CRC field itself counts as zero."""
    register = 0xFFFF
    for byte in frame[:4] + b"\0\0" + frame[6:]:
        step = (register >> 8) << 8
        for _ in range(8):
            step = (step << 1 ^ 0x1021 if step & 0x8000 else step << 1) & 0xFFFF
        register = step ^ (register << 8 & 0xFFFF) ^ byte
    return register


def frame(kind, fields):
    """A record as it goes over the wire, of fields of id and bytes."""
    body = b"".join(bytes([identity, len(value)]) + value for identity, value in fields)
    plain = struct.pack("<BBHHHH", BEGIN, 2, 11 + len(body), 0, 0, kind) + body + bytes([END])
    plain = plain[:4] + struct.pack("<H", crc(plain)) + plain[6:]
    wire = b"".join(bytes([ESCAPE, byte + 0x20]) if ESCAPE <= byte <= END else bytes([byte]) for byte in plain[1:-1])
    return plain[:1] + wire + plain[-1:]


def read(wire):
    """Type and fields of a good frame; nothing else is None."""
    plain, escaped = bytearray(), False
    for byte in wire:
        if byte == ESCAPE:
            escaped = True
            continue
        plain.append(byte - 0x20 if escaped else byte)
        escaped = False
    if len(plain) < 11 or struct.unpack_from("<H", plain, 2)[0] != len(plain):
        return None
    if struct.unpack_from("<H", plain, 4)[0] != crc(bytes(plain)):
        return None
    fields, at = {}, 10
    while at + 2 <= len(plain) - 1:
        fields[plain[at]] = bytes(plain[at + 2:at + 2 + plain[at + 1]])
        at += 2 + plain[at + 1]
    return struct.unpack_from("<H", plain, 8)[0], fields


def integer(value):
    return int.from_bytes(value, "little")


class Frame:
    """One line of a recording. What bears no time of its own comes between its neighbours that do."""

    def __init__(self, wire):
        self.wire = wire
        kind, fields = read(wire) or (None, {})
        self.number = integer(fields[1]) if kind == PASSING else None
        self.time_us = integer(fields[4]) if kind == PASSING else None
        self.due_us = self.time_us


def recording(path):
    """The frames of a .hex file with the time at which each is due."""
    frames = [Frame(bytes.fromhex(line)) for line in path.read_text().split()]
    dated = [i for i, each in enumerate(frames) if each.time_us is not None]
    for before, after in zip(dated, dated[1:]):
        step = (frames[after].time_us - frames[before].time_us) / (after - before)
        for i in range(before + 1, after):
            frames[i].due_us = frames[before].time_us + int(step * (i - before))
    return frames[dated[0]:dated[-1] + 1]


class FakeDecoder:
    """Listens at once; its clock begins with the first client. `dropped`: numbers that are lost on the way; `hang_up_at`: numbers
    of which the connection breaks, which are lost, too. Both come by RESEND alone."""

    def __init__(self, frames, speed, dropped=(), hang_up_at=()):
        self.frames, self.speed = frames, speed
        self.dropped, self.hang_up_at = frozenset(dropped), frozenset(hang_up_at)
        self.asked = []  # (from, until) of each RESEND
        self.clients_seen = 0
        self.hung_up = 0  # connections that this end broke
        self.done = threading.Event()
        self.lock = threading.Lock()
        self.client = None
        self.sent = {}  # what the decoder remembers: number to frame
        self.closed = False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.first_came = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()
        threading.Thread(target=self._play, daemon=True).start()

    def close(self):
        self.closed = True
        self.listener.close()
        self._hang_up()

    def _accept(self):
        while not self.closed:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                self.client = client
                self.clients_seen += 1
            if self.clients_seen == 1:
                self.begun = time.monotonic()
                self.first_came.set()
            threading.Thread(target=self._listen, args=(client,), daemon=True).start()

    def _send(self, wire):
        with self.lock:
            if self.client is None:
                return
            try:
                self.client.sendall(wire)
            except OSError:
                self.client = None

    def _hang_up(self):
        with self.lock:
            if self.client is not None:
                self.client.shutdown(socket.SHUT_RDWR)
                self.client.close()
                self.client = None
                self.hung_up += 1

    def _now_us(self):
        return int(self.frames[0].due_us + (time.monotonic() - self.begun) * 1e6 * self.speed)

    def _play(self):
        self.first_came.wait()
        for each in self.frames:
            if self.closed:
                return
            time.sleep(max(0, (each.due_us - self._now_us()) / 1e6 / self.speed))
            if each.number is not None:
                self.sent[each.number] = each.wire
            if each.number in self.hang_up_at:
                self._hang_up()
            elif each.number not in self.dropped:
                self._send(each.wire)
        self.done.set()
        while not self.closed:  # a decoder that nobody drives by still says that it lives
            self._send(frame(STATUS, [(1, struct.pack("<H", 40)), (7, struct.pack("<h", 22))]))
            time.sleep(0.2)

    def _listen(self, client):
        waiting = b""
        while True:
            try:
                got = client.recv(4096)
            except OSError:
                return
            if not got:
                return
            waiting += got
            while bytes([END]) in waiting:
                wire, waiting = waiting.split(bytes([END]), 1)
                self._answer(wire + bytes([END]))

    def _answer(self, wire):
        kind, fields = read(wire) or (None, {})
        if kind == GET_TIME:
            self._send(frame(GET_TIME, [(1, struct.pack("<Q", self._now_us()))]))
        if kind == RESEND:
            asked = integer(fields[1]), integer(fields[2])
            self.asked.append(asked)
            again = [self.sent[number] for number in range(asked[0], asked[1] + 1) if number in self.sent]
            self._send(b"".join(again))
