// Whether a clock that counts from its start went on while we were stopped, or began anew and is further on by now than when the journal
// ends. One that began anew shows no more than the time since then; one that went on shows that time more than it did. What fits neither
// went on, and it is ours that somebody set meanwhile: then laps within its epoch are right, and by ours they would not be. Only where
// ours was set ahead by more than the decoder had run when the journal ends the two look the same: that is told, too. Pure.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "decoders/link/clock_offset.hpp"
#include "timing/time.hpp"

namespace chicane::decoders::link {

/// Two records' ways differ by less. An epoch that lies so near is no other clock for the owner either.
inline constexpr std::int64_t over_stop_slack_us = 2'000'000;

class ClockOverStop {
  public:
    /// It showed `time_us` when the journal's newest passing came; it runs `speed` times faster than ours.
    ClockOverStop(std::int64_t time_us, timing::HostTime received, double speed)
        : time_us_(time_us), received_(received), speed_(speed) {}

    /// How much it shows less than if it had gone on; below 0: more.
    std::int64_t lacks_us(std::int64_t time_us, timing::HostTime now) const {
        return time_us_ + since_us(now) - time_us;
    }
    /// More than two clocks that went on differ by.
    bool is_apart(std::int64_t time_us, timing::HostTime now) const {
        return std::abs(lacks_us(time_us, now)) > slack_us(now);
    }
    bool began_anew(std::int64_t time_us, timing::HostTime now) const {
        return lacks_us(time_us, now) > slack_us(now) && time_us <= since_us(now) + slack_us(now);
    }

  private:
    std::int64_t since_us(timing::HostTime now) const {
        return std::llround(static_cast<double>(timing::us_between(received_, now)) * speed_);
    }
    std::int64_t slack_us(timing::HostTime now) const {
        const double drift_us = std::abs(static_cast<double>(since_us(now))) * drift_max_ppm / 1e6;
        return over_stop_slack_us + std::llround(drift_us);
    }

    std::int64_t time_us_;
    timing::HostTime received_;
    double speed_;
};

}  // namespace chicane::decoders::link
