"""Passings as P3 frames, one a line in hex: what `chicane decode` reads."""
import struct

SOR, EOR, ESCAPE = 0x8E, 0x8F, 0x8D
PASSING = 1


def table_entry(byte: int) -> int:
    value = byte << 8
    for _ in range(8):
        value = (value << 1) ^ (0x1021 if value & 0x8000 else 0)
    return value & 0xFFFF


CRC_TABLE = [table_entry(byte) for byte in range(256)]


def crc(frame: bytes) -> int:
    value = 0xFFFF
    for byte in frame:
        value = CRC_TABLE[value >> 8] ^ (value << 8 & 0xFFFF) ^ byte
    return value


def field(identity: int, layout: str, value: int | None) -> bytes:
    return b"" if value is None else struct.pack("<BB" + layout, identity, struct.calcsize("<" + layout), value)


def escaped(inner: bytes) -> bytes:
    return b"".join(bytes([ESCAPE, byte + 0x20]) if byte in (ESCAPE, SOR, EOR) else bytes([byte]) for byte in inner)


def frame_of(record: dict) -> bytes:
    body = (field(0x01, "I", record.get("number")) + field(0x03, "I", record.get("transponder"))
            + field(0x04, "Q", record.get("time_us")) + field(0x81, "I", record.get("decoder")))
    plain = struct.pack("<BBHHHH", SOR, 2, len(body) + 11, 0, 0, PASSING) + body + bytes([EOR])
    sealed = plain[:4] + struct.pack("<H", crc(plain)) + plain[6:]
    return bytes([SOR]) + escaped(sealed[1:-1]) + bytes([EOR])


def hex_lines(records: list[dict]) -> str:
    return "".join(frame_of(record).hex() + "\n" for record in records)
