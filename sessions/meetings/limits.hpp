// What a meeting holds at most, so that every loop here has an end that is known. Beyond a limit an answer says so, and nothing is changed.
#pragma once

#include <cstddef>
#include <cstdint>

#include "timing/limits.hpp"

namespace chicane::sessions::meetings {

inline constexpr std::size_t people_max = 4 * timing::entrants_max;  ///< of a meeting: four fields that fill a session
inline constexpr std::size_t runs_max = 250;                         ///< of a meeting: a run every six minutes of a day
inline constexpr std::size_t karts_max = 250;                        ///< of a fleet
inline constexpr std::int64_t minutes_max = 48 * 60;                 ///< of a meeting, as of the longest session

inline constexpr std::int64_t pace_ms_max = 60'000;      ///< of a kart against its class; its square stays exact
inline constexpr int sweeps_max = 20;                    ///< over all runs, when karts are assigned
inline constexpr int restarts = 8;                       ///< of the assignment, each from another seeded draw
inline constexpr std::uint64_t cells_max = 400'000'000;  ///< of cost tables, then no more restarts: about a second

inline constexpr std::int64_t filling_moves_max =
    200'000;  ///< weighed when heats are filled: not time, so that it repeats
inline constexpr std::int64_t balance_moves_max = 60'000;  ///< weighed when random heats are balanced

inline constexpr std::size_t rounds_max = 60;     ///< of heats, and of a season
inline constexpr int volatility_steps_max = 100;  ///< of the root search in a rating; it needs about ten

}  // namespace chicane::sessions::meetings
