// Devices that are set up, replaced and tested while the server runs, and what they did over the day.
#include <algorithm>

#include "sessions/conductor/conductor_parts.hpp"
#include "sessions/conductor/decision.hpp"
#include "timing/limits.hpp"

namespace chicane::sessions::conductor {

namespace {

constexpr std::int64_t tags_weighed_us = 10'000'000;        ///< a weak tag is news of the hour, not of the second
constexpr std::int64_t tag_out_us = 30LL * 60 * 1'000'000;  ///< a kart that stands has no weak tag to be told of

std::vector<std::string> numbers_of(const std::vector<timing::TransponderId>& tags) {
    std::vector<std::string> numbers;
    for (const timing::TransponderId tag : tags) numbers.push_back(std::to_string(tag.value));
    return numbers;
}

void teach(std::vector<LoopSetup>& loops, const LoopSetup& loop) {
    const auto known = std::ranges::find(loops, loop.decoder, &LoopSetup::decoder);
    if (known != loops.end())
        *known = loop;
    else if (loops.size() < timing::loops_max)
        loops.push_back(loop);
}

/// The setup with the device's loops as they are now; the same where nothing is new. One that is inside it no more stays, as that of a
/// removed device does: what it told of them was of that loop.
Setup taught(Setup setup, const DeviceOptions& device) {
    for (const LoopSetup& loop : loops_of(device)) teach(setup.loops, loop);
    return setup;
}

std::size_t devices_of(const CentreLog& centre) {
    std::size_t count = 0;
    for (const auto& [id, track] : centre.tracks) count += track.options.devices.size();
    return count;
}

}  // namespace

std::optional<DeviceOptions> Conductor::device(const std::string& id) const {
    const Track* track = parts_->centre.track_of_device(id);
    return track ? std::optional(*track->device(id)) : std::nullopt;
}

std::expected<void, Refusal> Conductor::put_device(const std::string& track_id, const DeviceOptions& device,
                                                   const std::string& by) {
    const auto found = parts_->centre.tracks.find(track_id);
    if (found == parts_->centre.tracks.end()) return refuse(RefusalCode::unknown_track, "no track " + track_id);
    Track& track = found->second;
    const Track* holder = parts_->centre.track_of_device(device.id);
    if (holder && holder != &track)
        return refuse(RefusalCode::number_taken, device.id + " is on the track " + holder->options.id);
    if (!holder && devices_of(parts_->centre) >= timing::decoders_max)
        return refuse(RefusalCode::too_many, "more than " + std::to_string(timing::decoders_max) + " devices");
    const auto known = std::ranges::find(track.options.devices, device.id, &DeviceOptions::id);
    const std::size_t before = known == track.options.devices.end() ? 0 : loops_of(*known).size();
    if (loops_of(track.options).size() - before + loops_of(device).size() > timing::loops_max)
        return refuse(RefusalCode::too_many,
                      "more than " + std::to_string(timing::loops_max) + " loops on " + track_id);
    if (known == track.options.devices.end()) {
        track.options.devices.push_back(device);
        // One of its name may have been here before, and the track's clock may still go by that one.
        track.clock.replace_device(device.id, device.speed);
    } else {
        if (known->uri != device.uri) {
            track.clock.replace_device(device.id, device.speed);
            parts_->watches[track_id].health.erase(device.id);
        }
        *known = device;
    }
    parts_->guarded(track, [&] { parts_->teach_loop(track, device, by); });
    parts_->guarded(track, [&] { parts_->publish(track); });
    parts_->set_wake();
    return {};
}

void Conductor::Parts::teach_loop(Track& track, const DeviceOptions& device, const std::string& by) {
    const timing::DecoderTime now = track.clock.now(clock.now());
    const auto session = track.log.shown(now);
    const Life* life = session ? track.log.timeline().find(*session) : nullptr;
    if (!life) return;
    Setup setup = taught(life->setup, device);
    if (setup != life->setup) keep({0, track.options.id, clock.now(), by, SetupKept{std::move(setup)}});
}

std::expected<void, Refusal> Conductor::remove_device(const std::string& device) {
    Track* track = parts_->centre.track_of_device(device);
    if (!track) return refuse(RefusalCode::unknown_device, "no device " + device);
    // Windows keep its loop: what it told of them was of that loop.
    std::erase_if(track->options.devices, [&](const DeviceOptions& each) { return each.id == device; });
    Watch& watch = parts_->watches[track->options.id];
    watch.health.erase(device);
    watch.days.erase(device);
    for (const AlarmKind kind :
         {AlarmKind::decoder_silent, AlarmKind::decoder_lost, AlarmKind::clock_jump, AlarmKind::recording_failed})
        watch.alarms.clear(kind, device, parts_->clock.now());
    watch.weighed = {};
    parts_->weigh_tags(watch);
    parts_->guarded(*track, [&] { parts_->publish_view(*track); });
    return {};
}

bool Conductor::Parts::keep_aside(Track& track, const std::string& device,
                                  const decoders::link::ReceivedPassing& received) {
    const PassingKept kept = kept_of(track, device, received);
    if (!known.note(kept)) {
        ++day(track, device, kept.received).duplicates;
        return true;
    }
    const bool test = track.device(device)->test;
    const bool taken = keep(
        {0, track.options.id, received.received, "", test ? EntryBody(TestKept{kept}) : EntryBody(SyncKept{kept})});
    if (!taken) known.forget(kept);
    if (test) day(track, device, kept.received).note(kept);  // a sync transponder is no tag that may weaken
    return taken;
}

void Conductor::Parts::weigh_tags(Watch& watch) {
    const timing::HostTime now = clock.now();
    if (us_between(watch.weighed, now) < tags_weighed_us) return;
    watch.weighed = now;
    std::vector<std::string> weak, flat;
    for (const auto& [device, day] : watch.days) {
        const AilingTags ailing = day.tags.ailing(timing::later_by(now, -tag_out_us));
        std::ranges::move(numbers_of(ailing.weak), std::back_inserter(weak));
        std::ranges::move(numbers_of(ailing.battery_low), std::back_inserter(flat));
    }
    watch.alarms.keep(AlarmKind::tag_weak, weak, now);
    watch.alarms.keep(AlarmKind::tag_battery_low, flat, now);
}

DeviceDay& Conductor::Parts::day(const Track& track, const std::string& device, timing::HostTime at) {
    DeviceDay& day = watches[track.options.id].days[device];
    if (day.until > at) return day;
    const timing::HostTime until{track.options.next_morning({at.us}).us};
    day = DeviceDay{};
    day.until = until;
    return day;
}

const DeviceDay* Conductor::Parts::day_of(const Track& track, const std::string& device) const {
    const auto& days = watches.at(track.options.id).days;
    const auto found = days.find(device);
    return found == days.end() || found->second.until <= clock.now() ? nullptr : &found->second;
}

std::optional<DeviceHistory> Conductor::device_history(const std::string& device) const {
    const Track* track = parts_->centre.track_of_device(device);
    if (!track) return std::nullopt;
    const DeviceDay* day = parts_->day_of(*track, device);
    if (!day) return DeviceHistory{};
    return DeviceHistory{{day->minutes.begin(), day->minutes.end()}, {day->lost.begin(), day->lost.end()}};
}

std::optional<HeardTags> Conductor::device_tags(const std::string& device) const {
    const Track* track = parts_->centre.track_of_device(device);
    if (!track) return std::nullopt;
    const DeviceDay* day = parts_->day_of(*track, device);
    if (!day) return HeardTags{};
    HeardTags heard{day->tags, {}};
    for (const timing::TransponderId tag : day->tags.heard()) {
        const auto held_by = holder(tag);
        const auto* id = held_by ? std::get_if<timing::KartId>(&*held_by) : nullptr;
        if (const Kart* kart = id ? parts_->centre.fleet.kart(*id) : nullptr) heard.karts[tag] = kart->number;
    }
    return heard;
}

FieldStrength HeardTags::field() const {
    FieldStrength field = strengths.field();
    for (TagStrength& tag : field.tags)
        if (const auto kart = karts.find(tag.transponder); kart != karts.end()) tag.kart = kart->second;
    return field;
}

}  // namespace chicane::sessions::conductor
