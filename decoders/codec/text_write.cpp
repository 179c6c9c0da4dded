#include "decoders/codec/text_write.hpp"

#include <algorithm>
#include <charconv>

namespace chicane::decoders::codec {

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

}  // namespace chicane::decoders::codec
