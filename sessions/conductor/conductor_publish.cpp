// What goes out: boards and views when something has changed, alarms, and the repair of a track whose checks failed.
#include <cstdlib>

#include "sessions/conductor/conductor_parts.hpp"
#include "sessions/conductor/device_health.hpp"
#include "sessions/conductor/endurance_show.hpp"

namespace chicane::sessions::conductor {

namespace {

/// Another session, or another phase of it: the list of sessions reads otherwise.
bool is_other_phase(const timing::Board& before, const timing::Board& after) {
    if (!before.session || !after.session) return before.session.has_value() != after.session.has_value();
    return before.session->id != after.session->id || before.session->state != after.session->state;
}

bool is_session(const Shown& shown) { return shown.live && !shown.life->practice; }

/// Stints tick on screens by themselves; what a passing in the pit or a word of officials changes is told at once.
constexpr std::int64_t endurance_every_us = 1'000'000;

/// In open practice a tag that nobody has is a guest's; in a session it is a driver without his laps.
std::vector<std::string> missed_tags(const Shown& shown, const std::vector<UnknownTag>& unknown) {
    std::vector<std::string> tags;
    if (!is_session(shown)) return tags;
    for (const UnknownTag& tag : unknown) tags.push_back(std::to_string(tag.transponder.value));
    return tags;
}

/// In open practice who rests between two rides has a long lap; in a session a passing was likely missed.
std::vector<std::string> missed_passings(const Shown& shown) {
    return is_session(shown) ? shown.live->window.suspicious() : std::vector<std::string>();
}

void note_day(DeviceHealth& device, const DeviceDay& day) {
    device.duplicates = day.duplicates;
    device.passings += day.told;  // of people no source has a count
}

}  // namespace

void Conductor::Parts::publish(Track& track) {
    publish_board(track);
    publish_view(track);
}

void Conductor::Parts::publish_board(Track& track) {
    Watch& watch = watches[track.options.id];
    const auto before =
        std::exchange(watch.board, std::make_shared<const timing::Board>(centre.board(track, clock.now())));
    sink.on_board(track.options.id, watch.board);
    if (before->flag != watch.board->flag || before->show != watch.board->show) steer();
    if (is_other_phase(*before, *watch.board)) sink.on_sessions(track.options.id);
}

void Conductor::Parts::publish_view(Track& track) {
    const std::string& id = track.options.id;
    Watch& watch = watches[id];
    const timing::HostTime host = clock.now();
    const timing::DecoderTime now = track.clock.now(host);
    watch.view_due.reset();
    auto view = std::make_shared<TrackView>();
    view->track = id;
    view->current = track.log.shown(now);
    const Shown shown = centre.shown(track, now);
    view->strip = strip_of(shown, track.log, centre.fleet);
    view->unknown = unknown_of(shown, centre.fleet, track.dismissed);
    watch.alarms.keep(AlarmKind::unknown_tag, missed_tags(shown, view->unknown), host);
    watch.alarms.keep(AlarmKind::parked_kart, watch.parked.parked(now), host);
    watch.alarms.keep(AlarmKind::suspicious_lap, missed_passings(shown), host);
    for (const Crossing& crossing : track.crossings.open())
        view->crossings.push_back({crossing.seq, crossing.time, crossing.device, crossing.role, crossing.sector,
                                   crossing.string, track.log.timeline().home(crossing.time)});
    view->actions = track.actions;
    for (Action& action : view->actions) name_entrant(action, track.log, shown);
    view->alarms = watch.alarms.all();
    for (const DeviceOptions& device : track.options.devices) {
        const auto health = watch.health.find(device.id);
        view->devices.push_back(
            device_health(id, device, health == watch.health.end() ? std::nullopt : std::optional(health->second)));
        view->devices.back().place = place_of(track.options.devices, device);
        view->devices.back().sync = sync_of(track, view->devices.back());
        if (const DeviceDay* today = day_of(track, device.id)) note_day(view->devices.back(), *today);
    }
    if (!watch.endurance_at || timing::us_between(*watch.endurance_at, host) >= endurance_every_us) {
        watch.endurance = endurance_of(shown, track.clock, now, host);
        watch.endurance_at = host;
    }
    view->endurance = watch.endurance;
    view->emergency = track.emergency;
    if (watch.outputs) view->outputs = watch.outputs->state(host);
    view->journal_lag_ms = journal.lag_ms();
    sink.on_view(id, std::move(view));
}

ClockSync Conductor::Parts::sync_of(const Track& track, const DeviceHealth& device) const {
    ClockSync sync = track.clock.sync(device.id, gps_of(track, device.id), clock.now());
    if (sync.by == SyncedBy::arrival) sync.spread_us = device.clock_spread_us;
    return sync;
}

void Conductor::on_health(const std::string& device, const decoders::link::SourceHealth& health) {
    Track* track = parts_->centre.track_of_device(device);
    if (!track) return;
    using decoders::link::SourceState;
    Watch& watch = parts_->watches[track->options.id];
    const timing::HostTime now = parts_->clock.now();
    watch.alarms.set(AlarmKind::decoder_silent, device, health.state == SourceState::silent, now);
    watch.alarms.set(AlarmKind::decoder_lost, device, health.state == SourceState::down, now);
    const auto& recording = health.recording;
    if (recording.failing) {  // the race goes on, so it is seen and not heard
        const auto lost = static_cast<std::int64_t>(recording.lost_bytes);
        watch.alarms.raise(AlarmKind::recording_failed, device, lost, false, now);
    } else {
        watch.alarms.clear(AlarmKind::recording_failed, device, now);
    }
    // A status told again in a later minute would make noise of then out of noise of now.
    const timing::HostTime told = std::exchange(watch.health[device], health).last_status_at;
    parts_->guarded(*track, [&] {
        if (health.last_status_at == told) return;
        decoders::codec::Status status = health.last_status;
        status.noise = worst_noise(health);
        parts_->day(*track, device, now).note(status, now);
    });
    parts_->weigh_tags(watch);
    if (health.clock_offset_us && track->device(device)->speed == 1) {
        track->clock.read(device, health.epoch, {now.us - *health.clock_offset_us}, now);
    }
    parts_->guarded(*track, [&] { parts_->publish_view(*track); });
    parts_->set_wake();
}

void Conductor::on_clock_set(std::int64_t ahead_us) {
    const std::int64_t ahead_s = ahead_us / 1'000'000;
    const timing::HostTime now = parts_->clock.now();
    for (auto& [id, track] : parts_->centre.tracks) {
        Alarms& alarms = parts_->watches[id].alarms;
        const bool holds = std::abs(ahead_us) > clock_set_us;
        // Its times of day are wrong and the race goes on, so it is seen and not heard.
        const bool changed = holds ? alarms.raise(AlarmKind::server_clock_set, "", ahead_s, false, now)
                                   : alarms.clear(AlarmKind::server_clock_set, "", now);
        if (changed) parts_->guarded(track, [&] { parts_->publish_view(track); });
    }
}

void Conductor::on_lost(const std::string& device, std::uint32_t from, std::uint32_t until) {
    Track* track = parts_->centre.track_of_device(device);
    if (!track) return;
    const std::string range = device + " " + std::to_string(from) + "–" + std::to_string(until);
    const std::int64_t count = static_cast<std::int64_t>(until) - from + 1;
    Watch& watch = parts_->watches[track->options.id];
    const timing::HostTime now = parts_->clock.now();
    parts_->guarded(*track, [&] { parts_->keep({0, track->options.id, now, "", LostKept{device, from, until}}); });
    parts_->guarded(*track, [&] { parts_->day(*track, device, now).note_lost({now, from, until}); });
    watch.alarms.tell(AlarmKind::passings_lost, range, count, true, now);
    parts_->guarded(*track, [&] { parts_->publish_view(*track); });
}

void Conductor::Parts::watch_journal() {
    const auto fault = journal.fault();
    const std::int64_t lag_ms = journal.lag_ms();
    if (fault) answers.refuse(*fault);
    const timing::HostTime now = clock.now();
    for (auto& [id, track] : centre.tracks) {
        Alarms& alarms = watches[id].alarms;
        const bool failed = alarms.set(AlarmKind::journal_failed, "", fault.has_value(), now);
        const bool late = alarms.set(AlarmKind::journal_late, "", !fault && lag_ms > journal_late_ms, now, lag_ms);
        if (failed || late) guarded(track, [&] { publish_view(track); });
    }
}

void Conductor::Parts::repair(Track& track, const char* what) {
    sink.on_broken(what);
    watches[track.options.id].alarms.tell(AlarmKind::rebuilt, track.options.id, 0, true, clock.now());
    track.log.rebuild();
    try {
        publish(track);
    } catch (const std::logic_error& again) {
        // The log itself trips the check: the last board stays, and the next passing tries again.
        sink.on_broken(again.what());
    }
}

}  // namespace chicane::sessions::conductor
