// Race on own clocks: laps, then total time, then order of the last crossing.
#include "timing/ranking.hpp"

namespace chicane::timing {

bool ahead_by_total_time(const Field& field, std::uint16_t left, std::uint16_t right) {
    const Entrant& a = field.state.entrants[left];
    const Entrant& b = field.state.entrants[right];
    if (a.laps != b.laps) return a.laps > b.laps;
    const std::int64_t total_a = cut(total_us(field.rules, field.state, a));
    const std::int64_t total_b = cut(total_us(field.rules, field.state, b));
    if (total_a != total_b) return total_a < total_b;
    return a.last_order < b.last_order;
}

}  // namespace chicane::timing
