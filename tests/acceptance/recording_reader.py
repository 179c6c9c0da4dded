"""A recording read from docs/recordings.md alone: its facts, and its entries as kind, peer, wall clock, steady clock, bytes."""
import json
import struct
import zlib


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 0x80:
            return value, at


def read(data):
    facts, entries, at = {}, [], data.find(b"\xa5CHB")
    while at >= 0:
        head = data[at:at + 48]
        kind, length, count, wall, _, steady, payload_sum, head_sum = struct.unpack("<4xB3xIIqqqII", head.ljust(48, b"\0"))
        payload = data[at + 48:at + 48 + length]
        if zlib.crc32(head[:44]) != head_sum or zlib.crc32(payload) != payload_sum:  # damaged: the next one
            at = data.find(b"\xa5CHB", at + 1)
            continue
        facts, place = (json.loads(payload) if kind == 1 else facts), 0
        for _ in range(count if kind == 2 else 0):
            entry, (peer, place) = payload[place], varint(payload, place + 1)
            moved, place = varint(payload, place)
            apart, place = varint(payload, place)
            size, place = varint(payload, place)
            wall += moved >> 1 ^ -(moved & 1)
            steady += (moved >> 1 ^ -(moved & 1)) + (apart >> 1 ^ -(apart & 1))
            entries.append((entry, peer, wall, steady, payload[place:place + size]))
            place += size
        at = data.find(b"\xa5CHB", at + 48 + length)
    return facts, entries
