#include "timing/sectors.hpp"

namespace chicane::timing {

namespace {

/// `number`, from 1, ends at `at`; the last sector of a lap ends at the finish.
void end_sector(Entrant& entrant, std::uint8_t number, DecoderTime at) {
    if (number == 0 || number > sectors_max || entrant.crossings == 0) return;
    if (entrant.split_sector == no_split) return;
    const bool in_order = entrant.split_sector + 1 == number;
    if (in_order) {
        Sector& sector = entrant.sectors[number - 1U];
        sector.last_us = us_between(number == 1 ? entrant.last_crossing : entrant.split_at, at);
        if (sector.best_us < 0 || sector.last_us < sector.best_us) sector.best_us = sector.last_us;
    }
    if (number > entrant.split_sector) {
        entrant.split_sector = number;
        entrant.split_at = at;
    }
}

}  // namespace

void pass_loop(const State& state, Entrant& entrant, const Passing& passing) {
    switch (passing.role) {
        case LoopRole::sector:
            return end_sector(entrant, passing.sector, passing.time);
        case LoopRole::pit_in:
            if (!entrant.in_pit) ++entrant.pits;
            entrant.in_pit = true;
            return;
        case LoopRole::pit_out:
            entrant.in_pit = false;
            return;
        case LoopRole::finish:
            entrant.in_pit = false;
            [[fallthrough]];
        case LoopRole::finish_in_pit:
            // A divided lap missed a finish: its last sector would be a lap too long.
            if (state.sectors > 0 && passing.remark.parts == 1)
                end_sector(entrant, static_cast<std::uint8_t>(state.sectors + 1), passing.time);
            entrant.split_sector = 0;
            return;
        case LoopRole::speed_trap:
        case LoopRole::pit_box:
            return;
    }
}

}  // namespace chicane::timing
