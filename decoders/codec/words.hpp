// The words for what records say, one table for each enum, read both ways: on the wire, in the journal, in what commands print.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "decoders/codec/record.hpp"

namespace chicane::decoders::codec {

inline constexpr std::array<std::string_view, 5> clock_words{"utc", "local", "day", "start", "none"};
inline constexpr std::array<std::string_view, 3> battery_words{"ok", "low", "faulty"};
inline constexpr std::array<std::string_view, 6> garbage_words{"crc",      "length", "frame",
                                                               "checksum", "syntax", "unknown_record"};

constexpr std::string_view word(ClockBase clock) { return clock_words[static_cast<std::size_t>(clock)]; }
constexpr std::string_view word(Battery battery) { return battery_words[static_cast<std::size_t>(battery)]; }
constexpr std::string_view word(GarbageReason reason) { return garbage_words[static_cast<std::size_t>(reason)]; }

/// The value that a word of a table names; nothing where it has none: a newer Chicane may have written it.
template <class Enum, std::size_t count>
constexpr std::optional<Enum> from_word(const std::array<std::string_view, count>& words, std::string_view text) {
    const auto known = std::ranges::find(words, text);
    return known == words.end() ? std::nullopt : std::optional(static_cast<Enum>(known - words.begin()));
}

}  // namespace chicane::decoders::codec
