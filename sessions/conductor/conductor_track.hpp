// What the conductor keeps of a track beside its log; for conductor.cpp and decision.cpp alone.
#pragma once

#include "sessions/conductor/conductor.hpp"

namespace chicane::sessions::conductor {

struct Conductor::Track {
    explicit Track(TrackOptions options) : log(std::move(options)) {}

    TrackLog log;
    Alarms alarms;
    std::vector<Action> actions;  ///< newest first, at most actions_max
    std::map<std::string, decoders::link::SourceHealth> health;
    timing::Board shown;  ///< the last board that was published
};

}  // namespace chicane::sessions::conductor
