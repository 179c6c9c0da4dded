// What a rule book asks for a fact, and from which day on: a dislodged fairing was 30 s, then 10 s, then 5 s. race-rules.md §5.
#pragma once

#include <cstdint>
#include <string>

#include "timing/charge.hpp"

namespace chicane::timing {

inline constexpr std::size_t penalty_values_max =
    200;  ///< a rule book has some forty facts, each with a few values over the years
inline constexpr std::size_t penalty_code_bytes_max = 40;  ///< a word, not a sentence

struct PenaltyValue {
    std::string code;       ///< of the fact, as the decision names it: `fairing`
    std::string from = {};  ///< the first day, `2026-11-28`; empty: since ever
    Penalty penalty = Penalty::warning;
    std::int64_t amount = 0;  ///< as Penalty says
    std::string article = {};
    friend bool operator==(const PenaltyValue&, const PenaltyValue&) = default;
};

}  // namespace chicane::timing
