// Best lap, second best, third best …, then who crossed first with his best.
#include "timing/ranking.hpp"

namespace chicane::timing {

bool ahead_by_best_lap(const Field& field, std::uint16_t left, std::uint16_t right) {
    const Entrant& a = field.state.entrants[left];
    const Entrant& b = field.state.entrants[right];
    if (cut(a.best_us) != cut(b.best_us)) return a.best_us < b.best_us;
    const int bests = field.book.compare_bests(left, right);
    if (bests != 0) return bests < 0;
    return a.best_order < b.best_order;
}

}  // namespace chicane::timing
