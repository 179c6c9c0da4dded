// Who drives which kart in the runs of a meeting. All runs already drawn are planned together, so that nobody is twice in the same kart and the
// fast ones go round. What has run, and what was set by hand, is fact. Pure: integers, and the same seed gives the same plan.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "timing/ids.hpp"

namespace chicane::sessions::meetings {

using KartClass = std::uint32_t;

struct FleetKart {
    timing::KartId id;
    KartClass kart_class = 0;
    std::int64_t pace_ms = 0;  ///< a lap against its class's median, less is faster; `paces` makes it
    bool in_service = true;
    bool charged = true;
    std::int32_t driver_kg_max = 0;  ///< 0: no limit
    friend bool operator==(const FleetKart&, const FleetKart&) = default;
};

/// A driver in a run. `kart` is the plan: empty where nobody has chosen.
struct KartSeat {
    timing::EntrantId driver;
    KartClass kart_class = 0;
    std::int32_t weight_kg = 0;
    std::optional<timing::KartId> kart;
    bool told = false;    ///< knows his kart: to change it has a price
    bool pinned = false;  ///< set by hand: not changed
    friend bool operator==(const KartSeat&, const KartSeat&) = default;
};

struct KartRun {
    std::vector<KartSeat> seats;
    bool ran = false;
    friend bool operator==(const KartRun&, const KartRun&) = default;
};

enum class KartMode : std::uint8_t {
    fair,       ///< evens out each driver's sum of paces, nobody twice in a kart
    draw,       ///< a lottery, shown to all
    manual,     ///< only what is set by hand
    same_kart,  ///< each keeps his first kart
    by_weight,  ///< the heavier in the faster kart
};

struct KartPlan {
    std::vector<KartRun> runs;
    struct Without {
        std::size_t run;
        std::size_t seat;
        friend bool operator==(const Without&, const Without&) = default;
    };
    std::vector<Without> without;  ///< seats for which no kart is left that their driver may have
    std::int64_t cost = 0;         ///< by the fair rule, whatever the mode
    bool truncated = false;        ///< `cells_max` ended the search before its last restart
};

/// A kart that this driver may have: class, service, battery, weight.
bool may_drive(const KartSeat& seat, const FleetKart& kart);

/// Seats with a pinned kart that is not in the fleet, or that a second pinned seat of the run has, too, come back without one. Beyond `karts_max`
/// or `runs_max` the runs come back as they are, with all seats that have no kart in `without`.
KartPlan assign_karts(std::vector<KartRun> runs, std::span<const FleetKart> fleet, KartMode mode, std::uint64_t seed);

/// A kart fails: in each run that has not run, who had it gets the cheapest free kart that he may drive; all others keep theirs. `fleet` has the
/// kart out of service.
KartPlan replace_kart(std::vector<KartRun> runs, std::span<const FleetKart> fleet, timing::KartId failed);

/// How even a plan is: of the sums of pace over the drivers, and how often somebody has a kart again.
struct KartBalance {
    std::int64_t least_ms = 0;
    std::int64_t most_ms = 0;
    std::size_t repeats = 0;
    friend bool operator==(const KartBalance&, const KartBalance&) = default;
};
KartBalance balance_of(std::span<const KartRun> runs, std::span<const FleetKart> fleet);

}  // namespace chicane::sessions::meetings
