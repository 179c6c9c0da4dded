// Heats that follow from heats: a ladder, in which the best go up a step and the last go down one, and an elimination, from which only the best of
// each heat go on. Results are lists in order of classification.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sessions/meetings/grand_prix_draw.hpp"

namespace chicane::sessions::meetings {

/// The next round of a ladder, the top heat first. The best `exchange` of each heat change with the last `exchange` of the one above, never more
/// than half of either: who comes up is at the end of his new heat, who goes down at its front. Sizes stay.
std::vector<People> climb(std::span<const People> results, std::size_t exchange);

/// The first round of an elimination: snaked into heats of even sizes.
std::vector<People> draw_elimination(std::span<const timing::EntrantId> ranked, std::size_t places);

struct Elimination {
    std::vector<People> heats;  ///< of the next round; one heat is the final
    People out;                 ///< the better placed first
};

/// The best `through` of each heat go on, all winners before all seconds, snaked again. Nothing when nobody would be out and it is no final yet.
std::optional<Elimination> eliminate(std::span<const People> results, std::size_t through, std::size_t places);

}  // namespace chicane::sessions::meetings
