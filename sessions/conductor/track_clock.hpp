// What time it is on a track. Each device's clock is followed by its passing with the smallest delay; now is the newest
// decoder time plus the host time since, times the device's speed. A decoder whose clock has jumped (it restarted without
// its battery, or shows local time) is corrected onto the track's clock. Pure: host time comes in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "timing/time.hpp"

namespace chicane::sessions::conductor {

/// A first passing of an epoch that lies further from the track's clock than this is of a wrong clock: more than any
/// decoder holds passings back, less than the hour of summer time.
inline constexpr std::int64_t clock_jump_us = 30LL * 60 * 1'000'000;

/// Of a decoder that replaces another the first passing is live, so the way is all that may lie between.
inline constexpr std::int64_t replaced_jump_us = 2'000'000;

class TrackClock {
  public:
    /// `speed`: how many times faster than real the device's clock runs.
    void add_device(const std::string& device, double speed);
    /// Another decoder stands in its place: its next passing is held against the track's clock as an epoch's first is.
    void replace_device(const std::string& device, double speed);
    /// What is added to the times of an epoch: 0 but after a jump; the same for all of one epoch.
    std::int64_t correction_us(const std::string& device, std::uint32_t epoch, timing::DecoderTime raw,
                               timing::HostTime received) const;
    /// A passing, its time corrected, came in.
    void heard(const std::string& device, std::uint32_t epoch, timing::DecoderTime time, std::int64_t correction_us,
               timing::HostTime received);
    /// The decoder's clock read otherwise than by a passing; the smallest delay counts.
    void read(const std::string& device, timing::DecoderTime raw, timing::HostTime at);

    /// The newest decoder time plus the host time since; host time where nothing was heard yet.
    timing::DecoderTime now(timing::HostTime host) const;
    /// Now, but later than all that has passed: where a window begins or ends.
    timing::DecoderTime after_all(timing::HostTime host) const;
    /// The decoder time of a host time, by the device heard last.
    timing::DecoderTime at(timing::HostTime host) const;
    /// The host time at which the track's clock shows, or showed, `time`.
    timing::HostTime host_of(timing::DecoderTime time, timing::HostTime host) const;
    /// Host minus decoder at the smallest delay.
    std::optional<std::int64_t> offset_us(const std::string& device) const;

  private:
    struct Anchor {
        double speed = 1;
        double next_speed = 1;  ///< of the decoder that replaces it
        std::uint32_t epoch = 0;
        std::int64_t correction_us = 0;
        bool replaced = false;                    ///< what is known is another decoder's
        std::optional<timing::DecoderTime> time;  ///< of the passing with the smallest delay, corrected
        timing::HostTime received;
        timing::DecoderTime at(timing::HostTime host) const;
        void follow(timing::DecoderTime seen, timing::HostTime when);
    };
    std::map<std::string, Anchor> devices_;
    std::string last_heard_;
    std::optional<timing::DecoderTime> newest_;
};

}  // namespace chicane::sessions::conductor
