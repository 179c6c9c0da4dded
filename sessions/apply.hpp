// One step of a session's replay: resolve (whose tag, which loop, an echo or not), then timing's apply. What is checkpointed
// and replayed. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sessions/log.hpp"
#include "sessions/loops.hpp"
#include "sessions/remarks.hpp"
#include "sessions/tags.hpp"
#include "timing/engine.hpp"

namespace chicane::sessions {

/// The state between two events: small, copied whole as a checkpoint.
struct Progress {
    timing::State timing;
    std::vector<std::uint16_t> entrants;  ///< the engine's entrant of each driver that nobody entered, or no_entrant
    std::vector<Driver> unentered;       ///< the drivers of the engine's entrants behind the setup's, in order of entry
    std::vector<std::uint64_t> crossed;  ///< the passing of each engine entrant's last crossing; 0: none
    std::size_t officials = 0;           ///< how many of the officials' events are applied
};

/// What a replay reads and does not change.
struct Ground {
    timing::Rules rules;
    Loops loops;
    Tags tags;
    Remarks remarks = {};
};

Progress opening(const Ground& ground);

/// Judges the passing at `index` of the log, whose neighbours it looks at, and writes what became of it there.
void apply(const Ground& ground, Progress& progress, timing::LapBook& book, Log& log, std::size_t index);

}  // namespace chicane::sessions
