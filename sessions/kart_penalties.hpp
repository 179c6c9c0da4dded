// What an entrant was told and has not done: a black flag that no decision has confirmed yet, a stop-and-go that was not served in its laps.
// Proposals, as all breaches are. race-rules.md §4, §5.
#pragma once

#include <vector>

#include "sessions/decisions.hpp"
#include "timing/endurance.hpp"
#include "timing/lap.hpp"

namespace chicane::sessions {

/// Gone with the decision that excludes him, or with another flag.
std::vector<timing::Breach> black_flags(const Setup& setup, const Decisions& decisions);

/// Told with the lap beyond Rules::serve_laps since the decision; gone once it is served, withdrawn or another penalty.
std::vector<timing::Breach> not_served(const Setup& setup, const Decisions& decisions, const timing::LapBook& book);

}  // namespace chicane::sessions
