// What a simulated track is made of: read from the command line and from `sim:` URIs, the same names in both.
#pragma once

#include <cstdint>

#include "decoders/sim/fault.hpp"

namespace chicane::decoders::sim {

inline constexpr std::int32_t karts_max = 250;         ///< as many as a session takes
inline constexpr std::int32_t laps_max = 100'000;      ///< ten times a 24-hour race
inline constexpr std::int32_t first_kart_max = 9'000;  ///< what fits on a number plate
inline constexpr std::int32_t grid_s_max = 86'400;     ///< a day's wait is a mistake
inline constexpr std::int32_t lap_ms_min = 5'000;
inline constexpr std::int32_t lap_ms_max = 600'000;

struct TrackOptions {
    std::int32_t karts = 12;
    std::int32_t laps = 0;  ///< each kart's; 0: without end
    std::uint64_t seed = 1;
    std::int32_t first_kart = 1;   ///< number of the first kart: several tracks, several fleets
    std::int32_t grid_s = 5;       ///< from the begin to the first crossing
    std::int32_t lap_ms = 42'000;  ///< of an ordinary kart with an ordinary driver
    FaultShares faults;
    std::int32_t backup = 0;  ///< 1: a second decoder of the same loop; it hears everything, also what is backup_only
    friend bool operator==(const TrackOptions&, const TrackOptions&) = default;
};

}  // namespace chicane::decoders::sim
