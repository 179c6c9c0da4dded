// Passings that tell nothing new, found by looking at their neighbours in the order of crossing: copies, and what a backup
// decoder heard beside the main one. contract.md, replay: Verdicts, Loops.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sessions/log.hpp"
#include "sessions/loops.hpp"
#include "timing/passing.hpp"

namespace chicane::sessions {

timing::Echo echo_of(const Log& log, std::size_t index, const Loops& loops, std::int64_t merge_window_us);

/// The first passing whose verdict the one at `index` may change: itself, or a backup's before it in the merge window.
std::size_t first_touched(const Log& log, std::size_t index, const Loops& loops, std::int64_t merge_window_us);

}  // namespace chicane::sessions
