// A passing that people saw: a passing without a tag, and whose it was.
#include <algorithm>

#include "sessions/conductor/decision.hpp"
#include "sessions/conductor/entrant_tag.hpp"

namespace chicane::sessions::conductor {

namespace {

using timing::DecoderTime;
using Tag = std::expected<timing::TransponderId, Refusal>;

/// By which tag the passing counts for whom people saw. `life`: of the session or practice of then; null: none has begun.
struct TagSeen {
    const Fleet& fleet;
    const Life* life;
    DecoderTime at;

    Tag operator()(std::monostate) const { return timing::TransponderId{}; }
    Tag operator()(timing::TransponderId tag) const { return tag; }
    Tag operator()(timing::EntrantId id) const {
        const EntrantSetup* found = entrant([&](const EntrantSetup& each) { return each.id == id; });
        if (!found)
            return refuse(RefusalCode::unknown_entrant,
                          "no entrant " + std::to_string(id.value) + " in what runs at that time");
        return of_entrant(*found);
    }
    Tag operator()(timing::KartId id) const {
        const Kart* kart = fleet.kart(id);
        if (!kart) return refuse(RefusalCode::unknown_kart, "no kart " + std::to_string(id.value));
        if (const EntrantSetup* driver = entrant([&](const EntrantSetup& each) { return each.kart == id; }))
            return of_entrant(*driver);
        const auto tags = fleet.tags_of(id, at);
        if (tags.empty()) return none("kart " + kart->number);
        return tags.front();
    }

    Tag of_entrant(const EntrantSetup& entrant) const {
        const auto tag = tag_of(*life, entrant, fleet, at);
        return tag ? Tag(*tag) : none("number " + entrant.number);
    }
    template <class Is>
    const EntrantSetup* entrant(Is is) const {
        if (!life) return nullptr;
        const auto found = std::ranges::find_if(life->setup.entrants, is);
        return found == life->setup.entrants.end() ? nullptr : &*found;
    }
    static Tag none(const std::string& who) {
        return refuse(RefusalCode::no_transponder, who + " has no transponder to count by");
    }
};

/// The time that people mean is the host's; the correction puts it onto the track's clock, as it is done with an official's signal.
PassingKept passing_at(const std::string& device, timing::HostTime at, timing::HostTime now, const TrackClock& clock) {
    PassingKept kept;
    kept.device = device;
    kept.received = now;
    kept.passing.time_us = at.us;
    kept.passing.clock = decoders::codec::ClockBase::none;
    kept.passing.trigger = true;
    kept.manual = true;
    kept.correction_us = clock.at(at).us - at.us;
    return kept;
}

}  // namespace

Decision::Answer Decision::operator()(const RecordPassing& ask) {
    Track* track = centre_.track_of_device(ask.device);
    if (!track) return refuse(RefusalCode::unknown_device, "no device " + ask.device);
    const DeviceOptions& device = *track->device(ask.device);
    if (!is_manual(device))
        return refuse(RefusalCode::bad_state, ask.device + " has a decoder; people tell of a device that is manual:");
    const timing::HostTime at = ask.at.value_or(now_);
    if (at > now_ || us_between(at, now_) > window_us_max)
        return refuse(RefusalCode::bad_state, "at: expected a time of the last 48 hours");
    PassingKept kept = passing_at(ask.device, at, now_, track->clock);
    const std::string& id = track->options.id;
    const DecoderTime time = kept.time();
    const auto home = track->log.timeline().home(time);
    const Life* life = home ? track->log.timeline().find(*home) : nullptr;
    const auto tag = std::visit(TagSeen{centre_.fleet, life, time}, ask.who);
    if (!tag) return std::unexpected(tag.error());
    if (device.test) return one(id, TestKept{std::move(kept)});
    std::vector<Entry> entries{{0, id, now_, "", std::move(kept)}};
    if (std::holds_alternative<std::monostate>(ask.who)) return entries;
    const auto practice = practice_due(*track, time, next_seq_ + 1);
    if (practice) entries.push_back({0, id, now_, "", *practice});
    entries.push_back(
        entry(id, CrossingKept{practice ? practice->session : *home, next_seq_, *tag, time, ask.device, "", true}));
    return entries;
}

}  // namespace chicane::sessions::conductor
