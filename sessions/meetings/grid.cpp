#include "sessions/meetings/grid.hpp"

#include <algorithm>
#include <set>

#include "sessions/meetings/chance.hpp"

namespace chicane::sessions::meetings {

People grid_by_order(std::span<const timing::EntrantId> entered, std::span<const timing::EntrantId> order) {
    std::set<timing::EntrantId> left(entered.begin(), entered.end());
    People grid;
    const auto add = [&](std::span<const timing::EntrantId> people) {
        for (const timing::EntrantId who : people)
            if (left.erase(who) > 0) grid.push_back(who);
    };
    add(order);
    add(entered);
    return grid;
}

People grid_reversed(People grid, std::optional<std::size_t> top) {
    const std::size_t turned = std::min(top.value_or(grid.size()), grid.size());
    std::reverse(grid.begin(), grid.begin() + static_cast<std::ptrdiff_t>(turned));
    return grid;
}

People grid_by_draw(std::span<const timing::EntrantId> entered, std::uint64_t seed) {
    const std::set<timing::EntrantId> sorted(entered.begin(), entered.end());
    People grid(sorted.begin(), sorted.end());
    Chance chance(seed);
    chance.shuffle(std::span(grid));
    return grid;
}

People grid_by_points(std::span<const timing::EntrantId> entered, std::span<const GridPoints> points) {
    std::vector<GridPoints> sorted(points.begin(), points.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const GridPoints& left, const GridPoints& right) { return left.points > right.points; });
    People order;
    for (const GridPoints& line : sorted) order.push_back(line.who);
    return grid_by_order(entered, order);
}

People grid_with_penalties(People grid, std::span<const GridPenalty> penalties) {
    const People before = grid;
    for (std::size_t place = before.size(); place-- > 0;) {
        std::size_t lost = 0;
        for (const GridPenalty& penalty : penalties)
            if (penalty.who == before[place]) lost += std::min(penalty.places, before.size());
        const auto from = std::find(grid.begin(), grid.end(), before[place]);
        const auto to = from + std::min(static_cast<std::ptrdiff_t>(lost), grid.end() - from - 1);
        std::rotate(from, from + 1, to + 1);
    }
    return grid;
}

}  // namespace chicane::sessions::meetings
