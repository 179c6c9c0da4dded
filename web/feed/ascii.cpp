#include "web/feed/ascii.hpp"

#include <array>
#include <cstdint>

namespace chicane::web::feed {
namespace {

// U+00C0 … U+017F without accents, one entry a letter; '?' where there is no near one.
constexpr std::array<std::string_view, 192> latin = {
    "A", "A", "A",  "A", "A", "A", "AE", "C",  "E", "E", "E",  "E",  "I", "I", "I",  "I",  "D", "N", "O",  "O",
    "O", "O", "O",  "x", "O", "U", "U",  "U",  "U", "Y", "Th", "ss", "a", "a", "a",  "a",  "a", "a", "ae", "c",
    "e", "e", "e",  "e", "i", "i", "i",  "i",  "d", "n", "o",  "o",  "o", "o", "o",  "/",  "o", "u", "u",  "u",
    "u", "y", "th", "y", "A", "a", "A",  "a",  "A", "a", "C",  "c",  "C", "c", "C",  "c",  "C", "c", "D",  "d",
    "D", "d", "E",  "e", "E", "e", "E",  "e",  "E", "e", "E",  "e",  "G", "g", "G",  "g",  "G", "g", "G",  "g",
    "H", "h", "H",  "h", "I", "i", "I",  "i",  "I", "i", "I",  "i",  "I", "i", "IJ", "ij", "J", "j", "K",  "k",
    "k", "L", "l",  "L", "l", "L", "l",  "L",  "l", "L", "l",  "N",  "n", "N", "n",  "N",  "n", "n", "N",  "n",
    "O", "o", "O",  "o", "O", "o", "OE", "oe", "R", "r", "R",  "r",  "R", "r", "S",  "s",  "S", "s", "S",  "s",
    "S", "s", "T",  "t", "T", "t", "T",  "t",  "U", "u", "U",  "u",  "U", "u", "U",  "u",  "U", "u", "U",  "u",
    "W", "w", "Y",  "y", "Y", "Z", "z",  "Z",  "z", "Z", "z",  "s",
};
constexpr std::uint32_t latin_first = 0xC0;

/// Reads one code point and moves on; 0xFFFD for bytes that are none.
std::uint32_t next_code_point(std::string_view& rest) {
    const auto lead = static_cast<unsigned char>(rest.front());
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || rest.size() < length) {
        rest.remove_prefix(1);
        return 0xFFFD;
    }
    std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(rest[i]);
        if ((next & 0xC0U) != 0x80U) {
            rest.remove_prefix(i);
            return 0xFFFD;
        }
        point = point << 6U | (next & 0x3FU);
    }
    rest.remove_prefix(length);
    return point;
}

}  // namespace

std::string to_ascii(std::string_view utf8) {
    std::string ascii;
    ascii.reserve(utf8.size());
    while (!utf8.empty()) {
        const std::uint32_t point = next_code_point(utf8);
        if (point >= 0x20 && point < 0x7F)
            ascii += static_cast<char>(point);
        else if (point >= latin_first && point < latin_first + latin.size())
            ascii += latin[point - latin_first];
        else if (point == 0x2019)  // the apostrophe of O’Connor
            ascii += '\'';
        else
            ascii += '?';
    }
    return ascii;
}

}  // namespace chicane::web::feed
