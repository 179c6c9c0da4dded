// What an assignment of karts costs, driver by driver. The book holds what every driver has in every run, and prices one seat in one run with
// all else as it stands. Behind `karts.hpp`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sessions/meetings/karts.hpp"

namespace chicane::sessions::meetings {

inline constexpr std::int64_t repeat_cost = 10'000'000;  ///< while another kart is there: as a sum of paces 3.2 s off
inline constexpr std::int64_t told_cost = 2'000;         ///< as a sum of paces 45 ms off

class KartBook {
  public:
    KartBook(std::span<const KartRun> runs, std::span<const FleetKart> fleet);

    /// Where a seat stands in the fleet; nothing: no kart.
    [[nodiscard]] std::optional<std::size_t> kart_of(std::size_t run, std::size_t seat) const {
        return has_[run][seat];
    }

    void give(std::size_t run, std::size_t seat, std::optional<std::size_t> kart);

    /// What the driver's whole plan costs with this kart in this seat. The seat must be without one.
    [[nodiscard]] std::int64_t price(std::size_t run, std::size_t seat, std::size_t kart) const;

    /// Of all drivers, as they stand.
    [[nodiscard]] std::int64_t total() const;

  private:
    struct Driver {
        std::int64_t pace_ms = 0;
        std::vector<std::uint16_t> times;  // in each kart of the fleet
    };

    [[nodiscard]] bool has_another(const KartSeat& seat, const Driver& driver) const;

    std::span<const KartRun> runs_;
    std::span<const FleetKart> fleet_;
    std::vector<std::vector<std::optional<std::size_t>>> has_;
    std::vector<std::vector<std::size_t>> driver_of_;
    std::vector<Driver> drivers_;
};

}  // namespace chicane::sessions::meetings
