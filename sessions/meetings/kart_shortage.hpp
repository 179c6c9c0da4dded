// What may be done when a driver has no kart: proposals for the desk, the gentlest first. Nothing is changed here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sessions/meetings/karts.hpp"

namespace chicane::sessions::meetings {

enum class Relief : std::uint8_t {
    other_class,  ///< a free kart of another class in the same run; whether he may drive it is checked as for any class
    next_session,  ///< a free kart of his class in a later run in which he is not yet
    last_booked,   ///< who came last, and alone, gives up his kart of that class
};

struct Proposal {
    Relief relief;
    std::size_t run;                         ///< where he would drive
    std::optional<timing::KartId> kart;      ///< what he would drive
    std::optional<timing::EntrantId> gives;  ///< who would give it up
    friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// A seat of a run in the order of booking.
struct Booked {
    timing::EntrantId driver;
    bool alone = false;  ///< not with a group or family
};

/// For a seat of the plan without a kart: at most one proposal of each kind. `booked`: the run's people, the earliest first.
std::vector<Proposal> proposals(std::span<const KartRun> runs, std::span<const FleetKart> fleet, KartPlan::Without seat,
                                std::span<const Booked> booked);

}  // namespace chicane::sessions::meetings
