// The verdict on a passing: the first that fits, in the order of contract.md, replay: Verdicts. Changes
// nothing.
#pragma once

#include "timing/passing.hpp"
#include "timing/rules.hpp"
#include "timing/state.hpp"
#include "timing/verdict.hpp"

namespace chicane::timing {

/// Whether the entrant's next crossing begins a lap and ends none: his first, his first since a restart, or any under a flag under which laps do
/// not count.
bool begins_lap(const Rules& rules, const State& state, const Entrant& entrant);

/// The courses that the passing runs on are settled for its time.
Verdict judge(const Rules& rules, const State& state, const Passing& passing);

/// The course that decides about an entrant: the session's, or with `start = own` his own.
inline const Course& course_of(const Rules& rules, const State& state, const Entrant& entrant) {
    return rules.start == Start::own ? entrant.own : state.course;
}

}  // namespace chicane::timing
