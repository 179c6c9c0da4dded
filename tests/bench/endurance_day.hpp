// A race of 24 hours as its log has it: 60 teams of six drivers, the karts they are in and 40 more in the pool, sectors and a pit lane, relays told at
// each stop, jokers, penalties, a red flag. The same log for the same seed.
#pragma once

#include <cstdint>
#include <vector>

#include "sessions/window.hpp"

namespace chicane::bench {

inline constexpr std::uint32_t teams = 60;
inline constexpr std::uint32_t drivers_a_team = 6;
inline constexpr std::uint32_t pool_karts = 40;
inline constexpr std::int64_t race_us = 24 * 3'600'000'000LL;

struct EnduranceDay {
    sessions::Setup setup;
    transponders::Register karts;
    std::vector<sessions::LogEvent> log;  ///< in the order in which the day brought it
    std::size_t passings = 0;
    std::size_t stops = 0;
};

EnduranceDay endurance_day(std::uint64_t seed);

}  // namespace chicane::bench
