"""Who watches a centre: a WebSocket, a stream of events and an RMonitor client, each as little as a test needs."""
import base64
import json
import os
import socket
import struct

DEADLINE_S = 30


def connected(address, receive_bytes=None):
    """A socket; `receive_bytes`: how much its kernel takes before the other side must wait."""
    host, port = address.rsplit(":", 1)
    client = socket.socket()
    if receive_bytes:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
    client.settimeout(DEADLINE_S)
    client.connect((host, int(port)))
    return client


class Lines:
    """What a socket says, byte by byte until a mark."""

    def __init__(self, client):
        self.client, self.held = client, b""

    def exactly(self, count):
        while len(self.held) < count:
            self.fill()
        taken, self.held = self.held[:count], self.held[count:]
        return taken

    def until(self, mark):
        while mark not in self.held:
            self.fill()
        taken, self.held = self.held.split(mark, 1)
        return taken

    def fill(self):
        more = self.client.recv(65536)
        if not more:
            raise ConnectionError("the server closed")
        self.held += more


class WebSocket:
    def __init__(self, address, path, receive_bytes=None):
        self.client = connected(address, receive_bytes)
        key = base64.b64encode(os.urandom(16)).decode()
        self.client.sendall(f"GET {path} HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        self.lines = Lines(self.client)
        head = self.lines.until(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise ConnectionError(head.decode())

    def message(self):
        while True:
            first, length = self.lines.exactly(2)
            if length == 126:
                length = struct.unpack(">H", self.lines.exactly(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.lines.exactly(8))[0]
            payload = self.lines.exactly(length)
            if first == 0x81:
                return json.loads(payload)

    def say(self, message):
        payload, mask = json.dumps(message).encode(), os.urandom(4)
        self.client.sendall(bytes([0x81, 0x80 | len(payload)]) + mask +
                            bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload)))

    def close(self):
        self.client.close()


class EventStream:
    def __init__(self, address, path, last_id=None):
        self.client = connected(address)
        resume = f"Last-Event-ID: {last_id}\r\n" if last_id else ""
        self.client.sendall(f"GET {path} HTTP/1.1\r\nHost: {address}\r\n{resume}\r\n".encode())
        self.lines = Lines(self.client)
        head = self.lines.until(b"\r\n\r\n")
        if b"text/event-stream" not in head:
            raise ConnectionError(head.decode())
        self.last_id = None

    def message(self):
        while True:
            lines = self.lines.until(b"\n\n").decode().split("\n")
            event = dict(line.split(": ", 1) for line in lines if ": " in line)
            if "data" in event:
                self.last_id = event["id"]
                return json.loads(event["data"])

    def close(self):
        self.client.close()


class Rmonitor:
    """Records as a naive client reads them: cut at each comma, quotes taken off."""

    def __init__(self, address, receive_bytes=None):
        self.client = connected(address, receive_bytes)
        self.lines = Lines(self.client)

    def record(self):
        return [field.strip('"') for field in self.lines.until(b"\r\n").decode("ascii").split(",")]


def merged(board, delta):
    """A board with what a delta says: contract.md, live feed: fields."""
    rows = {row["id"]: row for row in board["rows"]} | {row["id"]: row for row in delta.get("rows", [])}
    for gone in delta.get("removed", []):
        rows.pop(gone, None)
    changed = {key: delta[key] for key in ("session", "clock", "flag", "messages") if key in delta}
    return board | changed | {"rows": sorted(rows.values(), key=lambda row: row["position"])}


def followed(viewer, until, board=None, seq=None):
    """Boards by number, from a viewer's messages, until one of them is as wanted. A number that is left out fails, unless a
    snapshot makes up for it."""
    boards, snapshots = {}, 0
    while True:
        message = viewer.message()
        if message["type"] == "snapshot":
            board, snapshots = message["board"], snapshots + 1
        else:
            if message["seq"] != seq + 1:
                raise AssertionError(f"message {message['seq']} follows {seq}")
            board = merged(board, message)
        seq = message["seq"]
        boards[seq] = board
        if until(seq, board):
            return boards, snapshots
