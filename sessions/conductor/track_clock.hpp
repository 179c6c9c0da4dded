// What time it is on a track. Each device's clock is followed by its passing with the smallest delay; now is the newest decoder time
// plus the host time since, times the device's speed. Pure: host time comes in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "timing/time.hpp"

namespace chicane::sessions::conductor {

class TrackClock {
  public:
    /// `speed`: how many times faster than real the device's clock runs.
    void add_device(const std::string& device, double speed);
    /// A passing of `time` came in at `received`, in the device's `epoch`.
    void heard(const std::string& device, std::uint32_t epoch, timing::DecoderTime time, timing::HostTime received);

    /// The newest decoder time plus the host time since; host time where nothing was heard yet.
    timing::DecoderTime now(timing::HostTime host) const;
    /// The decoder time of a host time, by the device heard last.
    timing::DecoderTime at(timing::HostTime host) const;
    /// The host time at which the track's clock will show `time`.
    timing::HostTime host_of(timing::DecoderTime time, timing::HostTime host) const;
    /// Host minus decoder at the smallest delay.
    std::optional<std::int64_t> offset_us(const std::string& device) const;

  private:
    struct Anchor {
        double speed = 1;
        std::uint32_t epoch = 0;
        std::optional<timing::DecoderTime> time;  ///< of the passing with the smallest delay
        timing::HostTime received;
        timing::DecoderTime at(timing::HostTime host) const;
    };
    std::map<std::string, Anchor> devices_;
    std::string last_heard_;
    std::optional<timing::DecoderTime> newest_;
};

}  // namespace chicane::sessions::conductor
