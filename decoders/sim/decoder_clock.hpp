// What a simulated decoder's clock shows: it counts from 1970, from midnight or from its start, runs a little fast, may be set, and
// where it has an end it begins anew there.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "decoders/codec/record.hpp"
#include "decoders/sim/voice.hpp"

namespace chicane::decoders::sim {

inline constexpr std::int64_t day_us = 86'400'000'000;
inline constexpr std::int64_t ran_before_us =
    754'321'000;  ///< a clock that counts from its start was started before us
inline constexpr std::int64_t never_us = std::numeric_limits<std::int64_t>::max();

class DecoderClock {
  public:
    /// Runs fast by `drift_ppm`. `end_in_us` above 0: it passes its end so long after `start_us`, if it has one.
    DecoderClock(const Manner& manner, std::int64_t start_us, std::int64_t local_offset_us, std::int64_t drift_ppm,
                 std::int64_t end_in_us)
        : base_(manner.clock),
          end_us_(manner.clock == codec::ClockBase::day ? day_us : manner.clock_end_us),
          drift_ppm_(drift_ppm),
          set_at_us_(start_us) {
        const std::int64_t local_us = start_us + local_offset_us;
        if (base_ == codec::ClockBase::utc) shown_us_ = start_us;
        if (base_ == codec::ClockBase::local) shown_us_ = local_us;
        if (base_ == codec::ClockBase::day) shown_us_ = local_us % day_us;
        if (base_ == codec::ClockBase::start) shown_us_ = ran_before_us;
        if (end_in_us > 0 && end_us_ > 0) shown_us_ = end_us_ - end_in_us;
    }

    std::int64_t at(std::int64_t true_us) const {
        const std::int64_t shown_us = unbroken(true_us);
        return end_us_ > 0 ? (shown_us % end_us_ + end_us_) % end_us_ : shown_us;
    }
    /// How often it has passed its end.
    std::int64_t rounds(std::int64_t true_us) const { return end_us_ > 0 ? unbroken(true_us) / end_us_ : 0; }
    /// Somebody sets it to a time.
    void show(std::int64_t true_us, std::int64_t shown_us) { set(true_us, std::max<std::int64_t>(shown_us, 0)); }
    /// Somebody sets it ahead, or back.
    void jump(std::int64_t true_us, std::int64_t by_us) {
        set(true_us, std::max<std::int64_t>(at(true_us) + by_us, 0));
    }
    /// The decoder starts: a clock that counts from there shows 0, another goes on by its battery.
    void restart(std::int64_t true_us) {
        if (base_ == codec::ClockBase::start) set(true_us, 0);
    }

  private:
    std::int64_t unbroken(std::int64_t true_us) const {
        constexpr std::int64_t million = 1'000'000;
        const std::int64_t since_us = true_us - set_at_us_;
        return shown_us_ + since_us + since_us / million * drift_ppm_ + since_us % million * drift_ppm_ / million;
    }
    void set(std::int64_t true_us, std::int64_t shown_us) {
        set_at_us_ = true_us;
        shown_us_ = shown_us;
    }

    codec::ClockBase base_;
    std::int64_t end_us_;
    std::int64_t drift_ppm_;
    std::int64_t set_at_us_;
    std::int64_t shown_us_ = 0;
};

}  // namespace chicane::decoders::sim
