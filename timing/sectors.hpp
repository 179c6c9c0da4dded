// What a counted passing says beside the laps: sector times and pit stops. A missed or doubled sector never
// changes a lap: a sector has a time only when its own loop and the one before it were passed in the same
// lap, in order.
#pragma once

#include "timing/passing.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

/// Called before the crossing, if it is one, is noted.
void pass_loop(const State& state, Entrant& entrant, const Passing& passing);

}  // namespace chicane::timing
