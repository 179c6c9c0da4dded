#include "decoders/codec/hex.hpp"

#include <charconv>

namespace chicane::decoders::codec {

std::optional<Bytes> bytes_of_hex(std::string_view digits) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = digits.find_first_not_of(blanks);
    if (first == std::string_view::npos) return Bytes{};
    digits = digits.substr(first, digits.find_last_not_of(blanks) - first + 1);
    if (digits.size() % 2 != 0) return std::nullopt;
    Bytes bytes;
    bytes.reserve(digits.size() / 2);
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        unsigned value = 0;
        const char* pair = digits.data() + at;
        if (const auto read = std::from_chars(pair, pair + 2, value, 16); read.ptr != pair + 2) return std::nullopt;
        bytes.push_back(static_cast<std::byte>(value));
    }
    return bytes;
}

std::string hex_of(std::span<const std::byte> bytes, std::string_view between) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : bytes) {
        if (!text.empty()) text += between;
        text += digits[std::to_integer<std::size_t>(byte) >> 4];
        text += digits[std::to_integer<std::size_t>(byte) & 15];
    }
    return text;
}

}  // namespace chicane::decoders::codec
