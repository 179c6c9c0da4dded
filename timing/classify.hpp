// The standings with what officials decided. Order of application: laps, then time, then places, then disqualifications; what is
// deleted of best laps comes first of all. race-rules.md §5. Without a charge these are the standings as driven.
#pragma once

#include <span>
#include <vector>

#include "timing/charge.hpp"
#include "timing/standings.hpp"

namespace chicane::timing {

/// `charges`: one for each entrant, in order of entry; shorter: the others have none. Position counts on through all: who takes part,
/// who ran too little to be classified (Rules::classified_percent), guests, dnq, dsq. Places move a kart among the first of these.
std::vector<Standing> classify(const Rules& rules, const State& state, const LapBook& book, DecoderTime now,
                               std::span<const Charge> charges);

/// Whether times, laps and places of decisions are applied: a race that runs is shown as driven until its end is in sight.
bool is_charged(const Rules& rules, SessionState session);

}  // namespace chicane::timing
