// Race: laps, then order of the last crossing.
#include "timing/ranking.hpp"

namespace chicane::timing {

bool ahead_by_laps(const Field& field, std::uint16_t left, std::uint16_t right) {
    const Entrant& a = field.state.entrants[left];
    const Entrant& b = field.state.entrants[right];
    if (a.laps != b.laps) return a.laps > b.laps;
    return a.last_order < b.last_order;
}

}  // namespace chicane::timing
