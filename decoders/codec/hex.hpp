// Bytes as hexadecimal digits, and back: the `.hex` captures, a frame a line, and what screens and commands show.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

/// Digits in pairs, of either case; blanks around them do not count. Absent: something else stands there.
std::optional<Bytes> bytes_of_hex(std::string_view digits);

/// Two small digits a byte, `between` between two bytes.
std::string hex_of(std::span<const std::byte> bytes, std::string_view between = {});

}  // namespace chicane::decoders::codec
