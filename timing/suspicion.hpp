// A lap so long that a passing was likely missed: told to race control, never changed by itself, and never told of a lap under a
// yellow, slow or red flag or through the pit. race-rules.md §2.
#pragma once

#include <cstdint>

#include "timing/board.hpp"
#include "timing/lap.hpp"
#include "timing/passing.hpp"
#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

inline constexpr std::int32_t pace_laps_min = 3;   ///< fewer tell no pace
inline constexpr std::int32_t pace_laps_max = 31;  ///< his last ones; more cost more and tell no more

constexpr bool slows(Flag flag) { return flag == Flag::yellow || flag == Flag::slow || flag == Flag::red; }
constexpr bool is_pit(LoopRole role) {
    return role == LoopRole::pit_in || role == LoopRole::pit_out || role == LoopRole::pit_box ||
           role == LoopRole::finish_in_pit;
}

/// Whether the lap that the entrant has just completed, the last of the book, is suspicious.
bool is_suspicious(const Rules& rules, const Entrant& entrant, const LapBook& book, std::uint16_t who);

}  // namespace chicane::timing
