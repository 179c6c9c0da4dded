#include "decoders/link/clock_offset.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace chicane::decoders::link {

void ClockOffset::reading(timing::DecoderTime decoder, timing::HostTime received) {
    if (!first_) first_ = received;
    const std::int64_t paced = paced_us(received);
    const Point point{paced, paced - decoder.us};
    if (minutes_.empty() || paced - minute_begin_us_ >= offset_minute_us) {
        begin_minute(point);
    } else if (above_line_us(point) < above_line_us(minutes_.back())) {
        minutes_.back() = point;
    }
    base_us_ = std::min(base_us_, above_line_us(point));
    delay_us_ = above_line_us(point) - base_us_;
    spread_us_ = std::max(spread_us_, delay_us_);
}

void ClockOffset::forget() { *this = ClockOffset(speed_); }

std::optional<timing::DecoderTime> ClockOffset::decoder_time_at(timing::HostTime host) const {
    if (!first_) return std::nullopt;
    const std::int64_t paced = paced_us(host);
    return timing::DecoderTime{paced - base_us_ - bend_us(paced)};
}

std::optional<std::int64_t> ClockOffset::offset_us(timing::HostTime now) const {
    const auto decoder = decoder_time_at(now);
    if (!decoder) return std::nullopt;
    return now.us - decoder->us;
}

std::optional<double> ClockOffset::drift_ppm() const {
    return has_slope_ ? std::optional(-slope_ * 1e6) : std::nullopt;
}

std::optional<std::int64_t> ClockOffset::delay_us() const { return first_ ? std::optional(delay_us_) : std::nullopt; }

std::optional<std::int64_t> ClockOffset::spread_us() const {
    return first_ ? std::optional(std::max(spread_us_, spread_before_us_)) : std::nullopt;
}

std::int64_t ClockOffset::paced_us(timing::HostTime host) const {
    return std::llround(static_cast<double>(timing::us_between(*first_, host)) * speed_);
}

std::int64_t ClockOffset::bend_us(std::int64_t paced_us) const {
    return std::llround(slope_ * static_cast<double>(paced_us));
}

void ClockOffset::begin_minute(const Point& point) {
    fit();
    minutes_.push_back(point);
    if (minutes_.size() > offset_minutes_max) minutes_.pop_front();
    minute_begin_us_ = point.paced_us;
    spread_before_us_ = std::exchange(spread_us_, 0);
    base_us_ = above_line_us(minutes_.front());
    for (const Point& each : minutes_) base_us_ = std::min(base_us_, above_line_us(each));
}

/// Least squares through the minutes that were not held back.
void ClockOffset::fit() {
    if (minutes_.size() < drift_minutes_min) return;
    const double span_us = static_cast<double>(minutes_.back().paced_us - minutes_.front().paced_us);
    std::int64_t least_us = minutes_.front().lead_us;
    for (const Point& each : minutes_) least_us = std::min(least_us, each.lead_us);
    const double most_us = span_us * drift_max_ppm / 1e6 + static_cast<double>(drift_delay_max_us);
    double count = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const Point& each : minutes_) {
        const auto lead_us = static_cast<double>(each.lead_us - least_us);
        if (lead_us > most_us) continue;
        const auto at_us = static_cast<double>(each.paced_us - minutes_.front().paced_us);
        count += 1;
        x += at_us;
        y += lead_us;
        xx += at_us * at_us;
        xy += at_us * lead_us;
    }
    const double spread = count * xx - x * x;
    if (count < static_cast<double>(drift_minutes_min) || spread <= 0) return;
    const double slope = (count * xy - x * y) / spread;
    if (std::abs(slope) * 1e6 > drift_max_ppm) return;
    slope_ = slope;
    has_slope_ = true;
}

}  // namespace chicane::decoders::link
