// Race: laps, then order of the crossings that ended them. A crossing that ends none, under a flag in which laps do not count or after a red,
// moves nobody.
#include "timing/ranking.hpp"

namespace chicane::timing {

bool ahead_by_laps(const Field& field, std::uint16_t left, std::uint16_t right) {
    const Entrant& a = field.state.entrants[left];
    const Entrant& b = field.state.entrants[right];
    if (a.laps != b.laps) return a.laps > b.laps;
    return a.lap_order < b.lap_order;
}

}  // namespace chicane::timing
