#include "timing/course.hpp"

#include <algorithm>

namespace chicane::timing {

namespace {

std::int32_t laps_due(const Rules& rules, const State& state) {
    return rules.end.laps > 0 ? std::max(1, rules.end.laps + state.more_laps) : 0;
}

void show_flag(Course& course, DecoderTime at, bool by_crossing) {
    course.flag = at;
    course.flag_by_crossing = by_crossing;
    course.awaiting.reset();
}

/// Laps after the time: the leader's first crossing past it fixes how many, the first after that with as many
/// makes zero.
void cross_after_time(const Rules& rules, Course& course, const Entrant& entrant, bool leads) {
    if (course.target_laps > 0) {
        if (entrant.laps >= course.target_laps) show_flag(course, entrant.last_crossing, true);
    } else if (leads) {
        course.target_laps = entrant.laps + rules.end.plus_laps;
        course.awaiting.reset();
    }
}

}  // namespace

std::int64_t stopped_until(const State& state, DecoderTime at) {
    if (!state.stopped_since) return state.stopped_us;
    return state.stopped_us + std::max<std::int64_t>(0, us_between(*state.stopped_since, at));
}

std::int64_t length_us(const Rules& rules, const State& state) {
    return rules.end.time_us > 0 ? std::max<std::int64_t>(1, rules.end.time_us + state.more_us) : 0;
}

std::optional<DecoderTime> time_up(const Rules& rules, const State& state, const Course& course) {
    if (course.time_was_up) return course.time_was_up;
    if (rules.end.time_us == 0 || !course.clock || state.stopped_since) return std::nullopt;
    const std::int64_t stopped_us = state.stopped_us - course.stopped_before_us;
    return later_by(*course.clock, length_us(rules, state) + stopped_us);
}

void settle(const Rules& rules, const State& state, Course& course, DecoderTime now) {
    const auto up = time_up(rules, state, course);
    if (!up || now < *up) return;
    course.time_was_up = up;  // a red flag that comes later does not put it off
    if (course.flag || course.awaiting || state.end_set) return;
    if (rules.end.plus_laps > 0) {
        if (course.target_laps == 0) course.awaiting = up;
    } else if (rules.end.priority == Priority::last && rules.end.laps > 0 && !course.laps_reached) {
        return;  // the later end is the crossing that has the laps
    } else if (rules.end.how == EndHow::leader_first) {
        course.awaiting = up;
    } else {
        show_flag(course, *up, false);
    }
}

void cross(const Rules& rules, const State& state, Course& course, const Entrant& entrant, bool leads, bool ends_race) {
    if (course.flag) return;
    const DecoderTime at = entrant.last_crossing;
    if (state.end_set) {
        if (ends_race) show_flag(course, at, true);
        return;
    }
    const auto up = time_up(rules, state, course);
    const bool past = up && at >= *up;
    if (rules.end.plus_laps > 0 && !course.called) {
        if (past || course.awaiting || course.target_laps > 0) cross_after_time(rules, course, entrant, leads);
        return;
    }
    if (course.awaiting) {
        if (leads) show_flag(course, at, true);
        return;
    }
    const std::int32_t due = laps_due(rules, state);
    if (due == 0 || entrant.laps < due) return;
    const bool waits_for_time = rules.end.priority == Priority::last && rules.end.time_us > 0 && !past;
    if (waits_for_time) {
        course.laps_reached = true;
    } else {
        show_flag(course, at, true);
    }
}

void call_end(const Rules& rules, Course& course, DecoderTime at) {
    if (course.flag || course.called) return;
    course.called = true;
    if (rules.end.how == EndHow::leader_first && course.clock && at >= *course.clock) {
        if (!course.awaiting || rules.end.plus_laps > 0) course.awaiting = at;
    } else {
        show_flag(course, at, false);
    }
}

bool ends_run(const Rules& rules, const State& state, const Course& course, const Entrant& entrant) {
    if (!course.flag) return false;
    if (state.end_set) return true;
    switch (rules.end.how) {
        case EndHow::next_crossing:
        case EndHow::leader_first:
            return true;
        case EndHow::immediate:
            return course.flag_by_crossing;
        case EndHow::full_distance:
            break;
    }
    const bool done = entrant.laps >= laps_due(rules, state);
    const auto up = time_up(rules, state, course);
    const bool past = up && entrant.last_crossing >= *up;
    if (course.called || rules.end.time_us == 0) return course.called || done;
    return rules.end.priority == Priority::last ? done && past : done || past;
}

std::optional<DecoderTime> last_moment(const Rules& rules, const State& state, const Course& course) {
    std::optional<DecoderTime> last;
    if (course.flag) {
        last = rules.end.how == EndHow::immediate ? *course.flag : later_by(*course.flag, rules.end.grace_us);
    } else if (course.awaiting) {
        last = later_by(*course.awaiting, rules.end.grace_us);
    }
    if (state.finished_at && (!last || *state.finished_at <= *last)) last = later_by(*state.finished_at, -1);
    return last;
}

bool is_over(const Rules& rules, const State& state, const Course& course, DecoderTime at) {
    if (course.flag && course.flag_by_crossing && rules.end.how == EndHow::immediate) return true;
    const auto last = last_moment(rules, state, course);
    return last && at > *last;
}

}  // namespace chicane::timing
