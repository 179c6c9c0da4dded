// Reading what text protocols write: fields, numbers, times. Absent: it is not written like that; nothing is guessed, nothing throws.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "timing/ids.hpp"

namespace chicane::decoders::codec {

/// Fields of one line are few: a longer list is cut, and the last field holds the rest.
inline constexpr std::size_t fields_max = 64;

/// "a;b;;c" by ';' is a, b, "", c.
std::vector<std::string_view> fields_of(std::string_view line, char separator);

/// Without the blanks around it.
std::string_view trimmed(std::string_view text);

/// The whole text is the number.
template <class Number>
std::optional<Number> number_of(std::string_view text, int base = 10) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "596.126" s, up to six decimals, a comma is a point: 596126000. Never negative.
std::optional<std::int64_t> seconds_us(std::string_view text);

/// "93815" whole milliseconds: 93815000. Never negative.
std::optional<std::int64_t> milliseconds_us(std::string_view text);

/// "13:50:23.30", hours may pass 24 and have one digit or more, decimals as in seconds_us: since midnight, or since a start.
std::optional<std::int64_t> clock_us(std::string_view text);

/// A date and a time of it, from 1970, as if it were UTC.
std::optional<std::int64_t> date_us(int year, int month, int day, std::int64_t since_midnight_us);

/// A tag's name of letters and digits as a number, in base 36, so that every name of up to twelve has its own. Case does not count.
std::optional<timing::TransponderId> transponder_of(std::string_view name);

}  // namespace chicane::decoders::codec
