// How far one clock has left another, as moments tell that both saw: a line through the last of them, by the middle of all slopes and the
// middle of all heights (Theil and Sen), so that a moment that was none moves nothing. One far off the line is refused; when as many as
// can be no chance lie together elsewhere, a clock was set, and the line begins with them. Bounded. Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

#include "timing/time.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t sync_pairs_max = 16;  ///< as long as a quartz keeps its pace; 120 slopes to look through
inline constexpr std::size_t sync_slope_pairs_min = 3;  ///< fewer may be one good and one bad
inline constexpr std::int64_t sync_apart_us = 5'000;    ///< a tag over two wires is heard no further apart
inline constexpr double sync_wander_ppm = 20;  ///< what a quartz's drift changes by from a cold morning to a hot noon
inline constexpr std::size_t sync_refused_max = 3;  ///< so many that agree are no chance

class SyncLine {
  public:
    /// At `time` of the first clock the other lay `behind_us` behind it.
    void add(timing::DecoderTime time, std::int64_t behind_us);
    /// Nothing before the first moment.
    std::optional<std::int64_t> behind_us(timing::DecoderTime time) const;
    /// The furthest that a moment lies off the line; nothing while there are too few.
    std::optional<std::int64_t> spread_us() const;
    /// The newest moment.
    std::optional<timing::DecoderTime> newest() const;

  private:
    struct Moment {
        timing::DecoderTime time;
        std::int64_t behind_us = 0;
    };
    bool lies_on(const Moment& moment) const;
    void refuse(const Moment& moment);
    void fit();
    std::int64_t bend_us(timing::DecoderTime time) const;

    std::deque<Moment> moments_;  ///< in order of arrival
    std::deque<Moment> refused_;
    std::optional<timing::DecoderTime> newest_;
    double slope_ = 0;  ///< 0 until it is known
    bool has_slope_ = false;
    std::int64_t height_us_ = 0;  ///< of the line at the first moment's time
};

}  // namespace chicane::sessions::conductor
