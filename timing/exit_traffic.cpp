#include "timing/exit_traffic.hpp"

#include <algorithm>
#include <tuple>

namespace chicane::timing {

namespace {

constexpr std::int64_t missing_laps = 2;  ///< who has not crossed for so many of his laps has stopped

}  // namespace

std::vector<Near> exit_traffic(const Rules& rules, const State& state, DecoderTime now) {
    std::vector<Near> near;
    if (rules.endurance.exit_window_us == 0) return near;
    for (std::size_t i = 0; i < state.entrants.size(); ++i) {
        const Entrant& entrant = state.entrants[i];
        if (entrant.averaged_laps == 0 || entrant.in_pit || entrant.took_flag) continue;
        const std::int64_t pace_us = std::max<std::int64_t>(1, entrant.averaged_us / entrant.averaged_laps);
        const std::int64_t since_us = us_between(entrant.last_crossing, now);
        if (since_us > missing_laps * pace_us) continue;
        // He comes by once a lap: the nearest of these is meant.
        std::int64_t until_us = (rules.endurance.exit_after_us - since_us) % pace_us;
        if (until_us > pace_us / 2) until_us -= pace_us;
        if (until_us < -pace_us / 2) until_us += pace_us;
        if (std::abs(until_us) <= rules.endurance.exit_window_us)
            near.push_back({static_cast<std::uint16_t>(i), until_us});
    }
    std::ranges::sort(near, {}, [](const Near& each) { return std::tuple(each.us, each.entrant); });
    return near;
}

}  // namespace chicane::timing
