// Numbers as network protocols write them: the highest byte first.
#pragma once

#include <cstdint>
#include <span>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

/// At most eight bytes.
inline std::uint64_t big_endian(std::span<const std::byte> bytes) {
    std::uint64_t number = 0;
    for (const std::byte byte : bytes) number = number << 8 | std::to_integer<std::uint64_t>(byte);
    return number;
}

inline void put_big_endian(Bytes& bytes, std::uint64_t number, std::size_t size) {
    for (std::size_t i = size; i-- > 0;) bytes.push_back(static_cast<std::byte>(number >> (8 * i)));
}

}  // namespace chicane::decoders::codec
