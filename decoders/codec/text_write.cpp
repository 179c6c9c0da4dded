#include "decoders/codec/text_write.hpp"

#include <algorithm>
#include <charconv>

#include "decoders/codec/calendar.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t day_us = 86'400 * second_us;

}  // namespace

Bytes bytes_of(std::string_view text) {
    Bytes bytes(text.size());
    std::ranges::transform(text, bytes.begin(), [](char letter) { return static_cast<std::byte>(letter); });
    return bytes;
}

std::string hex_text(std::uint64_t value, std::size_t digits) {
    char room[16];
    const auto written = std::to_chars(std::begin(room), std::end(room), value, 16);
    std::string text(std::begin(room), written.ptr);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    for (char& digit : text)
        if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    return text;
}

std::string seconds_text(std::int64_t us) {
    const std::int64_t ms = us / 1'000;
    const std::string decimals = std::to_string(ms % 1'000);
    return std::to_string(ms / 1'000) + "." + std::string(3 - decimals.size(), '0') + decimals;
}

std::string digits_text(std::int64_t number, std::size_t width) {
    const std::string text = std::to_string(std::max<std::int64_t>(number, 0));
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string clock_text(std::int64_t us, std::size_t decimals) {
    const std::int64_t seconds = us / second_us;
    const std::string whole =
        digits_text(seconds / 3600, 2) + ':' + digits_text(seconds / 60 % 60, 2) + ':' + digits_text(seconds % 60, 2);
    return decimals == 0 ? whole : whole + '.' + digits_text(us % second_us, 6).substr(0, decimals);
}

DateText date_text(std::int64_t time_us) {
    const Date date = date_of((time_us - since_midnight_us(time_us)) / day_us);
    return {digits_text(date.year, 4), digits_text(date.month, 2), digits_text(date.day, 2)};
}

std::int64_t since_midnight_us(std::int64_t time_us) { return (time_us % day_us + day_us) % day_us; }

}  // namespace chicane::decoders::codec
