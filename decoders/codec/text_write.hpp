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

/// At least `width` digits, zeros in front. Negative is nothing that a protocol sends, and becomes 0.
std::string digits_text(std::int64_t number, std::size_t width);

/// "09:17:31.8835" with so many decimals of a second, 0 to 6, what is finer is cut off. Hours may pass 24.
std::string clock_text(std::int64_t us, std::size_t decimals);

struct DateText {
    std::string year;  ///< four digits
    std::string month, day;
};
/// The date of a time that counts from 1970, and the time of its day.
DateText date_text(std::int64_t time_us);
std::int64_t since_midnight_us(std::int64_t time_us);

/// What did not come is 0.
template <class Number>
std::string number_text(const std::optional<Number>& number) {
    return std::to_string(number.value_or(0));
}

}  // namespace chicane::decoders::codec
