// Bytes as hexadecimal digits: the `.hex` captures, a frame a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

/// Digits in pairs, of either case; blanks around them do not count. Absent: something else stands there.
std::optional<Bytes> bytes_of_hex(std::string_view digits);

}  // namespace chicane::decoders::codec
