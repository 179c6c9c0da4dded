// The machine words of what officials say of a passing: one table for the journal, the API and SPEC.toml.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "sessions/log_event.hpp"

namespace chicane::sessions {

/// In the order of RemarkKind.
inline constexpr std::array<std::string_view, 5> remark_words{"void", "split", "delete_lap", "set_first_finisher",
                                                              "red_line"};
static_assert(remark_words.size() == static_cast<std::size_t>(RemarkKind::red_line) + 1);

constexpr std::string_view word(RemarkKind kind) { return remark_words[static_cast<std::size_t>(kind)]; }

constexpr std::optional<RemarkKind> remark_from_word(std::string_view text) {
    for (std::size_t i = 0; i < remark_words.size(); ++i) {
        if (remark_words[i] == text) return static_cast<RemarkKind>(i);
    }
    return std::nullopt;
}

}  // namespace chicane::sessions
