// The transponder by which a passing without one counts for an entrant.
#pragma once

#include <optional>

#include "sessions/conductor/fleet.hpp"
#include "sessions/conductor/session_life.hpp"

namespace chicane::sessions::conductor {

/// A tag that is the entrant's in the session at a time, as its window sees it: of the setup, handed to him, or his kart's. `entrant` is
/// one of `life.setup.entrants`.
std::optional<timing::TransponderId> tag_of(const Life& life, const EntrantSetup& entrant, const Fleet& fleet,
                                            timing::DecoderTime at);

}  // namespace chicane::sessions::conductor
