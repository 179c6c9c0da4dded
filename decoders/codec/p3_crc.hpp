// The check sum of P3 and its text siblings: CRC-16 with polynomial 0x1021 and begin 0xFFFF, where each byte joins
// *after* the table step. So it is not CRC-16/CCITT-FALSE. decoders.md §1.2 [V].
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace chicane::decoders::codec {

/// Over the bytes as they are: for a frame, the whole unescaped one with its CRC field zero.
std::uint16_t p3_crc(std::span<const std::byte> bytes);

}  // namespace chicane::decoders::codec
