// What the API asks, on the timing thread.
#include <algorithm>
#include <functional>

#include "sessions/conductor/actions.hpp"
#include "sessions/conductor/conductor_parts.hpp"

namespace chicane::sessions::conductor {

std::vector<SessionView> Conductor::sessions(const std::string& track) const {
    std::vector<SessionView> views;
    const auto known = parts_->centre.tracks.find(track);
    if (known == parts_->centre.tracks.end()) return views;
    for (const auto& [id, kept] : known->second.log.timeline().all()) {
        if (kept.life.practice) continue;
        views.push_back(
            session_view(known->second.log, id, parts_->centre.fleet, known->second.clock, parts_->clock.now()));
    }
    return views;
}

std::optional<SessionView> Conductor::session(const std::string& id) const {
    Track* track = parts_->centre.track_of_session(id);
    if (!track) return std::nullopt;
    return session_view(track->log, id, parts_->centre.fleet, track->clock, parts_->clock.now());
}

std::optional<Result> Conductor::result(const std::string& id, bool with_passings) const {
    Track* track = parts_->centre.track_of_session(id);
    const LiveWindow* live = track ? track->log.window(id, parts_->centre.fleet) : nullptr;
    if (!live) return std::nullopt;
    Result made = live->window.result(track->clock.now(parts_->clock.now()), with_passings);
    made.official = track->log.timeline().find(id)->official;
    return made;
}

std::vector<PassedAt> Conductor::passed_between(const std::string& session, timing::DecoderTime from,
                                                timing::DecoderTime until) const {
    Track* track = parts_->centre.track_of_session(session);
    const LiveWindow* live = track ? track->log.window(session, parts_->centre.fleet) : nullptr;
    return live ? live->window.passed_between(from, until) : std::vector<PassedAt>();
}

std::int64_t Conductor::to_host_us(const std::string& session) const {
    const Track* track = parts_->centre.track_of_session(session);
    if (!track) return 0;
    const timing::HostTime host = parts_->clock.now();
    return host.us - track->clock.now(host).us;
}

std::optional<std::vector<DriverPassing>> Conductor::driver_passings(const std::string& session,
                                                                     timing::EntrantId entrant) const {
    Track* track = parts_->centre.track_of_session(session);
    const LiveWindow* live = track ? track->log.window(session, parts_->centre.fleet) : nullptr;
    if (!live || std::ranges::find(live->window.setup().entrants, entrant, &EntrantSetup::id) ==
                     live->window.setup().entrants.end())
        return std::nullopt;
    return conductor::driver_passings(track->log, session, live->window, entrant);
}

std::vector<Action> Conductor::actions(const std::string& session) const {
    std::vector<Action> actions;
    const Track* track = parts_->centre.track_of_session(session);
    if (!track) return actions;
    const auto& kept = track->log.timeline().all().at(session);
    for (const Entry& entry : kept.entries) {
        if (auto action = action_of(entry)) actions.push_back(std::move(*action));
    }
    for (const Entry& entry : kept.undone) {
        auto action = action_of(entry);
        if (!action) continue;
        action->undone = true;
        actions.push_back(std::move(*action));
    }
    std::ranges::sort(actions, std::greater{}, &Action::seq);
    return actions;
}

std::vector<SessionLife> Conductor::lives() const {
    std::vector<SessionLife> all;
    const timing::HostTime host = parts_->clock.now();
    for (auto& [name, track] : parts_->centre.tracks) {
        for (const auto& [id, kept] : track.log.timeline().all()) {
            if (kept.life.practice) continue;
            const SessionTimes times = session_times(track.log, id, parts_->centre.fleet, track.clock, host);
            all.push_back({id, name, times.phase, times.started_at, times.finished_at, kept.life.official});
        }
    }
    return all;
}

std::vector<Tag> Conductor::tags() const {
    std::map<timing::TransponderId, Tag> found;
    for (const timing::TransponderId tag : parts_->centre.fleet.tags().transponders()) {
        found[tag] = {tag, holder(tag).value_or(transponders::Nobody{}), {}, 0};
    }
    for (const auto& [tag, seen] : parts_->centre.seen.all()) {
        Tag& each = found[tag];
        each.transponder = tag;
        each.last_seen = seen.last;
        each.passings = static_cast<std::uint64_t>(seen.passings);
    }
    std::vector<Tag> all;
    for (const auto& [tag, each] : found) all.push_back(each);
    return all;
}

std::vector<Kart> Conductor::karts() const {
    std::vector<Kart> all;
    for (const auto& [id, kart] : parts_->centre.fleet.karts()) all.push_back(kart);
    return all;
}

std::map<timing::TransponderId, std::string> Conductor::sync_transponders() const {
    std::map<timing::TransponderId, std::string> all;
    for (const auto& [id, track] : parts_->centre.tracks)
        if (const auto tag = track.options.sync_transponder) all.emplace(*tag, id);
    return all;
}

std::vector<timing::TransponderId> Conductor::tags_of(timing::KartId kart) const {
    return parts_->centre.fleet.tags_of(kart, {INT64_MAX});
}

std::optional<transponders::Holder> Conductor::holder(timing::TransponderId tag) const {
    return parts_->centre.fleet.tags().holder(tag, {INT64_MAX});
}

std::vector<LastPassing> Conductor::last_passings() const { return parts_->centre.last_passings.all(); }

std::uint64_t Conductor::last_seq() const { return parts_->last_seq; }

bool Conductor::knows_track(const std::string& track) const { return parts_->centre.tracks.contains(track); }

}  // namespace chicane::sessions::conductor
