// The state machine of a session: what a passing or an official's act makes of the state. A pure function of
// rules, state and event; `book` is the part of the state that grows with the laps, and is cut back by who
// goes back to a checkpoint.
#pragma once

#include <cstdint>
#include <optional>

#include "timing/event.hpp"
#include "timing/lap.hpp"
#include "timing/passing.hpp"
#include "timing/rules.hpp"
#include "timing/state.hpp"
#include "timing/verdict.hpp"

namespace chicane::timing {

/// What became of a passing.
struct Judged {
    Verdict verdict = Verdict::unknown_transponder;
    bool lap = false;  ///< it completed a lap, the last of the book
};

/// The state before anything has happened. `sectors`: the highest sector loop of the track.
State initial(const Rules& rules, std::uint16_t entrants, std::uint8_t sectors);

/// One more entrant, last in order of entry; nothing where entrants_max are there.
std::optional<std::uint16_t> enter(State& state);

/// Passings come in order of crossing.
Judged apply(const Rules& rules, State& state, LapBook& book, const Passing& passing);

/// Any event; what is no passing has no verdict.
std::optional<Judged> apply(const Rules& rules, State& state, LapBook& book, const Event& event);

}  // namespace chicane::timing
