// What a rule-set that says no more than its kind means. contract.md, replay: the fine print.
#pragma once

#include "timing/rules.hpp"

namespace chicane::sessions::rules {

timing::Rules defaults(timing::Kind kind);

/// Nobody is on the line twice within five seconds, nor within half of the shortest lap, but who stands there.
std::int64_t stray_gap_us(std::int64_t min_lap_us);

/// Open practice on a track: own starts, best laps, no end, everybody who passes. contract.md, live feed.
timing::Rules open_practice(std::int64_t min_lap_us);

}  // namespace chicane::sessions::rules
