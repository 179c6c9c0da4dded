#include "decoders/link/clock_offset.hpp"

#include <algorithm>
#include <cmath>

namespace chicane::decoders::link {

void ClockOffset::reading(timing::DecoderTime decoder, timing::HostTime received) {
    if (!first_) {
        first_ = received;
        span_begin_ = received;
    }
    if (timing::us_between(span_begin_, received) > offset_span_us) {
        lead_before_us_ = lead_us_;
        lead_us_.reset();
        span_begin_ = received;
    }
    const std::int64_t lead_us = paced_us(received) - decoder.us;
    lead_us_ = lead_us_ ? std::min(*lead_us_, lead_us) : lead_us;
}

void ClockOffset::forget() {
    first_.reset();
    lead_us_.reset();
    lead_before_us_.reset();
}

std::optional<timing::DecoderTime> ClockOffset::decoder_time_at(timing::HostTime host) const {
    const auto lead_us = smallest();
    if (!lead_us) return std::nullopt;
    return timing::DecoderTime{paced_us(host) - *lead_us};
}

std::optional<std::int64_t> ClockOffset::offset_us(timing::HostTime now) const {
    const auto decoder = decoder_time_at(now);
    if (!decoder) return std::nullopt;
    return now.us - decoder->us;
}

std::int64_t ClockOffset::paced_us(timing::HostTime host) const {
    return std::llround(static_cast<double>(timing::us_between(*first_, host)) * speed_);
}

std::optional<std::int64_t> ClockOffset::smallest() const {
    if (lead_us_ && lead_before_us_) return std::min(*lead_us_, *lead_before_us_);
    return lead_us_;
}

}  // namespace chicane::decoders::link
