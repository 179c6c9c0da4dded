// Where the result of a red flag is taken: the last lap completed by every kart that was still running. race-rules.md §4.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "timing/lap.hpp"
#include "timing/state.hpp"
#include "timing/time.hpp"

namespace chicane::timing {

/// A kart is still running if its last crossing before the flag is no longer ago than so many of its own laps (the median).
inline constexpr std::int64_t running_laps = 2;

/// The lap of the book that the leader ended at that line: from there on each kart's next crossing is its last before the restart.
/// `laps_back`: so many laps earlier, as officials chose. Nothing where no lap was completed by all.
std::optional<std::size_t> red_line(const State& state, const LapBook& book, DecoderTime red_at,
                                    std::int32_t laps_back);

}  // namespace chicane::timing
