// Whom one would meet who left the pit now: by each one's last crossing and his own pace. An estimate, for race control and teams; it judges nothing.
// race-rules.md §7.
#pragma once

#include <cstdint>
#include <vector>

#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

/// Who is near the pit exit.
struct Near {
    std::uint16_t entrant = 0;
    std::int64_t us = 0;  ///< until he is there; below 0: since he was
    friend bool operator==(const Near&, const Near&) = default;
};

/// Who runs on the track and is at most Endurance::exit_window_us from the exit; the first to have been there first. Who has no pace yet, and who stopped
/// more than a lap ago, is nobody to meet.
std::vector<Near> exit_traffic(const Rules& rules, const State& state, DecoderTime now);

}  // namespace chicane::timing
