// Robitronic's packets: length of all, CRC, type, body; nothing marks where one begins. The CRC is CRC-8 with polynomial 0x07 and
// begin 0xDE over the whole packet with its CRC 0. decoders.md §3.4 [V].
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "decoders/codec/unmarked_codec.hpp"

namespace chicane::decoders::codec::robitronic {

inline constexpr std::size_t header_bytes = 3;  ///< length, CRC, type
inline constexpr std::size_t crc_at = 1;
/// The longest known has 13. A longer one is taken for noise: waiting for it would hold back what follows.
inline constexpr std::size_t packet_bytes_max = 16;

enum class Type : std::uint8_t { init = 0x01, clock = 0x83, car = 0x84 };

/// Of a whole packet; what its CRC says does not count.
std::uint8_t crc(std::span<const std::byte> packet);

/// What a type's packet measures; absent: it is not known.
std::optional<std::size_t> length_of(std::byte type);

/// Not of nothing.
Judged judge(std::span<const std::byte> bytes);

}  // namespace chicane::decoders::codec::robitronic
