#include "timing/status.hpp"

#include <algorithm>

#include "timing/course.hpp"
#include "timing/judge.hpp"

namespace chicane::timing {

namespace {

Course settled(const Rules& rules, const State& state, Course course, DecoderTime now) {
    settle(rules, state, course, now);
    return course;
}

/// Whether a course is at its end: by an official, at the flag where that ends all, or because a grace has
/// run out.
bool is_ended(const Rules& rules, const State& state, const Course& course, DecoderTime now) {
    if (state.finished_at && now >= *state.finished_at) return true;
    if (course.flag && rules.end.how == EndHow::immediate) return now >= *course.flag;
    return is_over(rules, state, course, now);
}

bool has_started(const Rules& rules, const Entrant& entrant) {
    return entrant.crossings > 0 || rules.first_crossing == FirstCrossing::ends_lap;
}

bool all_finished(const Rules& rules, const State& state) {
    return std::ranges::all_of(
        state.entrants, [&](const Entrant& entrant) { return entrant.took_flag || !has_started(rules, entrant); });
}

bool has_ended_own(const Rules& rules, const State& state, const Entrant& entrant, DecoderTime now) {
    if (entrant.took_flag) return true;
    // Once officials have called the end nobody starts his own run any more.
    if (entrant.crossings == 0 && state.course.called) return true;
    return is_ended(rules, state, settled(rules, state, entrant.own, now), now);
}

SessionState own_state_at(const Rules& rules, const State& state, DecoderTime now) {
    bool anybody = false;
    bool all_ended = true;
    for (const Entrant& entrant : state.entrants) {
        if (entrant.crossings == 0) continue;
        anybody = true;
        all_ended = all_ended && has_ended_own(rules, state, entrant, now);
    }
    if (state.finished_at) return SessionState::finished;
    if (!anybody) return state.course.called ? SessionState::finished : SessionState::waiting;
    return all_ended ? SessionState::finished : SessionState::running;
}

/// When a finished session was over: by an official, at the flag, with the last to finish, or at the end of
/// the grace.
DecoderTime over_at(const Rules& rules, const State& state, const Course& course, DecoderTime now) {
    if (state.finished_at) return *state.finished_at;
    if (rules.start != Start::own && course.flag && rules.end.how == EndHow::immediate) return *course.flag;
    DecoderTime last_crossing = state.course.clock.value_or(now);
    bool all = true;
    for (const Entrant& entrant : state.entrants) {
        if (entrant.took_flag) last_crossing = std::max(last_crossing, entrant.last_crossing);
        all = all && (entrant.took_flag || !has_started(rules, entrant));
    }
    const auto last = last_moment(rules, state, course);
    return all || !last ? last_crossing : std::min(*last, now);
}

}  // namespace

SessionState state_at(const Rules& rules, const State& state, DecoderTime now) {
    SessionState session = SessionState::waiting;
    if (rules.start == Start::own) {
        session = own_state_at(rules, state, now);
    } else {
        const Course course = settled(rules, state, state.course, now);
        if (is_ended(rules, state, course, now)) return SessionState::finished;
        if (course.flag) {
            return all_finished(rules, state) ? SessionState::finished : SessionState::finishing;
        }
        if (course.clock && now >= *course.clock) session = SessionState::running;
    }
    return session == SessionState::running && state.red_out ? SessionState::suspended : session;
}

std::optional<DecoderTime> finished_at(const Rules& rules, const State& state, DecoderTime now) {
    if (state_at(rules, state, now) != SessionState::finished) return std::nullopt;
    return over_at(rules, state, settled(rules, state, state.course, now), now);
}

RowState status_at(const Rules& rules, const State& state, const Entrant& entrant, DecoderTime now) {
    if (entrant.took_flag) return RowState::finished;
    const bool own = rules.start == Start::own;
    const bool ended =
        own ? has_ended_own(rules, state, entrant, now) : state_at(rules, state, now) == SessionState::finished;
    if (!ended) return RowState::running;
    if (entrant.crossings == 0) return RowState::dns;
    if (rules.end.how == EndHow::immediate || state.ended_under_red) return RowState::finished;
    const bool race = rules.kind == Kind::race || rules.kind == Kind::endurance;
    return race ? RowState::dnf : RowState::finished;
}

Flag flag_at(const Rules& rules, const State& state, DecoderTime now) {
    const SessionState session = state_at(rules, state, now);
    const bool own = rules.start == Start::own;
    if (own ? state.course.called : settled(rules, state, state.course, now).flag.has_value()) return Flag::chequered;
    switch (session) {
        case SessionState::waiting:
        case SessionState::running:
        case SessionState::finishing:
        case SessionState::suspended:
            break;
        case SessionState::finished:
            return state.course.called ? Flag::chequered : Flag::none;
    }
    if (state.shown != Flag::none) return state.shown;
    return session == SessionState::waiting ? Flag::none : Flag::green;
}

Clock clock_at(const Rules& rules, const State& state, DecoderTime now) {
    Clock clock;
    const SessionState session = state_at(rules, state, now);
    const Course course = settled(rules, state, state.course, now);
    const bool own = rules.start == Start::own;
    const bool started = session != SessionState::waiting && session != SessionState::finished;
    clock.runs = started && !state.stopped_since;
    const DecoderTime until = session == SessionState::finished ? over_at(rules, state, course, now) : now;
    const std::int64_t time_us = length_us(rules, state);
    if (session != SessionState::waiting && course.clock) {
        clock.elapsed_us = us_between(*course.clock, until) - stopped_until(state, until);
    }
    if (time_us > 0 && !own) clock.remaining_us = std::max<std::int64_t>(0, time_us - clock.elapsed_us.value_or(0));
    if (!state.ranked.empty()) clock.laps_done = state.entrants[state.ranked.front()].laps;
    if (rules.end.laps > 0) clock.laps_total = std::max(1, rules.end.laps + state.more_laps);
    if (course.target_laps > 0) clock.laps_total = course.target_laps;
    return clock;
}

std::optional<DecoderTime> next_deadline(const Rules& rules, const State& state, DecoderTime now) {
    std::optional<DecoderTime> next;
    const auto offer = [&](std::optional<DecoderTime> at) {
        if (at && *at > now && (!next || *at < *next)) next = at;
    };
    const auto offer_course = [&](const Course& course) {
        const Course then = settled(rules, state, course, now);
        if (!then.flag && !then.awaiting) offer(time_up(rules, state, then));
        if (const auto last = last_moment(rules, state, then)) offer(later_by(*last, 1));
    };
    if (state_at(rules, state, now) == SessionState::finished && rules.start != Start::own) return std::nullopt;
    if (rules.start == Start::signal) offer(state.course.clock);
    if (rules.start != Start::own) {
        offer_course(state.course);
        return next;
    }
    for (const Entrant& entrant : state.entrants) {
        if (entrant.crossings > 0 && !entrant.took_flag) offer_course(entrant.own);
    }
    return next;
}

}  // namespace chicane::timing
