// How a decoder's clock lies to ours. Each record that carries a time arrives some delay after it; the smallest delay seen is nearest
// to the truth. Of each minute the record with the smallest delay is kept, of the last twenty; once they span long enough a line through
// them is the drift (tens of ppm are usual), and until then the smallest of all counts. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

#include "timing/time.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t offset_minute_us = 60'000'000;
inline constexpr std::size_t offset_minutes_max = 20;  ///< at 40 ppm without a line no more than 50 ms of drift
inline constexpr std::size_t drift_minutes_min = 5;    ///< a jitter of 1 ms over so long is 4 ppm
inline constexpr double drift_max_ppm = 500;           ///< no quartz is worse: what looks so is a delay that grows
/// A minute whose best record came later than this beyond the smallest was one of held-back records, and tells nothing of the drift.
inline constexpr std::int64_t drift_delay_max_us = 250'000;

class ClockOffset {
  public:
    explicit ClockOffset(double speed) : speed_(speed) {}

    void reading(timing::DecoderTime decoder, timing::HostTime received);
    /// The decoder's clock has begun anew.
    void forget();

    std::optional<timing::DecoderTime> decoder_time_at(timing::HostTime host) const;
    /// Host minus decoder at `now`; constant while both run at the same pace.
    std::optional<std::int64_t> offset_us(timing::HostTime now) const;
    /// Above 0: the decoder's clock runs ahead of ours.
    std::optional<double> drift_ppm() const;
    /// Of the last reading, beyond the smallest; and the largest such of this minute and the one before.
    std::optional<std::int64_t> delay_us() const;
    std::optional<std::int64_t> spread_us() const;

  private:
    /// The host's time since the first reading, and how far it was ahead of the decoder's clock then.
    struct Point {
        std::int64_t paced_us = 0;
        std::int64_t lead_us = 0;
    };

    /// Time of the host since the first reading, at the decoder's pace.
    std::int64_t paced_us(timing::HostTime host) const;
    /// What the line has gained since the first reading.
    std::int64_t bend_us(std::int64_t paced_us) const;
    std::int64_t above_line_us(const Point& point) const { return point.lead_us - bend_us(point.paced_us); }
    void begin_minute(const Point& point);
    void fit();

    double speed_;
    std::optional<timing::HostTime> first_;
    std::deque<Point> minutes_;  ///< the smallest of each, oldest first
    std::int64_t minute_begin_us_ = 0;
    double slope_ = 0;  ///< of the line; 0 until it is known
    bool has_slope_ = false;
    std::int64_t base_us_ = 0;  ///< the line where paced time is 0: no kept point lies below it
    std::int64_t delay_us_ = 0;
    std::int64_t spread_us_ = 0;
    std::int64_t spread_before_us_ = 0;
};

}  // namespace chicane::decoders::link
