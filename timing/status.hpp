// Where a session and its entrants stand at a moment, without another passing. contract.md, replay: state,
// status.
#pragma once

#include <optional>

#include "timing/board.hpp"
#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

/// `now` is not before the last event applied. Suspended while a red flag has stopped a running clock.
SessionState state_at(const Rules& rules, const State& state, DecoderTime now);

/// When a finished session was over: by an official, at the flag, with the last to finish, or at the end of the grace.
std::optional<DecoderTime> finished_at(const Rules& rules, const State& state, DecoderTime now);

/// finished, running, dns or dnf.
RowState status_at(const Rules& rules, const State& state, const Entrant& entrant, DecoderTime now);

/// The flag that the track shows: the chequered one, else an official's, else green while it runs.
Flag flag_at(const Rules& rules, const State& state, DecoderTime now);

Clock clock_at(const Rules& rules, const State& state, DecoderTime now);

/// When, after `now`, state or flag change without a passing: signal, zero, end of a grace.
std::optional<DecoderTime> next_deadline(const Rules& rules, const State& state, DecoderTime now);

}  // namespace chicane::timing
