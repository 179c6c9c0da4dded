// Who drives each kart, as of a time: by the setup, and by the swaps that officials told since. Of two words on one moment the one that was told later
// holds. Plain value.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "timing/ids.hpp"
#include "timing/time.hpp"

namespace chicane::sessions {

/// Who drives, as a number: the setup's entrants in their order, then those whom nobody entered as they appear.
using Driver = std::uint32_t;
inline constexpr Driver nobody = 0xFFFF'FFFF;
inline constexpr Driver not_entered = 0xFFFF'FFFE;  ///< somebody who does not take part

/// From a time on, until the next one.
struct DriverSince {
    timing::DecoderTime from;
    Driver driver = nobody;
};

class KartDrivers {
  public:
    void clear() { spans_.clear(); }
    /// The setup's word: since ever.
    void begin(timing::KartId kart, Driver driver);
    /// From then on he drives this kart, and whoever had it drives none. In the order in which it was told. Answers the karts whose drivers
    /// are others now.
    std::vector<timing::KartId> swap(timing::KartId kart, Driver driver, timing::DecoderTime since);

    Driver driver(timing::KartId kart, timing::DecoderTime at) const;
    /// Ascending, the first since ever; empty where nobody ever drove it.
    std::span<const DriverSince> of(timing::KartId kart) const;

  private:
    std::unordered_map<timing::KartId, std::vector<DriverSince>> spans_;
};

}  // namespace chicane::sessions
