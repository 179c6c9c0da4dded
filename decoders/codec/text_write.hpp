// Writing what text_fields reads: numbers, times and whole lines, for commands and for the encoders.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

Bytes bytes_of(std::string_view text);

/// Upper-case digits, at least so many.
std::string hex_text(std::uint64_t value, std::size_t digits = 1);

/// 596126000 is "596.126": three decimals, what is finer is cut off.
std::string seconds_text(std::int64_t us);

/// What did not come is 0.
template <class Number>
std::string number_text(const std::optional<Number>& number) {
    return std::to_string(number.value_or(0));
}

}  // namespace chicane::decoders::codec
