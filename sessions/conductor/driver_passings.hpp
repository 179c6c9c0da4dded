// The passings of one entrant with what became of each: what an official corrects. Made when somebody asks, on the timing thread.
#pragma once

#include <string>
#include <vector>

#include "sessions/conductor/track_log.hpp"
#include "sessions/doubtful_laps.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t driver_passings_max = 3'000;  ///< the newest: the laps of a 24-hour race

struct DriverPassing {
    JudgedPassing judged;
    std::string device;
    bool manual = false;  ///< people told of it
    DoubtfulLap lap;      ///< whether the lap that it ends should be looked at
    std::vector<RemarkKind> remarks;
};

/// Newest first, at most driver_passings_max.
std::vector<DriverPassing> driver_passings(const TrackLog& log, const std::string& session, const Window& window,
                                           timing::EntrantId entrant);

}  // namespace chicane::sessions::conductor
