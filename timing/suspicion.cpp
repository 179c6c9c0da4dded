#include "timing/suspicion.hpp"

#include <algorithm>
#include <array>

namespace chicane::timing {

namespace {

/// The median of his laps before the last, of an even number the longer of the two in the middle.
std::int64_t pace_us(const LapBook& book, std::uint16_t who, std::int32_t laps) {
    std::array<std::int64_t, pace_laps_max> times;
    auto end = times.begin();
    for (std::int32_t lap = laps - 1; lap > 0 && end != times.end(); --lap) {
        *end++ = book.time_us(who, lap);
    }
    const auto middle = times.begin() + (end - times.begin()) / 2;
    std::nth_element(times.begin(), middle, end);
    return *middle;
}

}  // namespace

bool is_suspicious(const Rules& rules, const Entrant& entrant, const LapBook& book, std::uint16_t who) {
    if (rules.suspicious_percent == 0 || entrant.disturbed || entrant.laps <= pace_laps_min) return false;
    const std::int64_t percent = rules.suspicious_percent;
    const auto is_long = [&](std::int64_t than_us) {
        return entrant.last_us > than_us / 100 * percent + than_us % 100 * percent / 100;
    };
    // No median is shorter than the best lap: almost every lap is cleared by this alone.
    if (entrant.best_lap > 0 && !is_long(entrant.best_us)) return false;
    return is_long(pace_us(book, who, entrant.laps));
}

}  // namespace chicane::timing
