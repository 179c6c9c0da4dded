// The port to what limits the speed of karts. No wire protocol of it is public, so this is our own: a level for a kart that must be
// renewed, a stop for all in reach, and what each kart says of itself. It fails to slow, never to fast. All calls come on the timing
// thread and return at once.
#pragma once

#include <cstdint>
#include <optional>

#include "timing/ids.hpp"
#include "timing/time.hpp"

namespace chicane::sessions::outputs {

/// From standing to what the kart can; in this order, so that the lower of two is the safer.
enum class SpeedLevel : std::uint8_t { stop, slow, careful, full };

/// What a kart said last, of itself.
struct KartHeard {
    SpeedLevel level = SpeedLevel::slow;
    timing::HostTime at;
    std::optional<std::int32_t> battery_percent;
    std::optional<std::int32_t> rssi_dbm;
    friend bool operator==(const KartHeard&, const KartHeard&) = default;
};

class KartSpeed {
  public:
    virtual ~KartSpeed() = default;
    /// Holds until `until` unless it is said again; then the kart falls to slow by itself, and one that stands keeps standing.
    virtual void set_level(timing::KartId kart, SpeedLevel level, timing::HostTime now, timing::HostTime until) = 0;
    /// All karts in reach, known or not, until a level is set.
    virtual void stop_all(timing::HostTime now) = 0;
    /// Nothing where the kart has never answered.
    virtual std::optional<KartHeard> heard(timing::KartId kart, timing::HostTime now) = 0;
};

}  // namespace chicane::sessions::outputs
