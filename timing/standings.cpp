#include "timing/standings.hpp"

#include <algorithm>

#include "timing/gap.hpp"
#include "timing/ranking.hpp"
#include "timing/status.hpp"

namespace chicane::timing {

namespace {

void fill_times(const Rules& rules, const State& state, const Entrant& entrant, Row& row) {
    row.laps = entrant.laps;
    row.classified = entrant.crossings > 0;
    if (entrant.crossings > 0) row.total_us = total_us(rules, state, entrant);
    if (entrant.laps > 0) row.last_us = entrant.last_us;
    if (entrant.best_lap > 0) {
        row.best_us = entrant.best_us;
        row.best_lap = entrant.best_lap;
    }
    if (entrant.averaged_laps > 0) row.average_us = average_us(entrant);
}

std::vector<SectorTime> sector_times(const State& state, const Entrant& entrant) {
    std::vector<SectorTime> sectors;
    if (state.sectors == 0) return sectors;
    // The last sector ends at the finish: there is one more than loops.
    const std::size_t count = std::min<std::size_t>(state.sectors + std::size_t{1}, sectors_max);
    for (std::size_t i = 0; i < count; ++i) {
        const Sector& sector = entrant.sectors[i];
        SectorTime& time = sectors.emplace_back();
        time.sector = static_cast<std::int32_t>(i + 1);
        if (sector.last_us < 0) continue;
        time.last_us = sector.last_us;
        time.best_us = sector.best_us;
    }
    return sectors;
}

}  // namespace

std::vector<Standing> standings_at(const Rules& rules, const State& state, const LapBook& book, DecoderTime now) {
    std::vector<Standing> standings;
    standings.reserve(state.ranked.size());
    for (std::size_t i = 0; i < state.ranked.size(); ++i) {
        const std::uint16_t who = state.ranked[i];
        const Entrant& entrant = state.entrants[who];
        Standing& standing = standings.emplace_back();
        standing.entrant = who;
        Row& row = standing.row;
        row.position = static_cast<std::int32_t>(i + 1);
        row.transponder = entrant.last_tag;
        fill_times(rules, state, entrant, row);
        row.sectors = sector_times(state, entrant);
        row.pits = entrant.pits;
        row.state = status_at(rules, state, entrant, now);
        const bool runs = row.state == RowState::running;
        row.gap = gap_between(rules, state, book, who, state.ranked.front(), runs);
        row.interval = gap_between(rules, state, book, who, state.ranked[i == 0 ? 0 : i - 1], runs);
        if (runs && entrant.in_pit) row.state = RowState::in_pit;
    }
    return standings;
}

}  // namespace chicane::timing
