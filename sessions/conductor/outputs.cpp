#include "sessions/conductor/outputs.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace chicane::sessions::conductor {

using outputs::SpeedLevel;
using timing::KartId;

namespace {

struct Stage {
    timing::Flag flag = timing::Flag::none;
    SpeedLevel level = SpeedLevel::slow;
    std::set<KartId> karts;  ///< of the session shown
};

Stage stage_of(CentreLog& centre, Track& track, timing::Flag flag, timing::HostTime host) {
    const Shown shown = centre.shown(track, track.clock.now(host));
    Stage stage;
    stage.flag = flag;
    stage.level = track.emergency ? SpeedLevel::stop : outputs::level_of(stage.flag);
    if (!shown.live || shown.life->practice) return stage;
    for (const EntrantSetup& entrant : shown.life->setup.entrants)
        if (entrant.kart) stage.karts.insert(*entrant.kart);
    return stage;
}

}  // namespace

outputs::Wanted wanted_of(CentreLog& centre, const FlagsShown& flags, const std::string& track, timing::HostTime host) {
    std::map<std::string, Stage> stages;
    SpeedLevel strictest = SpeedLevel::full;
    for (auto& [id, each] : centre.tracks) {
        stages[id] = stage_of(centre, each, flags.at(id), host);
        strictest = std::min(strictest, stages[id].level);
    }
    const Stage& own = stages.at(track);
    outputs::Wanted wanted;
    wanted.stopped = centre.tracks.at(track).emergency.has_value();
    wanted.aspect = wanted.stopped ? outputs::Aspect::red : outputs::aspect_of(own.flag);
    for (const auto& [id, kart] : centre.fleet.karts()) {
        const bool here = own.karts.contains(id);
        const bool elsewhere =
            !here && std::ranges::any_of(stages, [&](const auto& stage) { return stage.second.karts.contains(id); });
        if (!elsewhere) wanted.karts.push_back({id, kart.number, here ? own.level : strictest});
    }
    return wanted;
}

}  // namespace chicane::sessions::conductor
