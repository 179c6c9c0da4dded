// How a decoder's clock lies to ours. Each record that carries a time arrives some delay after it; the smallest delay
// seen is nearest to the truth. Only the last minutes count, as the two clocks drift (tens of ppm are usual). Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "timing/time.hpp"

namespace chicane::decoders::link {

/// The smallest delay of this span and the one before it counts: at 40 ppm no more than 50 ms of drift.
inline constexpr std::int64_t offset_span_us = 600'000'000;

class ClockOffset {
  public:
    explicit ClockOffset(double speed) : speed_(speed) {}

    void reading(timing::DecoderTime decoder, timing::HostTime received);
    /// The decoder's clock has begun anew.
    void forget();

    std::optional<timing::DecoderTime> decoder_time_at(timing::HostTime host) const;
    /// Host minus decoder at `now`; constant while both run at the same pace.
    std::optional<std::int64_t> offset_us(timing::HostTime now) const;

  private:
    /// Time of the host since the first reading, at the decoder's pace.
    std::int64_t paced_us(timing::HostTime host) const;
    std::optional<std::int64_t> smallest() const;

    double speed_;
    std::optional<timing::HostTime> first_;
    timing::HostTime span_begin_;
    std::optional<std::int64_t> lead_us_;         ///< paced host time minus decoder time, smallest of this span
    std::optional<std::int64_t> lead_before_us_;  ///< … of the span before
};

}  // namespace chicane::decoders::link
