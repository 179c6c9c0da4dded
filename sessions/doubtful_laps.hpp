// Which laps of an entrant an official should look at: one so long that a passing was likely missed, or so short that a passing too
// many was likely counted. race-rules.md §2 and §6. A hint, never a change. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace chicane::sessions {

enum class Doubt : std::uint8_t { none, too_long, too_short };

struct DoubtfulLap {
    Doubt doubt = Doubt::none;
    std::int32_t parts = 1;  ///< too_long: how many laps it likely is
    friend bool operator==(const DoubtfulLap&, const DoubtfulLap&) = default;
};

inline constexpr std::size_t doubt_laps_min = 4;      ///< fewer tell no pace: of three one may be the first
inline constexpr std::int32_t doubt_parts_max = 100;  ///< as many as a lap can be divided into

/// One for each lap. `percent`: of the median, from where on a lap is long, and its inverse, from where on it is short; 0: none is.
std::vector<DoubtfulLap> doubtful_laps(std::span<const std::int64_t> laps_us, std::int32_t percent);

}  // namespace chicane::sessions
