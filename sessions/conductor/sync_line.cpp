#include "sessions/conductor/sync_line.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "decoders/link/clock_offset.hpp"

namespace chicane::sessions::conductor {

using decoders::link::drift_max_ppm;
using timing::DecoderTime;

namespace {

double span_us(DecoderTime from, DecoderTime until) { return static_cast<double>(timing::us_between(from, until)); }

/// How much further off a moment may lie so long after another.
std::int64_t drifted_us(DecoderTime from, DecoderTime until, double ppm) {
    return std::llround(std::abs(span_us(from, until)) * ppm / 1e6);
}

template <class Number>
Number middle(std::vector<Number> numbers) {
    const auto at = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::ranges::nth_element(numbers, at);
    return *at;
}

}  // namespace

void SyncLine::add(DecoderTime time, std::int64_t behind_us) {
    const Moment moment{time, behind_us};
    if (!moments_.empty() && !lies_on(moment)) return refuse(moment);
    refused_.clear();
    moments_.push_back(moment);
    if (moments_.size() > sync_pairs_max) moments_.pop_front();
    newest_ = std::max(newest_.value_or(time), time);
    fit();
}

std::optional<std::int64_t> SyncLine::behind_us(DecoderTime time) const {
    if (moments_.empty()) return std::nullopt;
    return height_us_ + bend_us(time);
}

std::optional<std::int64_t> SyncLine::spread_us() const {
    if (moments_.size() < sync_slope_pairs_min) return std::nullopt;
    std::int64_t most_us = 0;
    for (const Moment& each : moments_) most_us = std::max(most_us, std::abs(each.behind_us - *behind_us(each.time)));
    return most_us;
}

std::optional<DecoderTime> SyncLine::newest() const { return newest_; }

bool SyncLine::lies_on(const Moment& moment) const {
    const std::int64_t may_us =
        sync_apart_us + drifted_us(*newest_, moment.time, has_slope_ ? sync_wander_ppm : drift_max_ppm);
    return std::abs(moment.behind_us - *behind_us(moment.time)) <= may_us;
}

void SyncLine::refuse(const Moment& moment) {
    const auto agrees = [&](const Moment& other) {
        return std::abs(moment.behind_us - other.behind_us) <=
               sync_apart_us + drifted_us(other.time, moment.time, drift_max_ppm);
    };
    if (!std::ranges::all_of(refused_, agrees)) refused_.clear();
    refused_.push_back(moment);
    if (refused_.size() < sync_refused_max) return;
    moments_ = std::exchange(refused_, {});
    newest_ = std::ranges::max(moments_, {}, &Moment::time).time;
    slope_ = 0;
    has_slope_ = false;
    fit();
}

void SyncLine::fit() {
    std::vector<double> slopes;
    for (std::size_t i = 0; i < moments_.size(); ++i) {
        for (std::size_t k = i + 1; k < moments_.size(); ++k) {
            const double wide_us = span_us(moments_[i].time, moments_[k].time);
            if (wide_us != 0)
                slopes.push_back(static_cast<double>(moments_[k].behind_us - moments_[i].behind_us) / wide_us);
        }
    }
    const double slope = slopes.empty() ? 0 : middle(std::move(slopes));
    // Moments that lie close together make a slope of their noise, steeper than any quartz drifts.
    if (moments_.size() >= sync_slope_pairs_min && std::abs(slope) * 1e6 <= drift_max_ppm) {
        slope_ = slope;
        has_slope_ = true;
    }
    std::vector<std::int64_t> heights;
    for (const Moment& each : moments_) heights.push_back(each.behind_us - bend_us(each.time));
    // Without a slope the newest is the nearest to now.
    height_us_ = has_slope_ ? middle(std::move(heights)) : heights.back();
}

std::int64_t SyncLine::bend_us(DecoderTime time) const {
    return std::llround(slope_ * span_us(moments_.front().time, time));
}

}  // namespace chicane::sessions::conductor
