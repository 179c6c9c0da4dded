// Who goes where in a Grand Prix once a round has its result: qualifying into semi-finals and consolations or into finals, semi-finals into the
// final. Lists are in order of rank, the best first; the same people come out that went in. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "timing/ids.hpp"

namespace chicane::sessions::meetings {

using People = std::vector<timing::EntrantId>;

struct SemisDraw {
    People semi_1;
    People semi_2;
    std::vector<People> consolations;  ///< in order of rank, the better in the first
};

/// Ranks 1 to 2·places snake into the two semi-finals (1, 4, 5, 8 … and 2, 3, 6, 7 …); the others go to consolations of even sizes.
SemisDraw draw_semis(std::span<const timing::EntrantId> ranked, std::size_t places);

/// The best to A, the next to B …, by even sizes; A is the first.
std::vector<People> draw_finals(std::span<const timing::EntrantId> ranked, std::size_t places);

/// A line of a semi-final's classification, the winner first; laps 0 for who did not start.
struct SemiResult {
    timing::EntrantId who;
    std::int32_t laps = 0;
    std::int64_t time_us = 0;
};

/// The final's grid: the best ⌊places/2⌋ of each, and one more by laps and time when places is odd or a semi-final has not enough. Winners first,
/// of equal places the better time, then semi-final 1.
People draw_final(std::span<const SemiResult> semi_1, std::span<const SemiResult> semi_2, std::size_t places);

}  // namespace chicane::sessions::meetings
