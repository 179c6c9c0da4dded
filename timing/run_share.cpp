#include "timing/run_share.hpp"

#include <algorithm>

#include "timing/course.hpp"

namespace chicane::timing {

namespace {

std::int32_t percent(std::int64_t of, std::int64_t whole) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(of, 0, whole) * 100 / whole);
}

std::optional<std::int32_t> time_percent(const Rules& rules, const State& state) {
    const std::int64_t whole_us = length_us(rules, state);
    if (whole_us == 0 || !state.course.clock) return std::nullopt;
    const std::int64_t run_us = us_between(*state.course.clock, *state.finished_at) -
                                (state.stopped_at_end_us - state.course.stopped_before_us);
    return percent(run_us, whole_us);
}

std::optional<std::int32_t> laps_percent(const Rules& rules, const State& state) {
    if (rules.end.laps == 0) return std::nullopt;
    std::int32_t most = 0;
    for (const Entrant& entrant : state.entrants) most = std::max(most, entrant.laps);
    return percent(most, std::max(1, rules.end.laps + state.more_laps));
}

}  // namespace

std::optional<std::int32_t> run_percent(const Rules& rules, const State& state) {
    if (!state.ended_under_red || !state.finished_at || rules.start == Start::own) return std::nullopt;
    const auto time = time_percent(rules, state);
    const auto laps = laps_percent(rules, state);
    if (!time || !laps) return time ? time : laps;
    return rules.end.priority == Priority::first ? std::max(*time, *laps) : std::min(*time, *laps);
}

}  // namespace chicane::timing
