// Who is ahead of whom. One file a way of ranking; a new one is an enumerator of Ranking, its file, and its
// line in `ranking.cpp`. contract.md, replay: Ranking.
#pragma once

#include <cstdint>

#include "timing/lap.hpp"
#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

/// What a way of ranking looks at. The book is not const because it sorts lap times only once a tie asks for
/// them.
struct Field {
    const Rules& rules;
    const State& state;
    LapBook& book;
};

// Each compares two entrants that both have something to rank by: whether `left` is ahead. Never both ways,
// and never neither.
bool ahead_by_best_lap(const Field& field, std::uint16_t left, std::uint16_t right);
bool ahead_by_laps(const Field& field, std::uint16_t left, std::uint16_t right);
bool ahead_by_total_time(const Field& field, std::uint16_t left, std::uint16_t right);
bool ahead_by_average_lap(const Field& field, std::uint16_t left, std::uint16_t right);

/// Whether `left` is ahead by the session's rules, whatever the two have done: then come those with a
/// crossing and nothing to rank by, in order of first crossing, then those without, in order of entry.
bool is_ahead(const Field& field, std::uint16_t left, std::uint16_t right);

/// Moves an entrant that has changed to its place among the others, which have not.
void rank_anew(const Rules& rules, State& state, LapBook& book, std::uint16_t entrant);

/// From the start of the clock that counts for the entrant to his last crossing; he has one.
std::int64_t total_us(const Rules& rules, const State& state, const Entrant& entrant);

/// Mean of the laps that count for it, rounded down; there are some.
constexpr std::int64_t average_us(const Entrant& entrant) { return entrant.averaged_us / entrant.averaged_laps; }

}  // namespace chicane::timing
