// Where an epoch lies on the track's clock. The first passing of a clock that begins anew is placed by its arrival; where that one was held
// up on its way, all of the epoch lie too late by as much. Those that follow more quickly tell by how much. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "decoders/link/clock_offset.hpp"
#include "timing/time.hpp"

namespace chicane::sessions::conductor {

/// Less is what ways differ by from one passing to the next.
inline constexpr std::int64_t place_wrong_us = 20'000;
/// Nothing came more quickly for so long: this is by how much.
inline constexpr std::int64_t place_settled_us = 1'000'000;
/// Longer after an epoch's begin a drift looks the same; no passing is held up for so long either.
inline constexpr std::int64_t place_within_us = 120'000'000;

class EpochPlace {
  public:
    /// Nothing to find out.
    EpochPlace() = default;
    /// By its arrival the first passing was placed `before_us` before it, at `time`.
    EpochPlace(timing::HostTime received, timing::DecoderTime time, std::int64_t before_us)
        : first_(First{received, time, before_us}) {}

    /// `clock` has been read once more.
    void look(const decoders::link::ClockOffset& clock, timing::HostTime now) {
        if (!first_ || timing::us_between(first_->received, now) > place_within_us) return first_.reset();
        const auto shown = clock.decoder_time_at(first_->received);
        if (!shown) return;
        const std::int64_t late_us = timing::us_between(first_->time, *shown) - first_->before_us;
        if (late_us - late_us_ > place_wrong_us / 4) bettered_ = now;
        late_us_ = late_us;
    }
    /// By how much the epoch lies too late, once that is sure and worth a change.
    std::optional<std::int64_t> late_us(timing::HostTime now) const {
        if (!first_ || late_us_ < place_wrong_us) return std::nullopt;
        if (timing::us_between(bettered_, now) < place_settled_us) return std::nullopt;
        return late_us_;
    }
    /// The epoch was moved to where it is earlier by so much.
    void moved(std::int64_t earlier_us) {
        if (first_) first_->before_us += earlier_us;
        late_us_ -= earlier_us;
    }

  private:
    struct First {
        timing::HostTime received;
        timing::DecoderTime time;
        std::int64_t before_us = 0;
    };
    std::optional<First> first_;
    std::int64_t late_us_ = 0;
    timing::HostTime bettered_;
};

}  // namespace chicane::sessions::conductor
