#include "sessions/conductor/outputs.hpp"

#include <algorithm>
#include <set>

namespace chicane::sessions::conductor {

using outputs::SpeedLevel;
using timing::KartId;

namespace {

struct Stage {
    outputs::Aspect aspect = outputs::Aspect::dark;
    SpeedLevel level = SpeedLevel::slow;
    bool stopped = false;
    bool shows = false;       ///< anything at all
    std::set<KartId> karts;   ///< of the session that runs, or is about to, as they are driven now
    std::set<KartId> around;  ///< whose tag passed a loop lately
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

SpeedLevel shown_level(const timing::Board& board) {
    if (!board.show.speed_level) return outputs::level_of(board.flag);
    return static_cast<SpeedLevel>(std::min(*board.show.speed_level, timing::speed_level_max));
}
static_assert(static_cast<std::uint8_t>(SpeedLevel::full) == timing::speed_level_max);

/// Released, and nobody has shown green since. What was released longer ago than the log remembers was driven on since.
bool awaits_green(const Track& track, timing::HostTime host) {
    return track.released_at && timing::us_between(*track.released_at, host) < memory_us;
}

SpeedLevel level_of(const Track& track, const timing::Board& board, timing::HostTime host) {
    if (track.emergency) return SpeedLevel::stop;
    const SpeedLevel level = shown_level(board);
    return awaits_green(track, host) ? std::min(level, SpeedLevel::slow) : level;
}

/// Longer than any lap with its stop: who passed within it is out there, for all that anybody knows.
constexpr std::int64_t around_us = 300'000'000;

std::set<KartId> karts_around(const Fleet& fleet, const LiveWindow& live, timing::DecoderTime now) {
    std::set<KartId> karts;
    for (const auto& [tag, seen] : live.seen.all()) {
        if (timing::us_between(seen.last, now) > around_us) continue;
        const auto holder = fleet.tags().holder(tag, seen.last);
        if (const auto* kart = holder ? std::get_if<KartId>(&*holder) : nullptr) karts.insert(*kart);
    }
    return karts;
}

Stage stage_of(CentreLog& centre, Track& track, const timing::Board& board, timing::HostTime host) {
    const timing::DecoderTime now = track.clock.now(host);
    const Shown shown = centre.shown(track, now);
    Stage stage;
    stage.aspect = aspect_of(board);
    stage.level = level_of(track, board, host);
    stage.stopped = track.emergency.has_value();
    stage.shows = stage.stopped || board.flag != timing::Flag::none;
    if (shown.live) stage.around = karts_around(centre.fleet, *shown.live, now);
    if (!shown.live || shown.life->practice || shown.live->window.finished_at(now)) return stage;
    for (const EntrantSetup& entrant : shown.live->window.setup().entrants)
        if (const auto kart = shown.live->window.kart_of(entrant.id, now)) stage.karts.insert(*kart);
    return stage;
}

}  // namespace

outputs::Wanted wanted_of(CentreLog& centre, const BoardsShown& boards, const std::string& track,
                          timing::HostTime host) {
    std::map<std::string, Stage> stages;
    std::optional<SpeedLevel> strictest;
    for (auto& [id, each] : centre.tracks) {
        const Stage& stage = stages[id] = stage_of(centre, each, *boards.at(id), host);
        if (stage.shows) strictest = std::min(strictest.value_or(stage.level), stage.level);
    }
    const Stage& own = stages.at(track);
    outputs::Wanted wanted;
    wanted.stopped = own.stopped;
    wanted.aspect = own.stopped ? outputs::Aspect::red : own.aspect;
    for (const auto& [id, kart] : centre.fleet.karts()) {
        const bool here = own.karts.contains(id);
        const bool elsewhere =
            !here && std::ranges::any_of(stages, [&](const auto& stage) { return stage.second.karts.contains(id); });
        if (elsewhere || kart.out_of_service) continue;
        wanted.karts.push_back({id, kart.number, here ? own.level : strictest.value_or(SpeedLevel::slow),
                                here || own.around.contains(id)});
    }
    return wanted;
}

}  // namespace chicane::sessions::conductor
