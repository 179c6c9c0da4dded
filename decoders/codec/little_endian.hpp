// Numbers as binary protocols write them: the lowest byte first.
#pragma once

#include <cstdint>
#include <span>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

/// At most eight bytes.
inline std::uint64_t little_endian(std::span<const std::byte> bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) number = number << 8 | std::to_integer<std::uint64_t>(bytes[i]);
    return number;
}

inline void put_little_endian(Bytes& bytes, std::uint64_t number, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<std::byte>(number >> (8 * i)));
}

}  // namespace chicane::decoders::codec
