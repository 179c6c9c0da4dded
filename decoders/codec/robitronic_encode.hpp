// The other way: records and the init as Robitronic's packets, for the simulator and for tests. decoders.md §3.4.
#pragma once

#include "decoders/codec/codec.hpp"
#include "decoders/codec/robitronic_packet.hpp"

namespace chicane::decoders::codec::robitronic {

/// Number and time have four bytes, hits and strength one: of what is larger, the lower bytes. What a record lacks is 0.
Bytes encode(const Passing& passing);
Bytes encode(const ClockReading& reading);
Bytes init_request();

/// Any type with any body that fits a packet: with length and CRC.
Bytes packet(Type type, std::span<const std::byte> body);

}  // namespace chicane::decoders::codec::robitronic
