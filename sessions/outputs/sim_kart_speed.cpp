#include "sessions/outputs/sim_kart_speed.hpp"

#include <algorithm>

namespace chicane::sessions::outputs {

using timing::HostTime;

namespace {

constexpr std::uint64_t percent_all = 100;

}  // namespace

SpeedLevel SimKartSpeed::Kart::level(HostTime now) const {
    if (now < arrives) return before;
    return now > until ? std::min(told, SpeedLevel::slow) : told;
}

/// What a kart is depends on the seed and its number alone, not on who was asked first.
SimKartSpeed::Kart& SimKartSpeed::kart(timing::KartId id) {
    const auto [found, is_new] = karts_.try_emplace(id);
    if (!is_new) return found->second;
    constexpr std::uint64_t battery_least = 40, battery_span = 60, rssi_span = 40;
    constexpr std::int32_t rssi_best_dbm = -45;
    decoders::sim::Chance own(options_.seed * 1'000'003 + id.value);
    found->second.silent = own.below(percent_all) < static_cast<std::uint64_t>(options_.silent_percent);
    found->second.battery_percent = static_cast<std::int32_t>(battery_least + own.below(battery_span));
    found->second.rssi_dbm = rssi_best_dbm - static_cast<std::int32_t>(own.below(rssi_span));
    return found->second;
}

void SimKartSpeed::tell(Kart& kart, SpeedLevel level, HostTime now, HostTime until) {
    if (air_.below(percent_all) < static_cast<std::uint64_t>(options_.lost_percent)) return;
    // What is told again arrives where it is already: a renewal delays nothing that is on its way.
    if (kart.told != level || now > kart.until) {
        kart.before = kart.level(now);
        kart.arrives = timing::later_by(now, radio_delay_us);
    }
    kart.told = level;
    kart.until = until;
}

void SimKartSpeed::set_level(timing::KartId id, SpeedLevel level, HostTime now, HostTime until) {
    tell(kart(id), level, now, until);
}

void SimKartSpeed::stop_all(HostTime now) {
    for (auto& [id, each] : karts_) tell(each, SpeedLevel::stop, now, now);
}

std::optional<KartHeard> SimKartSpeed::heard(timing::KartId id, HostTime now) {
    const Kart& found = kart(id);
    if (found.silent) return std::nullopt;
    return KartHeard{found.level(now), now, found.battery_percent, found.rssi_dbm};
}

}  // namespace chicane::sessions::outputs
