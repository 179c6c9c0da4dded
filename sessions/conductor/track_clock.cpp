#include "sessions/conductor/track_clock.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace chicane::sessions::conductor {

using decoders::codec::ClockBase;
using decoders::link::ReceivedPassing;
using timing::DecoderTime;
using timing::HostTime;

namespace {

constexpr std::int64_t day_us = 86'400LL * 1'000'000;
constexpr std::int64_t quarter_us =
    900LL * 1'000'000;  ///< every zone's time differs from UTC by whole quarters of an hour

std::int64_t nearest(std::int64_t value_us, std::int64_t unit_us) {
    return std::llround(static_cast<double>(value_us) / static_cast<double>(unit_us)) * unit_us;
}

/// How much a time says of its clock: a moment, how long since something, nothing.
int told_by(ClockBase base) {
    switch (base) {
        case ClockBase::utc:
        case ClockBase::local:
            return 2;
        case ClockBase::day:
        case ClockBase::start:
            return 1;
        case ClockBase::none:
            break;
    }
    return 0;
}

/// Names no moment: only what is known of its start places it.
bool counts(ClockBase base) { return base == ClockBase::day || base == ClockBase::start; }
bool names_moments(ClockBase base) { return told_by(base) == 2; }

/// A correction of times that count from `known` tells how others of that clock lie. A time of day lies beside moments of its own
/// clock but for whole days.
bool holds_for(ClockBase known, ClockBase base) {
    if (known == base) return true;
    return names_moments(known) && (names_moments(base) || base == ClockBase::day);
}

}  // namespace

std::optional<DecoderTime> TrackClock::Anchor::at(HostTime host) const {
    const auto time = clock.decoder_time_at(host);
    if (!time) return std::nullopt;
    return timing::later_by(*time, followed_us);
}

std::int64_t TrackClock::Anchor::follow_most_us(HostTime host) const {
    if (!heard) return 0;
    const double since_us = static_cast<double>(timing::us_between(*heard, host)) * speed;
    return static_cast<std::int64_t>(std::max(0.0, since_us) * clock_follow_ppm / 1e6);
}

void TrackClock::add_device(const std::string& device, double speed) {
    devices_[device].speed = speed;
    devices_[device].clock = decoders::link::ClockOffset(speed);
}

void TrackClock::replace_device(const std::string& device, double speed) {
    Anchor& anchor = devices_[device];
    // What the track's clock says now goes on with the old reading, at the old speed, until the new decoder is heard.
    anchor.replaced = anchor.heard.has_value();
    anchor.next_speed = speed;
    if (!anchor.replaced) add_device(device, speed);
}

const TrackClock::Anchor* TrackClock::anchor(const std::string& device) const {
    const auto known = devices_.find(device);
    return known == devices_.end() || !known->second.heard ? nullptr : &known->second;
}

const TrackClock::Before* TrackClock::before(const std::string& device, std::uint32_t epoch,
                                             const decoders::codec::Passing& passing) const {
    const Anchor* own = anchor(device);
    const bool known = own && !own->replaced && own->before && own->before->epoch == epoch &&
                       own->decoder == passing.decoder && own->before->base == passing.clock;
    return known ? &*own->before : nullptr;
}

std::int64_t TrackClock::correction_us(const std::string& device, const ReceivedPassing& received, Gps gps) const {
    if (const Before* placed = before(device, received.epoch, received.passing)) return placed->correction_us;
    const Anchor* own = anchor(device);
    if (own && (own->replaced || !holds_for(own->base, received.passing.clock))) own = nullptr;
    switch (received.passing.clock) {
        case ClockBase::none:
            return at(received.received).us - received.passing.time_us;
        case ClockBase::utc:
        case ClockBase::local:
            return of_moments(own, device, received, gps);
        case ClockBase::day:
        case ClockBase::start:
            break;
    }
    const std::int64_t correction_us = of_counts(own, received);
    const bool goes_on = own && own->epoch == received.epoch && correction_us == own->correction_us;
    return goes_on ? correction_us + held_us(*own, device, received, gps) : correction_us;
}

std::int64_t TrackClock::of_moments(const Anchor* own, const std::string& device, const ReceivedPassing& received,
                                    Gps gps) const {
    if (own && own->epoch == received.epoch) return own->correction_us + held_us(*own, device, received, gps);
    const std::int64_t off_us = at(received.received).us - received.delay_us.value_or(0) - received.passing.time_us;
    if (received.passing.clock == ClockBase::local) return nearest(off_us, quarter_us);
    if (!newest_) return 0;
    const Anchor* before = anchor(device);
    const bool replaced = before && before->replaced;
    if (std::abs(off_us) > (replaced ? replaced_jump_us : clock_jump_us)) return off_us;
    const bool apart = !gps.own && received.delay_us && device != first_heard_ && std::abs(off_us) > clock_apart_us;
    return apart ? off_us : 0;
}

std::int64_t TrackClock::of_counts(const Anchor* own, const ReceivedPassing& received) const {
    const std::int64_t raw_us = received.passing.time_us;
    const std::int64_t expected_us = at(received.received).us - received.delay_us.value_or(0);
    if (own) {
        const std::int64_t period_us = received.passing.clock == ClockBase::day ? day_us : received.rolls_over_us;
        std::int64_t correction_us = own->correction_us;
        if (period_us > 0) correction_us += nearest(expected_us - raw_us - correction_us, period_us);
        const std::int64_t early_us = expected_us - raw_us - correction_us;
        if (own->epoch == received.epoch && early_us > -clock_future_us) return correction_us;
        if (own->epoch != received.epoch && std::abs(early_us) < clock_same_us) return correction_us;
    }
    return expected_us - raw_us;
}

/// How far a correction is moved so that a second clock stays on the first one's.
std::int64_t TrackClock::held_us(const Anchor& own, const std::string& device, const ReceivedPassing& received,
                                 Gps gps) const {
    if (!gps.own || !gps.reference) {
        const DecoderTime time{received.passing.time_us + own.correction_us};
        if (const auto followed_us = synced_us(device, time)) return *followed_us - own.followed_us;
    }
    const bool is_worlds = gps.own && names_moments(received.passing.clock) && own.correction_us == 0;
    return is_worlds ? 0 : follow_us(own, device, received);
}

std::int64_t TrackClock::follow_us(const Anchor& own, const std::string& device,
                                   const ReceivedPassing& received) const {
    const Anchor* first = anchor(first_heard_);
    if (device == first_heard_ || !first || !received.delay_us) return 0;
    const auto here = own.at(received.received);
    const auto there = first->at(received.received);
    if (!here || !there) return 0;
    const std::int64_t most_us = own.follow_most_us(received.received);
    return std::clamp(timing::us_between(*here, *there), -most_us, most_us);
}

void TrackClock::heard(const PassingKept& kept) {
    const DecoderTime time = kept.time();
    const ClockBase base = kept.passing.clock;
    Anchor& anchor = devices_[kept.device];
    const DecoderTime expected = at(kept.received);
    const bool first_of_all = !newest_;
    newest_ = std::max(newest_.value_or(time), time);
    if (told_before(kept)) return;
    const bool same_clock = anchor.heard && !anchor.replaced && anchor.epoch == kept.epoch;
    if (same_clock && told_by(base) < told_by(anchor.base)) return;
    if (!same_clock || !holds_for(anchor.base, base)) {
        const bool began_anew = anchor.heard && !anchor.replaced && anchor.decoder == kept.passing.decoder &&
                                anchor.epoch + 1 == kept.epoch;
        anchor.before =
            began_anew ? std::optional(Before{anchor.epoch, anchor.base, anchor.correction_us}) : std::nullopt;
        anchor.clock.forget();
        anchor.followed_us = 0;
        sync_.forget(kept.device);
        if (std::exchange(anchor.replaced, false)) add_device(kept.device, anchor.next_speed);
        const bool by_arrival = counts(base) || (base == ClockBase::utc && kept.correction_us != 0);
        anchor.place = by_arrival && !first_of_all ? EpochPlace(kept.received, time, timing::us_between(time, expected))
                                                   : EpochPlace();
    } else if (base != ClockBase::none) {  // what has no clock has none that could be followed
        const std::int64_t step_us = kept.correction_us - anchor.correction_us;
        if (std::abs(step_us) <= std::max(clock_follow_us_max, anchor.follow_most_us(kept.received)))
            anchor.followed_us += step_us;
    }
    anchor.epoch = kept.epoch;
    anchor.decoder = kept.passing.decoder;
    anchor.base = base;
    anchor.correction_us = kept.correction_us;
    anchor.heard = kept.received;
    anchor.clock.reading(timing::later_by(time, -anchor.followed_us), kept.received);
    anchor.place.look(anchor.clock, kept.received);
    if (first_heard_.empty()) first_heard_ = kept.device;
    last_heard_ = kept.device;
}

void TrackClock::heard_sync(const PassingKept& kept) {
    heard(kept);
    const Anchor* own = anchor(kept.device);
    if (own && holds_for(own->base, kept.passing.clock) && kept.passing.clock != ClockBase::none)
        sync_.heard(kept.device, first_heard_, kept.time(), own->followed_us);
}

/// What is to be followed by then, as the sync transponder says: its reference may follow another clock itself.
std::optional<std::int64_t> TrackClock::synced_us(const std::string& device, DecoderTime time) const {
    const auto behind_us = sync_.behind_us(device, time);
    const Anchor* reference = anchor(sync_.reference());
    return behind_us && reference ? std::optional(*behind_us + reference->followed_us) : std::nullopt;
}

const std::string& TrackClock::reference() const {
    return sync_.reference().empty() ? first_heard_ : sync_.reference();
}

std::int64_t TrackClock::leap_us(const PassingKept& next) const {
    const Anchor* own = anchor(next.device);
    const bool both = own && !own->replaced && names_moments(own->base) && names_moments(next.passing.clock);
    if (!both) return 0;
    const std::int64_t corrected_us = own->correction_us - next.correction_us;
    if (std::abs(corrected_us) > clock_jump_us) return corrected_us;
    const auto shown = own->epoch == next.epoch ? own->at(next.received) : std::nullopt;
    const std::int64_t ahead_us = shown ? timing::us_between(*shown, next.time()) : 0;
    return ahead_us > clock_jump_us ? ahead_us : 0;
}

ClockSync TrackClock::sync(const std::string& device, Gps gps, HostTime host) const {
    const Anchor* own = anchor(device);
    if (!own || own->base == ClockBase::none) return {};
    if (gps.own && gps.reference) return {SyncedBy::gps, {}};
    if (device == first_heard_) return {SyncedBy::itself, {}};
    if (synced_us(device, now(host))) return {SyncedBy::sync_transponder, sync_.spread_us(device)};
    return {gps.own ? SyncedBy::gps : SyncedBy::arrival, {}};
}

void TrackClock::read(const std::string& device, std::uint32_t epoch, DecoderTime raw, HostTime at) {
    Anchor& anchor = devices_[device];
    // Before the first passing nobody knows of a jump; a reading alone must not set the track's clock.
    if (!anchor.heard || anchor.replaced || anchor.epoch != epoch) return;
    const DecoderTime time = timing::later_by(raw, anchor.correction_us);
    const auto shown = anchor.at(at);
    if (shown && timing::us_between(*shown, time) > clock_jump_us) return;
    anchor.clock.reading(timing::later_by(time, -anchor.followed_us), at);
}

std::optional<EpochMoved> TrackClock::misplaced(const std::string& device, HostTime now) const {
    const Anchor* own = anchor(device);
    const auto late_us = own && !own->replaced ? own->place.late_us(now) : std::nullopt;
    if (!late_us) return std::nullopt;
    // The sync transponder has told of it already, and the passings since lie by that.
    if (*late_us <= sync_pair_us && synced_us(device, this->now(now))) return std::nullopt;
    return EpochMoved{device, own->epoch, *late_us};
}

void TrackClock::move(const EpochMoved& moved) {
    const auto known = devices_.find(moved.device);
    if (known == devices_.end() || !known->second.heard || known->second.epoch != moved.epoch) return;
    Anchor& anchor = known->second;
    anchor.correction_us -= moved.earlier_us;
    anchor.followed_us -= moved.earlier_us;
    anchor.place.moved(moved.earlier_us);
    // Its moments were taken for those of other times.
    sync_.forget(moved.device);
    // What is shown goes by the clock that is right now.
    if (newest_) newest_ = timing::later_by(*newest_, -moved.earlier_us);
}

DecoderTime TrackClock::at(HostTime host) const {
    const Anchor* last = anchor(last_heard_);
    const auto shown = last ? last->at(host) : std::nullopt;
    return shown.value_or(DecoderTime{host.us});
}

DecoderTime TrackClock::now(HostTime host) const { return std::max(at(host), newest_.value_or(at(host))); }

DecoderTime TrackClock::after_all(HostTime host) const {
    return newest_ ? std::max(at(host), timing::later_by(*newest_, 1)) : at(host);
}

HostTime TrackClock::host_of(DecoderTime time, HostTime host) const {
    const auto anchor = devices_.find(last_heard_);
    const double speed = anchor == devices_.end() ? 1 : anchor->second.speed;
    return HostTime{host.us + std::llround(static_cast<double>(us_between(now(host), time)) / speed)};
}

}  // namespace chicane::sessions::conductor
