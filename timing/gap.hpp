// Distance of a row to another ahead of it. contract.md, replay: Gap.
#pragma once

#include <cstdint>

#include "timing/board.hpp"
#include "timing/lap.hpp"
#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

/// `to` is ranked ahead of `entrant`, or is `entrant` itself: the first has the distance 0 to himself.
/// `runs`: the entrant's run goes on; in a race he is then compared at his last lap where the other has
/// crossed since.
Gap gap_between(const Rules& rules, const State& state, const LapBook& book, std::uint16_t entrant, std::uint16_t to,
                bool runs);

}  // namespace chicane::timing
