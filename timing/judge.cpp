#include "timing/judge.hpp"

#include "timing/course.hpp"

namespace chicane::timing {

namespace {

bool is_before_start(const Rules& rules, const State& state, DecoderTime at) {
    if (at < rules.arm_at || state.false_restart) return true;
    if (state.armed_anew && at < *state.armed_anew) return true;
    return rules.start == Start::signal && (!state.course.clock || at < *state.course.clock);
}

/// Who has no crossing when the flag is shown does not start any more; at the very end of `immediate` he
/// still may.
bool may_not_start(const Rules& rules, const State& state, const Course& course, const Entrant& entrant) {
    if (entrant.crossings > 0 || rules.first_crossing == FirstCrossing::ends_lap) return false;
    if (rules.start == Start::own) return state.course.flag.has_value();
    return course.flag && rules.end.how != EndHow::immediate;
}

bool is_after_finish(const Rules& rules, const State& state, const Entrant& entrant, DecoderTime at) {
    const Course& course = course_of(rules, state, entrant);
    if (entrant.took_flag || may_not_start(rules, state, course, entrant)) return true;
    if (entrant.crossings == 0 && is_over(rules, state, state.course, at)) return true;
    return is_over(rules, state, course, at);
}

/// What a red flag takes laps from; who drives into the pit under it is in the pit all the same.
bool is_driven(LoopRole role) { return is_finish(role) || role == LoopRole::sector || role == LoopRole::speed_trap; }

bool is_under_red(const Rules& rules, const State& state, const Entrant& entrant) {
    return entrant.halted || (state.red_out && (state.halting || rules.red.lap == RedLap::void_lap));
}

bool is_second_transponder(const Rules& rules, const Entrant& entrant, const Passing& passing) {
    const auto echoes = [&](TransponderId tag, DecoderTime at) {
        return passing.transponder != tag && us_between(at, passing.time) <= rules.pair_window_us;
    };
    if (entrant.voided_at && echoes(entrant.voided_tag, *entrant.voided_at)) return true;
    return entrant.crossings > 0 && echoes(entrant.crossing_tag, entrant.last_crossing);
}

bool is_below_min_lap(const Rules& rules, const State& state, const Entrant& entrant, DecoderTime at) {
    if (entrant.crossings > 0 && !entrant.rejoins) return us_between(entrant.last_crossing, at) < rules.min_lap_us;
    if (rules.first_crossing != FirstCrossing::ends_lap) return false;
    const DecoderTime signal = entrant.rejoins ? *state.restarted_at : *state.course.clock;
    return us_between(signal, at) < rules.min_lap_us;
}

/// Only one who would have a lap by it: all else is what it is.
bool is_stray(const Rules& rules, const Entrant& entrant, DecoderTime at) {
    return entrant.crossings > 0 && entrant.on_line && us_between(*entrant.on_line, at) <= rules.stray_gap_us;
}

}  // namespace

bool begins_lap(const Rules& rules, const State& state, const Entrant& entrant) {
    if (state.laps_void) return true;
    return (entrant.crossings == 0 || entrant.rejoins) && rules.first_crossing != FirstCrossing::ends_lap;
}

Verdict judge(const Rules& rules, const State& state, const Passing& passing) {
    if (passing.remark.voided) return Verdict::voided;
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
    if (is_driven(passing.role) && is_under_red(rules, state, entrant)) return Verdict::under_red;
    if (!is_finish(passing.role)) return Verdict::counted;
    if (is_second_transponder(rules, entrant, passing)) return Verdict::second_transponder;
    if (is_below_min_lap(rules, state, entrant, passing.time)) return Verdict::below_min_lap;
    if (rules.stray_gap_us > 0 && is_stray(rules, entrant, passing.time)) return Verdict::stray;
    if (begins_lap(rules, state, entrant)) return Verdict::starts_lap;
    return Verdict::counted;
}

}  // namespace chicane::timing
