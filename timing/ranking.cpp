#include "timing/ranking.hpp"

#include <utility>

#include "timing/ensure.hpp"

namespace chicane::timing {

namespace {

enum class Group { ranked, crossed, absent };

Group group_of(const Rules& rules, const Entrant& entrant) {
    if (entrant.crossings == 0) return Group::absent;
    switch (rules.rank) {
        case Ranking::best_lap:
            return entrant.best_lap > 0 ? Group::ranked : Group::crossed;
        case Ranking::average_lap:
            return entrant.averaged_laps > 0 ? Group::ranked : Group::crossed;
        case Ranking::laps:
        case Ranking::total_time:
            return entrant.laps > 0 ? Group::ranked : Group::crossed;
    }
    std::unreachable();
}

bool ahead_by_rules(const Field& field, std::uint16_t left, std::uint16_t right) {
    switch (field.rules.rank) {
        case Ranking::best_lap:
            return ahead_by_best_lap(field, left, right);
        case Ranking::laps:
            return ahead_by_laps(field, left, right);
        case Ranking::total_time:
            return ahead_by_total_time(field, left, right);
        case Ranking::average_lap:
            return ahead_by_average_lap(field, left, right);
    }
    std::unreachable();
}

}  // namespace

bool is_ahead(const Field& field, std::uint16_t left, std::uint16_t right) {
    const Entrant& a = field.state.entrants[left];
    const Entrant& b = field.state.entrants[right];
    const Group group = group_of(field.rules, a);
    const Group other = group_of(field.rules, b);
    if (group != other) return group < other;
    switch (group) {
        case Group::ranked:
            return ahead_by_rules(field, left, right);
        case Group::crossed:
            return a.first_order < b.first_order;
        case Group::absent:
            return left < right;
    }
    std::unreachable();
}

void rank_anew(const Rules& rules, State& state, LapBook& book, std::uint16_t entrant) {
    const Field field{rules, state, book};
    std::vector<std::uint16_t>& ranked = state.ranked;
    std::size_t place = state.places[entrant];
    ensure(ranked[place] == entrant, "a place and its entrant name each other");
    const auto move_to = [&](std::size_t to) {
        ranked[place] = ranked[to];
        state.places[ranked[place]] = static_cast<std::uint16_t>(place);
        place = to;
    };
    while (place > 0 && is_ahead(field, entrant, ranked[place - 1])) move_to(place - 1);
    while (place + 1 < ranked.size() && is_ahead(field, ranked[place + 1], entrant)) move_to(place + 1);
    ranked[place] = entrant;
    state.places[entrant] = static_cast<std::uint16_t>(place);
}

std::int64_t total_us(const Rules& rules, const State& state, const Entrant& entrant) {
    const bool own = rules.start == Start::own || rules.first_crossing == FirstCrossing::own_clock;
    ensure(entrant.crossings > 0 && state.course.clock, "who has crossed has a clock");
    return us_between(own ? entrant.first_crossing : *state.course.clock, entrant.last_crossing);
}

}  // namespace chicane::timing
