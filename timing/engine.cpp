#include "timing/engine.hpp"

#include <algorithm>
#include <variant>

#include "timing/course.hpp"
#include "timing/ensure.hpp"
#include "timing/judge.hpp"
#include "timing/ranking.hpp"
#include "timing/sectors.hpp"
#include "timing/suspicion.hpp"

namespace chicane::timing {

namespace {

/// The clock that a first crossing starts: the session's, with `own` the entrant's too.
void start_clocks(const Rules& rules, State& state, Entrant& entrant, DecoderTime at) {
    if (!state.course.clock) state.course.clock = at;
    if (rules.start != Start::own) return;
    entrant.own.clock = at;
    entrant.own.stopped_before_us = stopped_until(state, at);
}

void keep_lap(const Rules& rules, const State& state, Entrant& entrant, std::int64_t time_us) {
    ++entrant.laps;
    entrant.last_us = time_us;
    if (rules.max_lap_us > 0 && time_us > rules.max_lap_us) return;
    entrant.averaged_us += time_us;
    ++entrant.averaged_laps;
    if (entrant.best_lap > 0 && cut(entrant.best_us) <= cut(time_us)) return;
    entrant.best_us = time_us;
    entrant.best_lap = entrant.laps;
    entrant.best_order = state.order;
}

void note_crossing(const State& state, Entrant& entrant, const Passing& passing) {
    if (entrant.crossings == 0) {
        entrant.first_crossing = passing.time;
        entrant.first_order = state.order;
    }
    ++entrant.crossings;
    entrant.last_crossing = passing.time;
    entrant.last_order = state.order;
    entrant.crossing_tag = passing.transponder;
}

/// Answers whether a lap was completed.
bool cross_line(const Rules& rules, State& state, LapBook& book, const Passing& passing) {
    const std::uint16_t who = *passing.entrant;
    Entrant& entrant = state.entrants[who];
    const bool first = entrant.crossings == 0;
    const bool ends_first_lap = first && rules.first_crossing == FirstCrossing::ends_lap;
    if (first) {
        start_clocks(rules, state, entrant, passing.time);
        book.begin(who, ends_first_lap ? *state.course.clock : passing.time);
    }
    note_crossing(state, entrant, passing);
    const bool lap = !first || ends_first_lap;
    if (lap) {
        keep_lap(rules, state, entrant, book.end_lap(who, passing.time));
        ++state.laps;
    }
    entrant.suspicious = lap && is_suspicious(rules, entrant, book, who);
    entrant.disturbed = slows(state.shown) || entrant.in_pit || is_pit(passing.role);
    rank_anew(rules, state, book, who);
    const bool own = rules.start == Start::own;
    Course& course = own ? entrant.own : state.course;
    cross(rules, state, course, entrant, own || state.ranked.front() == who);
    entrant.took_flag = ends_run(rules, state, course, entrant);
    return lap;
}

void settle_all(const Rules& rules, State& state, DecoderTime now) {
    if (rules.start != Start::own) return settle(rules, state, state.course, now);
    for (Entrant& entrant : state.entrants) settle(rules, state, entrant.own, now);
}

void stop_clock(State& state, DecoderTime at) {
    if (!state.stopped_since) state.stopped_since = at;
}

void release_clock(State& state, DecoderTime at) {
    if (!state.stopped_since) return;
    state.stopped_us = stopped_until(state, at);
    state.stopped_since.reset();
}

void call_all_ends(const Rules& rules, State& state, DecoderTime at) {
    if (rules.start != Start::own) return call_end(rules, state.course, at);
    if (state.course.called) return;
    // Nobody leads them all, so that the session's flag waits for nobody: who has not started does not start any more.
    state.course.called = true;
    state.course.flag = at;
    for (Entrant& entrant : state.entrants) {
        if (entrant.crossings > 0) call_end(rules, entrant.own, at);
    }
}

struct Act {
    const Rules& rules;
    State& state;

    void operator()(const StartSignal& signal) const {
        if (rules.start == Start::signal) state.course.clock = signal.at;
    }
    void operator()(const FlagShown& flag) const {
        settle_all(rules, state, flag.at);
        if (flag.flag == Flag::red) {
            stop_clock(state, flag.at);
        } else {
            release_clock(state, flag.at);
        }
        if (flag.flag == Flag::chequered) {
            call_all_ends(rules, state, flag.at);
        } else {
            state.shown = flag.flag;
        }
        if (!slows(flag.flag)) return;
        for (Entrant& entrant : state.entrants) entrant.disturbed = true;
    }
    void operator()(const EndExtended& more) const {
        state.more_us += more.more_us;
        state.more_laps += more.more_laps;
    }
    void operator()(const FinishedNow& finish) const {
        settle_all(rules, state, finish.at);
        if (!state.finished_at) state.finished_at = finish.at;
    }
    void operator()(const Ticked&) const {}  // what a time makes of a session is settled when it is asked for
};

}  // namespace

State initial(const Rules& rules, std::uint16_t entrants, std::uint8_t sectors) {
    State state;
    state.sectors = sectors;
    if (rules.start == Start::signal) state.course.clock = rules.start_at;
    for (std::uint16_t i = 0; i < entrants; ++i) ensure(enter(state).has_value(), "a setup keeps entrants_max");
    return state;
}

std::optional<std::uint16_t> enter(State& state) {
    if (state.entrants.size() >= entrants_max) return std::nullopt;
    const auto entrant = static_cast<std::uint16_t>(state.entrants.size());
    state.entrants.emplace_back();
    state.places.push_back(static_cast<std::uint16_t>(state.ranked.size()));
    state.ranked.push_back(entrant);
    return entrant;
}

Judged apply(const Rules& rules, State& state, LapBook& book, const Passing& passing) {
    ++state.order;
    if (rules.start != Start::own) settle(rules, state, state.course, passing.time);
    if (!passing.entrant) return {judge(rules, state, passing), false};
    Entrant& entrant = state.entrants[*passing.entrant];
    if (rules.start == Start::own) settle(rules, state, entrant.own, passing.time);
    const Verdict verdict = judge(rules, state, passing);
    entrant.last_tag = passing.transponder;
    entrant.last_seen = std::max(entrant.last_seen, passing.time);
    if (passing.echo == Echo::none && is_finish(passing.role)) entrant.on_line = passing.time;
    if (verdict != Verdict::starts_lap && verdict != Verdict::counted) return {verdict, false};
    pass_loop(state, entrant, passing);
    entrant.disturbed = entrant.disturbed || is_pit(passing.role);
    return {verdict, is_finish(passing.role) && cross_line(rules, state, book, passing)};
}

std::optional<Judged> apply(const Rules& rules, State& state, LapBook& book, const Event& event) {
    if (const auto* passing = std::get_if<Passing>(&event)) return apply(rules, state, book, *passing);
    std::visit(
        [&](const auto& what) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(what)>, Passing>) Act{rules, state}(what);
        },
        event);
    return std::nullopt;
}

}  // namespace chicane::timing
