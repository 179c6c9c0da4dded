// Who overtook whom while a flag was out: who crosses twice between two crossings of another has passed him. Told by the crossings at the finish
// alone, and only what they leave no doubt of: both drove on, neither was in the pit. A proposal, as all breaches are. race-rules.md §4.
#pragma once

#include <span>
#include <vector>

#include "timing/endurance.hpp"
#include "timing/lap.hpp"

namespace chicane::timing {

/// Told of whole laps under a flag whose rule reports overtakes, by the entrants in the book before `entrants`; in order of time, then entrant.
std::vector<Breach> overtakes(const LapBook& book, std::size_t entrants, std::span<const FlagSpan> flags);

}  // namespace chicane::timing
