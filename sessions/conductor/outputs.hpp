// What lights and karts of each track shall do, of what the tracks show. Pure functions of the log and the time.
#pragma once

#include <map>
#include <string>

#include "sessions/conductor/centre_log.hpp"
#include "sessions/outputs/track_outputs.hpp"

namespace chicane::sessions::conductor {

/// What each track shows.
using BoardsShown = std::map<std::string, const timing::Board*>;

/// The karts of the session on the track, and those of no session that runs elsewhere: these obey the strictest of all tracks that show
/// anything. Karts out of service are left alone.
outputs::Wanted wanted_of(CentreLog& centre, const BoardsShown& boards, const std::string& track,
                          timing::HostTime host);

}  // namespace chicane::sessions::conductor
