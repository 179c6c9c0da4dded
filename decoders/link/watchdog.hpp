// Silence is an event: a decoder that lives sends a status every few seconds. Pure: the host's time is passed in.
#pragma once

#include <algorithm>
#include <cstdint>

#include "timing/time.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t silence_max_us = 15'000'000;  ///< three of P3's statuses did not come
/// However fast a simulated decoder runs, a busy machine may keep us waiting this long.
inline constexpr std::int64_t silence_floor_us = 1'000'000;

class Watchdog {
  public:
    /// `speed`: how many times faster than real the decoder runs. `quiet_max_us`: how long one that is well is silent at most; 0: it
    /// says nothing between passings, so that nobody can tell.
    explicit Watchdog(double speed, std::int64_t quiet_max_us = silence_max_us)
        : judges_(quiet_max_us > 0),
          limit_us_(std::max(static_cast<std::int64_t>(static_cast<double>(quiet_max_us) / speed), silence_floor_us)) {}

    /// A good record came, or the link has just opened.
    void heard(timing::HostTime now) { last_ = now; }
    bool silent(timing::HostTime now) const { return judges_ && timing::us_between(last_, now) > limit_us_; }
    /// Silent for so long again that the connection itself may be dead.
    bool hopeless(timing::HostTime now) const { return judges_ && timing::us_between(last_, now) > 2 * limit_us_; }

  private:
    bool judges_;
    std::int64_t limit_us_;
    timing::HostTime last_;
};

}  // namespace chicane::decoders::link
