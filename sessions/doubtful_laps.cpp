#include "sessions/doubtful_laps.hpp"

#include <algorithm>

#include "sessions/median.hpp"

namespace chicane::sessions {

namespace {

/// `us` × percent ÷ 100, without overflow.
std::int64_t share(std::int64_t us, std::int64_t percent) { return us / 100 * percent + us % 100 * percent / 100; }

DoubtfulLap judge(std::int64_t lap_us, std::int64_t usual_us, std::int32_t percent) {
    if (share(lap_us, percent) < usual_us) return {Doubt::too_short, 1};
    if (usual_us <= 0 || lap_us <= share(usual_us, percent)) return {};
    const std::int64_t parts = (lap_us + usual_us / 2) / usual_us;
    return {Doubt::too_long, static_cast<std::int32_t>(std::clamp<std::int64_t>(parts, 2, doubt_parts_max))};
}

}  // namespace

std::vector<DoubtfulLap> doubtful_laps(std::span<const std::int64_t> laps_us, std::int32_t percent) {
    std::vector<DoubtfulLap> judged(laps_us.size());
    if (percent <= 100 || laps_us.size() < doubt_laps_min) return judged;
    const std::int64_t usual_us = median({laps_us.begin(), laps_us.end()});
    std::ranges::transform(laps_us, judged.begin(),
                           [&](std::int64_t lap_us) { return judge(lap_us, usual_us, percent); });
    return judged;
}

}  // namespace chicane::sessions
