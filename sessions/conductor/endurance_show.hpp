// How the teams of an endurance race stand, for race control: who drives, his stint, the stops, what limit is next, and which rules were
// broken. Full names: it needs an account. Pure functions of the window and the time.
#pragma once

#include "sessions/conductor/track_clock.hpp"
#include "sessions/conductor/track_show.hpp"
#include "sessions/conductor/view.hpp"

namespace chicane::sessions::conductor {

/// Empty where no team has drivers and no rule of endurance holds.
EnduranceShown endurance_of(const Shown& shown, const TrackClock& clock, timing::DecoderTime now,
                            timing::HostTime host);

}  // namespace chicane::sessions::conductor
