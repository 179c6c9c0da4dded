// The rows of a session in order of position, with all that the engine knows and no names: those are put to
// them by who knows the setup.
#pragma once

#include <cstdint>
#include <vector>

#include "timing/board.hpp"
#include "timing/lap.hpp"
#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

struct Standing {
    std::uint16_t entrant = 0;  ///< place in the order of entry
    Row row;                    ///< without id, number and name; `state` is finished, running, in_pit, dns or dnf
};

std::vector<Standing> standings_at(const Rules& rules, const State& state, const LapBook& book, DecoderTime now);

}  // namespace chicane::timing
