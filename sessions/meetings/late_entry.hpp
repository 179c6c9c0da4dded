// Somebody who comes late finds a place in a round that was drawn without him: nobody is frozen, what has run is fact, and as few as can be
// of those who were told their heat are moved.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "timing/ids.hpp"

namespace chicane::sessions::meetings {

struct HeatPlace {
    timing::EntrantId who;
    bool told = false;  ///< knows his heat: a message, a paper, the screen
    friend bool operator==(const HeatPlace&, const HeatPlace&) = default;
};

struct DrawnHeat {
    std::vector<HeatPlace> people;
    bool ran = false;      ///< or staged: nobody is added
    bool has_kart = true;  ///< that the latecomer may drive
    friend bool operator==(const DrawnHeat&, const DrawnHeat&) = default;
};

struct LateEntry {
    std::vector<DrawnHeat> heats;  ///< as they are now; a heat that was opened comes last
    std::size_t heat;              ///< his
    std::vector<timing::EntrantId> moved;
};

/// The smallest heat that has not run, with a kart for him and a place; of equal ones the first. All full: one heat more, even sizes over those
/// that have not run, and those not yet told move first. Nothing when all have run, or places is 0.
std::optional<LateEntry> enter_late(std::vector<DrawnHeat> heats, timing::EntrantId who, std::size_t places);

}  // namespace chicane::sessions::meetings
