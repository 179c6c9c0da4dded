// The contract's words for who told of a relay.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "sessions/log_event.hpp"

namespace chicane::sessions {

/// In the order of RelayMeans.
inline constexpr std::array<std::string_view, 4> relay_means_words{"control", "scan", "phone", "loop"};

constexpr std::string_view word(RelayMeans means) { return relay_means_words.at(static_cast<std::size_t>(means)); }

constexpr std::optional<RelayMeans> relay_means_from_word(std::string_view text) {
    for (std::size_t i = 0; i < relay_means_words.size(); ++i) {
        if (relay_means_words[i] == text) return static_cast<RelayMeans>(i);
    }
    return std::nullopt;
}

}  // namespace chicane::sessions
