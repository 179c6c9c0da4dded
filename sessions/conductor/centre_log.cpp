#include "sessions/conductor/centre_log.hpp"

#include <algorithm>

#include "sessions/conductor/actions.hpp"
#include "sessions/rules/defaults.hpp"
#include "timing/ensure.hpp"

namespace chicane::sessions::conductor {

using timing::DecoderTime;
using timing::HostTime;

const DeviceOptions* Track::device(const std::string& id) const {
    const auto found = std::ranges::find(options.devices, id, &DeviceOptions::id);
    return found == options.devices.end() ? nullptr : &*found;
}

Track* CentreLog::track_of_device(const std::string& device) {
    const auto found = std::ranges::find_if(tracks, [&](const auto& track) { return track.second.device(device); });
    return found == tracks.end() ? nullptr : &found->second;
}

Track* CentreLog::track_of_session(const std::string& session) {
    const auto found =
        std::ranges::find_if(tracks, [&](const auto& track) { return track.second.log.timeline().find(session); });
    return found == tracks.end() ? nullptr : &found->second;
}

Shown CentreLog::shown(Track& track, DecoderTime now) {
    const auto session = track.log.shown(now);
    if (!session) return {};
    return {track.log.window(*session, fleet), track.log.timeline().find(*session)};
}

timing::Board CentreLog::board(Track& track, HostTime host) {
    const DecoderTime now = track.clock.now(host);
    timing::Board board = board_of(shown(track, now), now, track.hide_us());
    if (track.emergency) board.flag = timing::Flag::red;  // whatever runs, or nothing
    board.messages = track.log.messages();
    board.clock.as_of_ms = host.us / 1000;
    return board;
}

DeviceLoop place_of(const Track& track, const PassingKept& kept) {
    const DeviceOptions* device = track.device(kept.device);
    if (!device) return {};
    const DeviceLoop* loop = kept.place.empty() ? nullptr : device->loop(kept.place);
    return loop ? *loop : DeviceLoop{"", device->role, device->sector};
}

CentreLog make_centre_log(std::vector<TrackOptions> tracks) {
    CentreLog centre;
    timing::ensure(!tracks.empty(), "a centre has a track");
    for (TrackOptions& options : tracks) {
        const std::string id = options.id;
        Track& track = centre.tracks[id];
        for (const DeviceOptions& device : options.devices) track.clock.add_device(device.id, device.speed);
        track.options = std::move(options);
    }
    return centre;
}

namespace {

void note_passing(CentreLog& centre, const PassingKept& kept) {
    centre.last_passings.note(kept);
    if (!kept.passing.trigger) centre.seen.note({kept.time(), kept.passing.transponder, {}, 0});
}

/// A crossing without a tag waits for its entrant, one with a tag explains those beside it.
void note_place(Track& track, std::uint64_t seq, const PassingKept& kept) {
    const DeviceLoop place = place_of(track, kept);
    if (!kept.passing.trigger) return track.crossings.explain(kept.time(), place.role, place.sector);
    track.crossings.add({seq, kept.time(), kept.device, kept.place, kept.passing.string, place.role, place.sector,
                         kept.manual, kept.epoch});
}

/// What a passing tells, whether it is shown or held: its source, its track's clock, the crossings. Null: its track is no more.
Track* note_kept(CentreLog& centre, const Entry& entry) {
    const auto& kept = std::get<PassingKept>(entry.body);
    note_passing(centre, kept);
    const auto track = centre.tracks.find(entry.track);
    if (track == centre.tracks.end()) return nullptr;
    // What people tell was put onto the track's clock: it says nothing new of it.
    if (!kept.manual) track->second.clock.heard(kept);
    note_place(track->second, entry.seq, kept);
    return &track->second;
}

struct Applied {
    CentreLog& centre;
    const Entry& entry;

    void operator()(const PassingKept& kept) const {
        Track* track = note_kept(centre, entry);
        if (track && !kept.passing.trigger) track->log.take(entry);
    }
    void operator()(const CrossingKept& kept) const {
        const auto track = centre.tracks.find(entry.track);
        if (track == centre.tracks.end()) return;
        track->second.crossings.settle(kept.of, entry.seq);
        track->second.log.take(entry);
    }
    /// No window knows of it: what is nobody's counts for nobody already.
    void operator()(const DismissedKept& kept) const {
        const auto track = centre.tracks.find(entry.track);
        if (track == centre.tracks.end()) return;
        if (const auto* crossing = std::get_if<std::uint64_t>(&kept.what))
            track->second.crossings.settle(*crossing, entry.seq);
        else
            track->second.dismissed.add(entry.seq, kept.session, std::get<timing::TransponderId>(kept.what));
    }
    void operator()(const EmergencyKept& kept) const {
        const auto track = centre.tracks.find(entry.track);
        if (track == centre.tracks.end()) return;
        track->second.emergency.reset();
        track->second.released_at.reset();
        if (kept.holds)
            track->second.emergency = Emergency{entry.at, entry.by};
        else
            track->second.released_at = entry.at;
    }
    /// Green for all, that is no flag of the rule-set's own: a post's lets nobody else go.
    void operator()(const FlagKept& kept) const {
        take(kept.flag == timing::Flag::green && kept.post == 0 && kept.own == 0);
    }
    void operator()(const StepKept& kept) const { take(kept.step == Step::start); }
    void operator()(const EpochMoved& moved) const {
        const auto track = centre.tracks.find(entry.track);
        if (track == centre.tracks.end()) return;
        track->second.clock.move(moved);
        track->second.crossings.move(moved);
        track->second.log.take(entry);
    }
    /// Its source knows by it what came; no window does.
    void operator()(const TestKept& kept) const { note_passing(centre, kept.passing); }
    /// Its source knows by it what came, and the clocks how they lie.
    void operator()(const SyncKept& kept) const {
        centre.last_passings.note(kept.passing);
        const auto track = centre.tracks.find(entry.track);
        if (track != centre.tracks.end()) track->second.clock.heard_sync(kept.passing);
    }
    /// Of the device's day, which is not of this log.
    void operator()(const LostKept&) const {}
    void operator()(const KartKept& kept) const {
        centre.fleet.keep(kept);
        to_all();
    }
    void operator()(const AssignmentKept& kept) const {
        centre.fleet.keep(entry.seq, kept);
        to_all();
    }
    void operator()(const UndoKept& kept) const {
        centre.fleet.remove(kept.of);
        to_all();
        for (auto& [id, track] : centre.tracks) {
            note_undone(track.actions, kept.of, entry.by);
            track.crossings.take_back(kept.of);
            track.dismissed.take_back(kept.of);
        }
    }
    void operator()(const auto&) const { take(false); }
    /// `lets_go`: an official lets karts go.
    void take(bool lets_go) const {
        const auto track = centre.tracks.find(entry.track);
        if (track == centre.tracks.end()) return;
        if (lets_go) track->second.released_at.reset();
        track->second.log.take(entry);
    }
    void to_all() const {
        for (auto& [id, track] : centre.tracks) track.log.take(entry);
    }
};

}  // namespace

void apply(CentreLog& centre, const Entry& entry) {
    std::visit(Applied{centre, entry}, entry.body);
    const auto track = centre.tracks.find(entry.track);
    if (track != centre.tracks.end()) note_action(track->second.actions, entry);
}

void apply_held(CentreLog& centre, const Entry& entry) {
    if (Track* track = note_kept(centre, entry)) track->log.hold(entry);
}

std::optional<PracticeKept> practice_due(const Track& track, DecoderTime time, std::uint64_t next_seq) {
    if (track.log.timeline().home(time)) return std::nullopt;
    PracticeKept kept{"open_" + track.options.id + "_" + std::to_string(next_seq), time, {}, {}};
    kept.setup.id = kept.session;
    kept.setup.name = track.options.name;
    kept.setup.track = track.options.id;
    kept.setup.rules = rules::open_practice(track.options.min_lap_us);
    kept.setup.loops = loops_of(track.options);
    kept.until = track.options.next_morning(time);
    return kept;
}

std::optional<PracticeKept> practice_due_again(const Track& track, std::uint64_t next_seq) {
    std::optional<DecoderTime> first;
    for (const LoggedPassing& passing : track.log.passings().all()) {
        if (first && passing.raw.time >= *first) continue;
        if (!track.log.timeline().home(passing.raw.time)) first = passing.raw.time;
    }
    return first ? practice_due(track, *first, next_seq) : std::nullopt;
}

}  // namespace chicane::sessions::conductor
