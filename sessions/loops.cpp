#include "sessions/loops.hpp"

#include <algorithm>

#include "timing/ensure.hpp"
#include "timing/limits.hpp"

namespace chicane::sessions {

Loops::Loops(const std::vector<LoopSetup>& setup) {
    timing::ensure(setup.size() <= timing::loops_max, "a setup keeps loops_max");
    const auto place_in = [&](LoopRole role, std::uint8_t sector) {
        LoopPlace place{role, sector, static_cast<std::uint8_t>(places_.size()), 0};
        for (const LoopPlace& other : places_) {
            if (other.role != role || other.sector != sector) continue;
            place.loop = other.loop;
            place.rank = static_cast<std::uint8_t>(other.rank + 1);
        }
        any_backup_ = any_backup_ || place.rank > 0;
        return place;
    };
    for (const LoopSetup& entry : setup) {
        const auto sector = static_cast<std::uint8_t>(entry.role == LoopRole::sector ? entry.sector : 0);
        decoders_.push_back(entry.decoder);
        places_.push_back(place_in(entry.role, sector));
        sectors_ = std::max(sectors_, sector);
    }
    places_.push_back(place_in(LoopRole::finish, 0));
}

std::uint8_t Loops::index(timing::DecoderId decoder) const {
    const auto found = std::ranges::find(decoders_, decoder);
    return static_cast<std::uint8_t>(found - decoders_.begin());
}

}  // namespace chicane::sessions
