// How much of its distance a session had run when it ended for good under a red flag. race-rules.md §4.
#pragma once

#include <cstdint>
#include <optional>

#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

/// In percent, cut: of the time, or of the laps by who has most; of both the end that counts (Priority). Nothing where it did not end under red, or
/// has no distance of its own.
std::optional<std::int32_t> run_percent(const Rules& rules, const State& state);

}  // namespace chicane::timing
