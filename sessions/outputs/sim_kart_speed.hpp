// A fleet with radio inside this process: each kart obeys a moment later, loses a command now and then, says how full its battery is,
// and slows down by itself when nobody renews its level. From a seed, the same on every machine.
#pragma once

#include <map>

#include "decoders/sim/chance.hpp"
#include "sessions/outputs/kart_speed.hpp"

namespace chicane::sessions::outputs {

inline constexpr std::int64_t radio_delay_us = 150'000;  ///< from a command to the kart's doing

struct SimKartOptions {
    std::uint64_t seed = 1;
    std::int32_t lost_percent = 0;    ///< of commands, on the air
    std::int32_t silent_percent = 0;  ///< of karts, which obey and never answer
    friend bool operator==(const SimKartOptions&, const SimKartOptions&) = default;
};

class SimKartSpeed final : public KartSpeed {
  public:
    explicit SimKartSpeed(SimKartOptions options) : options_(options), air_(options.seed) {}

    void set_level(timing::KartId kart, SpeedLevel level, timing::HostTime now, timing::HostTime until) override;
    void stop_all(timing::HostTime now) override;
    std::optional<KartHeard> heard(timing::KartId kart, timing::HostTime now) override;

  private:
    struct Kart {
        SpeedLevel before = SpeedLevel::slow;  ///< until the last command has arrived
        SpeedLevel told = SpeedLevel::slow;
        timing::HostTime arrives;
        timing::HostTime until;
        bool silent = false;
        std::int32_t battery_percent = 0;
        std::int32_t rssi_dbm = 0;
        SpeedLevel level(timing::HostTime now) const;
    };
    Kart& kart(timing::KartId id);
    void tell(Kart& kart, SpeedLevel level, timing::HostTime now, timing::HostTime until);

    SimKartOptions options_;
    decoders::sim::Chance air_;
    std::map<timing::KartId, Kart> karts_;  ///< those that were ever told something; a fleet has at most karts_max
};

}  // namespace chicane::sessions::outputs
