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
    if (!state.course.clock) {
        state.course.clock = at;
        state.course.stopped_before_us = stopped_until(state, at);
    }
    if (rules.start != Start::own) return;
    entrant.own.clock = at;
    entrant.own.stopped_before_us = stopped_until(state, at);
}

void keep_lap(State& state, Entrant& entrant, const Lap& lap) {
    ++entrant.laps;
    ++state.laps;
    entrant.last_us = lap.time_us;
    if (!lap.timed) return;
    entrant.averaged_us += lap.time_us;
    ++entrant.averaged_laps;
    if (entrant.best_lap > 0 && cut(entrant.best_us) <= cut(lap.time_us)) return;
    entrant.best_us = lap.time_us;
    entrant.best_lap = entrant.laps;
    entrant.best_order = state.order;
}

/// The lap that ends at `at`; divided into `parts` where passings were missed: then the time of none is known.
void end_laps(State& state, LapBook& book, std::uint16_t who, DecoderTime at, std::uint8_t parts, bool timed) {
    const DecoderTime begin = book.lap_began(who);
    const std::int64_t whole_us = us_between(begin, at);
    for (std::int64_t part = 1; part <= parts; ++part) {
        const DecoderTime end = later_by(begin, whole_us / parts * part + whole_us % parts * part / parts);
        keep_lap(state, state.entrants[who], book.end_lap(who, end, timed && parts == 1));
    }
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
    entrant.rejoins = false;
}

/// Answers whether a lap was completed.
bool cross_line(const Rules& rules, State& state, LapBook& book, const Passing& passing) {
    const std::uint16_t who = *passing.entrant;
    Entrant& entrant = state.entrants[who];
    const bool lap = !begins_lap(rules, state, entrant);
    if (entrant.crossings == 0) start_clocks(rules, state, entrant, passing.time);
    if (entrant.crossings == 0 || entrant.rejoins || state.laps_void) {
        book.begin(who, !lap ? passing.time : entrant.rejoins ? *state.restarted_at : *state.course.clock);
        ++entrant.begins;
    }
    note_crossing(state, entrant, passing);
    if (lap) {
        entrant.lap_order = state.order;
        entrant.lap_at = passing.time;
        end_laps(state, book, who, passing.time, passing.remark.parts, !passing.remark.lap_deleted);
    }
    entrant.suspicious = lap && passing.remark.parts == 1 && is_suspicious(rules, entrant, book, who);
    entrant.disturbed = slows(state.shown) || state.yellow_posts != 0 || entrant.in_pit || is_pit(passing.role);
    rank_anew(rules, state, book, who);
    const bool own = rules.start == Start::own;
    Course& course = own ? entrant.own : state.course;
    cross(rules, state, course, entrant, own || state.ranked.front() == who, passing.remark.ends_race);
    entrant.took_flag = ends_run(rules, state, course, entrant);
    entrant.halted = state.halting || state.red_out;
    return lap;
}

void settle_all(const Rules& rules, State& state, DecoderTime now) {
    if (rules.start != Start::own) return settle(rules, state, state.course, now);
    for (Entrant& entrant : state.entrants) settle(rules, state, entrant.own, now);
}

void hold_clock(const Rules& rules, State& state, DecoderTime at, bool stops) {
    if (stops == state.stopped_since.has_value()) return;
    if (!stops) {
        state.stopped_us = stopped_until(state, at);
        state.stopped_since.reset();
        return;
    }
    const bool waits = rules.start == Start::signal && state.course.clock && at < *state.course.clock;
    state.stopped_since = waits ? *state.course.clock : at;  // before its signal there is no clock to stop
}

void stop(const Rules& rules, State& state, DecoderTime at) {
    state.red_out = true;
    state.laps_void = false;
    hold_clock(rules, state, at, rules.red.stops_clock);
}

/// The restart: what ran goes on, or each lap begins anew.
void release(const Rules& rules, State& state, DecoderTime at) {
    if (!state.red_out) return;
    state.red_out = false;
    state.false_restart = false;
    state.halting = false;
    state.restarted_at = at;
    for (Entrant& entrant : state.entrants) {
        entrant.halted = false;
        entrant.rejoins = rules.red.restart == RedRestart::starts_lap && entrant.crossings > 0;
        if (entrant.rejoins) entrant.split_sector = no_split;
    }
}

/// Yellow there alone; any other flag ends it.
void show_at_post(State& state, const FlagShown& flag) {
    if (flag.post > posts_max) return;
    const std::uint32_t bit = 1U << (flag.post - 1U);
    state.yellow_posts = flag.flag == Flag::yellow ? state.yellow_posts | bit : state.yellow_posts & ~bit;
}

void call_all_ends(const Rules& rules, State& state, DecoderTime at) {
    if (rules.start != Start::own) {
        // What ended because no leader came is over.
        if (!is_over(rules, state, state.course, at)) call_end(rules, state.course, at);
        return;
    }
    if (state.course.called) return;
    // Nobody leads them all, so that the session's flag waits for nobody: who has not started does not start any more.
    state.course.called = true;
    state.course.flag = at;
    for (Entrant& entrant : state.entrants) {
        if (entrant.crossings > 0 && !is_over(rules, state, entrant.own, at)) call_end(rules, entrant.own, at);
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
        if (flag.post > 0) {
            show_at_post(state, flag);
        } else if (flag.flag == Flag::chequered) {
            end(flag.at);
        } else {
            show(flag);
        }
        if (!slows(flag.flag)) return;
        for (Entrant& entrant : state.entrants) entrant.disturbed = true;
    }
    void show(const FlagShown& flag) const {
        if (flag.flag == Flag::red) {
            stop(rules, state, flag.at);
        } else {
            const FlagRule* rule = rule_of(rules.flags, flag.flag, flag.own);
            hold_clock(rules, state, flag.at, rule && rule->stops_clock);
            release(rules, state, flag.at);
            state.laps_void = rule && !rule->laps_count;
        }
        state.shown = flag.flag;
        state.own_flag = flag.own;
        if (flag.flag == Flag::green) state.yellow_posts = 0;
    }
    void operator()(const FalseStart& start) const {
        if (rules.start == Start::signal) {
            state.course.clock.reset();
        } else if (!state.armed_anew || *state.armed_anew < start.at) {
            state.armed_anew = start.at;
        }
    }
    void operator()(const FalseRestart& restart) const {
        settle_all(rules, state, restart.at);
        stop(rules, state, restart.at);
        state.false_restart = true;
        state.shown = Flag::red;
        state.own_flag = 0;
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
    void operator()(const EndSet&) const { state.end_set = true; }
    /// Nobody drives to a flag under red: it ends where it stands.
    void end(DecoderTime at) const {
        const bool stopped = state.red_out && !state.finished_at;
        if (!state.red_out) hold_clock(rules, state, at, false);
        state.laps_void = false;
        state.false_restart = false;
        state.ended_under_red = state.ended_under_red || (state.red_out && (stopped || *state.finished_at == at));
        if (state.ended_under_red && state.finished_at.value_or(at) == at)
            state.stopped_at_end_us = stopped_until(state, at);
        if (!state.end_set) call_all_ends(rules, state, at);
        if (stopped) state.finished_at = at;
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
    if (passing.remark.halts && !passing.remark.voided) state.halting = true;
    if (!passing.entrant) return {judge(rules, state, passing), false};
    Entrant& entrant = state.entrants[*passing.entrant];
    if (rules.start == Start::own) settle(rules, state, entrant.own, passing.time);
    const Verdict verdict = judge(rules, state, passing);
    entrant.last_tag = passing.transponder;
    entrant.last_seen = std::max(entrant.last_seen, passing.time);
    if (passing.echo == Echo::none && is_finish(passing.role)) entrant.on_line = passing.time;
    if (verdict == Verdict::voided && is_finish(passing.role)) {
        entrant.voided_at = passing.time;
        entrant.voided_tag = passing.transponder;
    }
    if (verdict != Verdict::starts_lap && verdict != Verdict::counted) return {verdict, false};
    const bool was_in_pit = entrant.in_pit;
    pass_loop(state, entrant, passing);
    if (entrant.in_pit != was_in_pit) {
        book.pass_pit({passing.time, entrant.laps, *passing.entrant, was_in_pit, passing.role == LoopRole::finish});
        ++state.pit_passings;
    }
    if (passing.role == LoopRole::pit_box && entrant.in_pit) {
        book.pass_pit({passing.time, entrant.laps, *passing.entrant, false, false, true});
        ++state.pit_passings;
    }
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
