#include "sessions/conductor/conductor.hpp"

#include <algorithm>
#include <cstdlib>

#include "sessions/conductor/conductor_parts.hpp"
#include "timing/limits.hpp"

namespace chicane::sessions::conductor {

using timing::DecoderTime;
using timing::HostTime;

const PassingKept* passing_of(const EntryBody& body) {
    if (const auto* test = std::get_if<TestKept>(&body)) return &test->passing;
    if (const auto* sync = std::get_if<SyncKept>(&body)) return &sync->passing;
    return std::get_if<PassingKept>(&body);
}

namespace {

/// Of a clock that should show the world's time, how far it is from it; others are always corrected.
std::int64_t jumped_us(const TrackClock& clock, const PassingKept& kept) {
    const bool utc = kept.passing.clock == decoders::codec::ClockBase::utc;
    return utc && std::abs(kept.correction_us) > clock_jump_us ? -kept.correction_us : clock.leap_us(kept);
}

}  // namespace

Conductor::Conductor(std::vector<TrackOptions> tracks, Journal& journal, Sink& sink, Clock& clock)
    : parts_(new Parts{journal, sink, clock, make_centre_log(std::move(tracks)), {}, {}, {}, {}}) {
    for (const auto& [id, track] : parts_->centre.tracks) parts_->watches[id];
    journal.on_durable = [this] {
        parts_->answers.on_disk(parts_->journal.durable());
        tell_safe();
        parts_->watch_journal();
    };
}

Conductor::~Conductor() { parts_->journal.on_durable = nullptr; }

void Conductor::restore(std::span<const Entry> entries) {
    for (const Entry& entry : entries) {
        parts_->last_seq = std::max(parts_->last_seq, entry.seq);
        apply(parts_->centre, entry);
        if (const auto* lost = std::get_if<LostKept>(&entry.body)) parts_->know_lost(entry, *lost);
        const PassingKept* kept = passing_of(entry.body);
        if (!kept) continue;
        parts_->known.note(*kept);
        if (std::holds_alternative<SyncKept>(entry.body)) continue;
        const auto track = parts_->centre.tracks.find(entry.track);
        if (track != parts_->centre.tracks.end()) parts_->day(track->second, kept->device, kept->received).note(*kept);
    }
    for (auto& [id, track] : parts_->centre.tracks) {
        parts_->guarded(track, [&] { parts_->resume(track); });
        parts_->guarded(track, [&] { parts_->publish(track); });
    }
    parts_->set_wake();
}

void Conductor::Parts::know_lost(const Entry& entry, const LostKept& lost) {
    const auto track = centre.tracks.find(entry.track);
    if (track == centre.tracks.end() || !track->second.device(lost.device)) return;
    day(track->second, lost.device, entry.at).note_lost({entry.at, lost.from, lost.until});
}

void Conductor::Parts::resume(Track& track) {
    const auto& passings = track.log.passings().all();
    // Younger than a day: of older ones the practice that took them may no longer be in memory.
    const DecoderTime yesterday = timing::later_by(track.clock.now(clock.now()), -practice_us_max);
    const auto due = passings.empty() || passings.back().raw.time < yesterday
                         ? std::nullopt
                         : practice_due(track, passings.back().raw.time, last_seq + 1);
    if (due) keep({0, track.options.id, clock.now(), "", *due});
    for (const DeviceOptions& device : track.options.devices) teach_loop(track, device, "");
}

bool Conductor::Parts::keep(Entry entry) {
    entry.seq = ++last_seq;
    const bool taken = journal.append(entry);
    apply(centre, entry);
    return taken;
}

void Conductor::on_passing(const std::string& device, const decoders::link::ReceivedPassing& received) {
    Track* track = parts_->centre.track_of_device(device);
    if (!track) return;
    const bool aside = track->device(device)->test || track->options.is_sync(received.passing);
    bool taken = false;
    parts_->guarded(*track, [&] {
        taken = aside ? parts_->keep_aside(*track, device, received) : parts_->take_passing(*track, device, received);
    });
    // All that was taken with it must be safe as well, so it waits for the newest entry of all.
    parts_->held_out.heard(parts_->last_seq, device, received, taken);
    tell_safe();
}

void Conductor::tell_safe() {
    while (const auto safe = parts_->held_out.next(parts_->journal.durable())) {
        if (on_safe) on_safe(safe->device, safe->passing);
    }
}

bool Conductor::Parts::take_passing(Track& track, const std::string& device,
                                    const decoders::link::ReceivedPassing& received) {
    Watch& watch = watches[track.options.id];
    PassingKept kept = kept_of(track, device, received);
    if (!known.note(kept)) {
        ++day(track, device, kept.received).duplicates;
        return true;
    }
    const Entry entry{++last_seq, track.options.id, kept.received, "", std::move(kept)};
    const bool taken = journal.append(entry);
    if (!taken) known.forget(std::get<PassingKept>(entry.body));
    guarded(track, [&] { apply_passing(track, entry); });
    guarded(track, [&] { mend_place(track, device); });
    guarded(track, [&] { publish_board(track); });
    if (place_of(track, std::get<PassingKept>(entry.body)).role != timing::LoopRole::finish) watch.endurance_at.reset();
    if (!watch.view_due) watch.view_due = timing::later_by(clock.now(), view_gather_us);
    set_wake();
    return taken;
}

PassingKept Conductor::Parts::kept_of(const Track& track, const std::string& device,
                                      const decoders::link::ReceivedPassing& received) const {
    PassingKept kept{device, received.epoch, received.received, received.passing};
    if (track.device(device)->loop(received.passing.loop)) kept.place = received.passing.loop;
    kept.correction_us = track.clock.correction_us(device, received, gps_of(track, device));
    return kept;
}

Gps Conductor::Parts::gps_of(const Track& track, const std::string& device) const {
    const auto& healths = watches.at(track.options.id).health;
    const auto has_gps = [&](const std::string& id) {
        const auto health = healths.find(id);
        return health != healths.end() && health->second.last_status.gps.value_or(0) > 0;
    };
    return {has_gps(device), has_gps(track.clock.reference())};
}

void Conductor::Parts::apply_passing(Track& track, const Entry& entry) {
    const auto& kept = std::get<PassingKept>(entry.body);
    const std::string& id = track.options.id;
    const std::string& device = kept.device;
    const std::int64_t jump_us = jumped_us(track.clock, kept);
    const bool before = track.clock.told_before(kept);
    const bool waits = !kept.passing.trigger && waits_for_main(track, kept) &&
                       watches[id].held.hold(entry.seq, kept.passing.transponder, clock.now());
    if (waits) {
        apply_held(centre, entry);
    } else {
        apply(centre, entry);
        show_held(track, kept.passing.transponder);
    }
    if (!before) watches[id].alarms.set(AlarmKind::clock_jump, device, jump_us != 0, clock.now(), jump_us / 1'000'000);
    day(track, device, kept.received).note(kept);
    if (kept.passing.trigger) return;
    watches[id].parked.heard(kept.passing.transponder, decoder_id(device, kept.place), kept.time());
    if (const auto practice = practice_due(track, kept.time(), last_seq + 1)) {
        forget_old(track);
        keep({0, id, kept.received, "", *practice});
    }
}

void Conductor::Parts::mend_place(Track& track, const std::string& device) {
    const HostTime now = clock.now();
    const auto moved = track.clock.misplaced(device, now);
    if (!moved) return;
    keep({0, track.options.id, now, "", *moved});
    release_passings(track, "");
}

/// Whether a better decoder of the same loop is about to tell of the same crossing.
bool Conductor::Parts::waits_for_main(const Track& track, const PassingKept& kept) const {
    const DeviceLoop own = place_of(track, kept);
    for (const DeviceOptions& other : track.options.devices) {
        if (other.id == kept.device) return false;
        const bool same_loop = (other.role == own.role && other.sector == own.sector) ||
                               std::ranges::any_of(other.loops, [&](const DeviceLoop& loop) {
                                   return loop.role == own.role && loop.sector == own.sector;
                               });
        // People are no main decoder: nobody knows whether they will tell of it.
        if (!same_loop || other.test || is_manual(other)) continue;
        const auto health = watches.at(track.options.id).health.find(other.id);
        if (health != watches.at(track.options.id).health.end() &&
            health->second.state == decoders::link::SourceState::up) {
            return true;
        }
    }
    return false;
}

void Conductor::Parts::show_held(Track& track, std::optional<timing::TransponderId> heard) {
    for (const std::uint64_t seq : watches[track.options.id].held.release(clock.now(), heard)) track.log.show(seq);
}

void Conductor::Parts::forget_old(Track& track) {
    const DecoderTime old = timing::later_by(track.clock.now(clock.now()), -memory_us);
    track.log.forget_before(old);
    track.crossings.forget_before(old);
}

void Conductor::on_wake() {
    const HostTime host = parts_->clock.now();
    for (auto& [id, track] : parts_->centre.tracks) {
        const Watch& watch = parts_->watches[id];
        if (watch.event_due && *watch.event_due <= host) {
            parts_->guarded(track, [&] {
                parts_->show_held(track, {});
                parts_->tick(track);
                parts_->publish(track);
            });
        } else if (watch.view_due && *watch.view_due <= host) {
            parts_->guarded(track, [&] { parts_->publish_view(track); });
        }
    }
    parts_->watch_journal();
    parts_->renew_outputs();
    parts_->set_wake();
}

/// Deadlines that fell due without a passing are entries, so that a replay decides the same.
void Conductor::Parts::tick(Track& track) {
    const HostTime host = clock.now();
    const DecoderTime now = track.clock.now(host);
    const auto session = track.log.timeline().open();
    LiveWindow* live = session ? track.log.window(*session, centre.fleet) : nullptr;
    if (!live) return;
    // One entry for all that is due: the last of them is past the others.
    std::optional<DecoderTime> due;
    DecoderTime after = live->window.newest();
    for (std::size_t i = 0; i <= timing::entrants_max; ++i) {
        const auto next = live->window.next_deadline(after);
        if (!next || *next > now) break;
        due = after = *next;
    }
    if (due) keep({0, track.options.id, host, "", TickKept{*session, *due}});
}

void Conductor::Parts::set_wake() {
    const HostTime host = clock.now();
    std::optional<HostTime> next;
    const auto offer = [&](std::optional<HostTime> at) {
        if (at && (!next || *at < *next)) next = at;
    };
    for (auto& [id, track] : centre.tracks) {
        Watch& watch = watches[id];
        guarded(track, [&] { watch.event_due = next_event(track, host); });
        offer(watch.event_due);
        offer(watch.view_due);
        if (watch.outputs) offer(std::max(watch.outputs->renewal(), timing::later_by(host, 1'000)));
    }
    constexpr std::int64_t journal_look_us = 1'000'000;
    if (last_seq > journal.durable()) offer(timing::later_by(host, journal_look_us));
    if (next) clock.wake_at(*next);
}

std::optional<HostTime> Conductor::Parts::next_event(Track& track, HostTime host) {
    std::optional<HostTime> next = watches[track.options.id].held.next();
    const DecoderTime now = track.clock.now(host);
    const auto offer = [&](std::optional<DecoderTime> at) {
        if (!at) return;
        const HostTime when = std::max(track.clock.host_of(*at, host), timing::later_by(host, 1'000));
        if (!next || when < *next) next = when;
    };
    const Shown shown = centre.shown(track, now);
    if (!shown.live) return next;
    offer(next_rest(shown, now, track.hide_us()));
    if (shown.life->practice) {
        offer(shown.life->closed_at);
    } else {
        offer(shown.live->window.next_deadline(shown.live->window.newest()));
    }
    return next;
}

}  // namespace chicane::sessions::conductor
