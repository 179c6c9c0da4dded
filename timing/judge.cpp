#include "timing/judge.hpp"

#include "timing/course.hpp"

namespace chicane::timing {

namespace {

bool is_before_start(const Rules& rules, const State& state, DecoderTime at) {
    if (at < rules.arm_at) return true;
    return rules.start == Start::signal && (!state.course.clock || at < *state.course.clock);
}

/// Who has no crossing when the flag is shown does not start any more; at the very end of `immediate` he
/// still may.
bool may_not_start(const Rules& rules, const State& state, const Course& course, const Entrant& entrant) {
    if (entrant.crossings > 0 || rules.first_crossing == FirstCrossing::ends_lap) return false;
    return (course.flag || state.course.flag) && rules.end.how != EndHow::immediate;
}

bool is_after_finish(const Rules& rules, const State& state, const Entrant& entrant, DecoderTime at) {
    const Course& course = course_of(rules, state, entrant);
    if (entrant.took_flag || may_not_start(rules, state, course, entrant)) return true;
    if (entrant.crossings == 0 && is_over(rules, state, state.course, at)) return true;
    return is_over(rules, state, course, at);
}

bool is_second_transponder(const Rules& rules, const Entrant& entrant, const Passing& passing) {
    return entrant.crossings > 0 && passing.transponder != entrant.crossing_tag &&
           us_between(entrant.last_crossing, passing.time) <= rules.pair_window_us;
}

bool is_below_min_lap(const Rules& rules, const State& state, const Entrant& entrant, DecoderTime at) {
    if (entrant.crossings > 0) return us_between(entrant.last_crossing, at) < rules.min_lap_us;
    return rules.first_crossing == FirstCrossing::ends_lap && us_between(*state.course.clock, at) < rules.min_lap_us;
}

/// Only one who would have a lap by it: all else is what it is.
bool is_stray(const Rules& rules, const Entrant& entrant, DecoderTime at) {
    return entrant.crossings > 0 && entrant.on_line && us_between(*entrant.on_line, at) <= rules.stray_gap_us;
}

}  // namespace

Verdict judge(const Rules& rules, const State& state, const Passing& passing) {
    switch (passing.echo) {
        case Echo::duplicate:
            return Verdict::duplicate;
        case Echo::backup:
            return Verdict::backup;
        case Echo::none:
            break;
    }
    if (!passing.entrant) return passing.held ? Verdict::not_entered : Verdict::unknown_transponder;
    if (is_before_start(rules, state, passing.time)) return Verdict::before_start;
    const Entrant& entrant = state.entrants[*passing.entrant];
    if (is_after_finish(rules, state, entrant, passing.time)) return Verdict::after_finish;
    if (!is_finish(passing.role)) return Verdict::counted;
    if (is_second_transponder(rules, entrant, passing)) return Verdict::second_transponder;
    if (is_below_min_lap(rules, state, entrant, passing.time)) return Verdict::below_min_lap;
    if (rules.stray_gap_us > 0 && is_stray(rules, entrant, passing.time)) return Verdict::stray;
    if (entrant.crossings == 0 && rules.first_crossing != FirstCrossing::ends_lap) return Verdict::starts_lap;
    return Verdict::counted;
}

}  // namespace chicane::timing
