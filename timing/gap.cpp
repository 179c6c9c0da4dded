#include "timing/gap.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "timing/ranking.hpp"

namespace chicane::timing {

namespace {

constexpr std::int64_t whole_ms(std::int64_t us) { return cut(us) * resolution_us; }

/// Who was set behind may be the better one: then there is no gap to tell.
Gap level_gap(std::int64_t us) { return {us < 0 ? std::nullopt : std::optional(us), 0}; }

Gap lap_time_gap(std::optional<std::int64_t> own_us, std::optional<std::int64_t> other_us) {
    if (!own_us || !other_us) return {std::nullopt, 0};
    return level_gap(whole_ms(*own_us) - whole_ms(*other_us));
}

std::optional<std::int64_t> best_of(const Entrant& entrant) {
    return entrant.best_lap > 0 ? std::optional(entrant.best_us) : std::nullopt;
}

std::optional<std::int64_t> average_of(const Entrant& entrant) {
    return entrant.averaged_laps > 0 ? std::optional(average_us(entrant)) : std::nullopt;
}

/// When a crossing was on the session's clock, cut.
std::int64_t on_clock(const State& state, DecoderTime at) { return whole_ms(us_between(*state.course.clock, at)); }

Gap race_gap(const State& state, const LapBook& book, std::uint16_t entrant, std::uint16_t to, bool runs) {
    const Entrant& e = state.entrants[entrant];
    const Entrant& other = state.entrants[to];
    if (other.crossings == 0) return {};
    const std::int32_t down = other.laps - e.laps;
    if (down < 0) return {std::nullopt, 0};
    if (down == 0) return level_gap(on_clock(state, reached_at(e)) - on_clock(state, reached_at(other)));
    const bool crossed_since = other.last_order > e.last_order;
    if (!runs || !crossed_since) return {std::nullopt, down};
    if (down > 1) return {std::nullopt, down - 1};
    const DecoderTime there = book.crossing(to, e.laps);
    return {std::max<std::int64_t>(0, on_clock(state, e.last_crossing) - on_clock(state, there)), 0};
}

Gap total_time_gap(const Rules& rules, const State& state, const Entrant& entrant, const Entrant& to) {
    if (to.crossings == 0) return {};
    const std::int32_t down = to.laps - entrant.laps;
    if (down != 0) return {std::nullopt, std::max(0, down)};
    return level_gap(whole_ms(total_us(rules, state, entrant)) - whole_ms(total_us(rules, state, to)));
}

}  // namespace

Gap gap_between(const Rules& rules, const State& state, const LapBook& book, std::uint16_t entrant, std::uint16_t to,
                bool runs) {
    const Entrant& e = state.entrants[entrant];
    const Entrant& other = state.entrants[to];
    if (e.crossings == 0) return {};
    switch (rules.rank) {
        case Ranking::best_lap:
            return lap_time_gap(best_of(e), best_of(other));
        case Ranking::average_lap:
            return lap_time_gap(average_of(e), average_of(other));
        case Ranking::laps:
            return race_gap(state, book, entrant, to, runs);
        case Ranking::total_time:
            return total_time_gap(rules, state, e, other);
    }
    std::unreachable();
}

}  // namespace chicane::timing
