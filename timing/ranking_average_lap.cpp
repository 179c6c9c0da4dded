// Average of the laps that count for it, then best lap, then who crossed first with his best.
#include "timing/ranking.hpp"

namespace chicane::timing {

bool ahead_by_average_lap(const Field& field, std::uint16_t left, std::uint16_t right) {
    const Entrant& a = field.state.entrants[left];
    const Entrant& b = field.state.entrants[right];
    if (cut(average_us(a)) != cut(average_us(b))) return average_us(a) < average_us(b);
    if (cut(a.best_us) != cut(b.best_us)) return a.best_us < b.best_us;
    return a.best_order < b.best_order;
}

}  // namespace chicane::timing
