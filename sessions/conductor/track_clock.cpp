#include "sessions/conductor/track_clock.hpp"

#include <algorithm>
#include <cmath>

namespace chicane::sessions::conductor {

using timing::DecoderTime;
using timing::HostTime;

DecoderTime TrackClock::Anchor::at(HostTime host) const {
    const auto since_us = static_cast<double>(host.us - received.us) * speed;
    return DecoderTime{time->us + std::llround(since_us)};
}

void TrackClock::add_device(const std::string& device, double speed) { devices_[device].speed = speed; }

void TrackClock::heard(const std::string& device, std::uint32_t epoch, DecoderTime time, HostTime received) {
    Anchor& anchor = devices_[device];
    const bool first = !anchor.time || anchor.epoch != epoch;
    // The smallest delay is where the decoder's clock is furthest ahead of what the anchor so far says.
    if (first || time > anchor.at(received)) {
        anchor.epoch = epoch;
        anchor.time = time;
        anchor.received = received;
    }
    last_heard_ = device;
    newest_ = std::max(newest_.value_or(time), time);
}

DecoderTime TrackClock::at(HostTime host) const {
    const auto anchor = devices_.find(last_heard_);
    return anchor != devices_.end() && anchor->second.time ? anchor->second.at(host) : DecoderTime{host.us};
}

DecoderTime TrackClock::now(HostTime host) const { return std::max(at(host), newest_.value_or(at(host))); }

HostTime TrackClock::host_of(DecoderTime time, HostTime host) const {
    const auto anchor = devices_.find(last_heard_);
    const double speed = anchor == devices_.end() ? 1 : anchor->second.speed;
    return HostTime{host.us + std::llround(static_cast<double>(time.us - now(host).us) / speed)};
}

std::optional<std::int64_t> TrackClock::offset_us(const std::string& device) const {
    const auto anchor = devices_.find(device);
    if (anchor == devices_.end() || !anchor->second.time) return std::nullopt;
    return anchor->second.received.us - anchor->second.time->us;
}

}  // namespace chicane::sessions::conductor
