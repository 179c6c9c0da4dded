#include "sessions/conductor/outputs.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace chicane::sessions::conductor {

using outputs::SpeedLevel;
using timing::KartId;

namespace {

struct Stage {
    outputs::Aspect aspect = outputs::Aspect::dark;
    SpeedLevel level = SpeedLevel::slow;
    std::set<KartId> karts;  ///< of the session shown
};

/// What the rule-set says of the flag goes before what its colour means.
outputs::Aspect aspect_of(const timing::Board& board) {
    switch (board.show.lights) {
        case timing::Lights::off:
            return outputs::Aspect::dark;
        case timing::Lights::green:
            return outputs::Aspect::green;
        case timing::Lights::yellow:
            return outputs::Aspect::yellow;
        case timing::Lights::red:
            return outputs::Aspect::red;
        case timing::Lights::unset:
            break;
    }
    return outputs::aspect_of(board.flag);
}

SpeedLevel level_of(const timing::Board& board) {
    if (!board.show.speed_level) return outputs::level_of(board.flag);
    return static_cast<SpeedLevel>(std::min(*board.show.speed_level, timing::speed_level_max));
}
static_assert(static_cast<std::uint8_t>(SpeedLevel::full) == timing::speed_level_max);

Stage stage_of(CentreLog& centre, Track& track, const timing::Board& board, timing::HostTime host) {
    const Shown shown = centre.shown(track, track.clock.now(host));
    Stage stage;
    stage.aspect = aspect_of(board);
    stage.level = track.emergency ? SpeedLevel::stop : level_of(board);
    if (!shown.live || shown.life->practice) return stage;
    for (const EntrantSetup& entrant : shown.life->setup.entrants)
        if (entrant.kart) stage.karts.insert(*entrant.kart);
    return stage;
}

}  // namespace

outputs::Wanted wanted_of(CentreLog& centre, const BoardsShown& boards, const std::string& track,
                          timing::HostTime host) {
    std::map<std::string, Stage> stages;
    SpeedLevel strictest = SpeedLevel::full;
    for (auto& [id, each] : centre.tracks) {
        stages[id] = stage_of(centre, each, *boards.at(id), host);
        strictest = std::min(strictest, stages[id].level);
    }
    const Stage& own = stages.at(track);
    outputs::Wanted wanted;
    wanted.stopped = centre.tracks.at(track).emergency.has_value();
    wanted.aspect = wanted.stopped ? outputs::Aspect::red : own.aspect;
    for (const auto& [id, kart] : centre.fleet.karts()) {
        const bool here = own.karts.contains(id);
        const bool elsewhere =
            !here && std::ranges::any_of(stages, [&](const auto& stage) { return stage.second.karts.contains(id); });
        if (!elsewhere) wanted.karts.push_back({id, kart.number, here ? own.level : strictest});
    }
    return wanted;
}

}  // namespace chicane::sessions::conductor
