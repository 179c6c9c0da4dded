#include "sessions/conductor/track_clock.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace chicane::sessions::conductor {

using timing::DecoderTime;
using timing::HostTime;

DecoderTime TrackClock::Anchor::at(HostTime host) const {
    const auto since_us = static_cast<double>(host.us - received.us) * speed;
    return DecoderTime{time->us + std::llround(since_us)};
}

/// The smallest delay is where the decoder's clock is furthest ahead of what the anchor so far says.
void TrackClock::Anchor::follow(DecoderTime seen, HostTime when) {
    if (time && seen <= at(when)) return;
    time = seen;
    received = when;
}

void TrackClock::add_device(const std::string& device, double speed) { devices_[device].speed = speed; }

void TrackClock::replace_device(const std::string& device, double speed) {
    Anchor& anchor = devices_[device];
    // What the track's clock says now goes on with the old reading, at the old speed, until the new decoder is heard.
    anchor.replaced = anchor.time.has_value();
    if (!anchor.replaced) anchor.speed = speed;
    anchor.next_speed = speed;
}

std::int64_t TrackClock::correction_us(const std::string& device, std::uint32_t epoch, DecoderTime raw,
                                       HostTime received) const {
    const auto known = devices_.find(device);
    const bool reads_on = known != devices_.end() && known->second.time && !known->second.replaced;
    if (reads_on && known->second.epoch == epoch) {
        return known->second.correction_us;
    }
    if (!newest_) return 0;
    const std::int64_t off_us = us_between(raw, at(received));
    const bool replaced = known != devices_.end() && known->second.replaced;
    return std::abs(off_us) > (replaced ? replaced_jump_us : clock_jump_us) ? off_us : 0;
}

void TrackClock::heard(const std::string& device, std::uint32_t epoch, DecoderTime time, std::int64_t correction_us,
                       HostTime received) {
    Anchor& anchor = devices_[device];
    if (anchor.replaced || anchor.epoch != epoch || anchor.correction_us != correction_us) anchor.time.reset();
    if (std::exchange(anchor.replaced, false)) anchor.speed = anchor.next_speed;
    anchor.epoch = epoch;
    anchor.correction_us = correction_us;
    anchor.follow(time, received);
    last_heard_ = device;
    newest_ = std::max(newest_.value_or(time), time);
}

void TrackClock::read(const std::string& device, DecoderTime raw, HostTime at) {
    Anchor& anchor = devices_[device];
    // Before the first passing nobody knows of a jump; a reading alone must not set the track's clock.
    if (anchor.time && !anchor.replaced) anchor.follow(timing::later_by(raw, anchor.correction_us), at);
}

DecoderTime TrackClock::at(HostTime host) const {
    const auto anchor = devices_.find(last_heard_);
    return anchor != devices_.end() && anchor->second.time ? anchor->second.at(host) : DecoderTime{host.us};
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

std::optional<std::int64_t> TrackClock::offset_us(const std::string& device) const {
    const auto anchor = devices_.find(device);
    if (anchor == devices_.end() || !anchor->second.time) return std::nullopt;
    return anchor->second.received.us - anchor->second.time->us + anchor->second.correction_us;
}

}  // namespace chicane::sessions::conductor
