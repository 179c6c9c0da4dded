// Starting order: who is entered, in the order of a result, a championship, a draw or a hand. Always everybody who is entered and nobody else, each
// once, whatever the list says that the order is taken from. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sessions/meetings/grand_prix_draw.hpp"

namespace chicane::sessions::meetings {

/// By `order`: a result, the last event's, a custom order by hand. Who is not in it follows in order of entry.
People grid_by_order(std::span<const timing::EntrantId> entered, std::span<const timing::EntrantId> order);

/// The first `top` of a grid turned round, the others behind them as they are. No `top`: all.
People grid_reversed(People grid, std::optional<std::size_t> top);

/// A draw, the same for the same seed and the same people, whatever the order of entry.
People grid_by_draw(std::span<const timing::EntrantId> entered, std::uint64_t seed);

struct GridPoints {
    timing::EntrantId who;
    std::int64_t points = 0;
};

/// Most points first, ties in the order of `points`; who has none follows in order of entry.
People grid_by_points(std::span<const timing::EntrantId> entered, std::span<const GridPoints> points);

struct GridPenalty {
    timing::EntrantId who;
    std::size_t places = 0;
};

/// Grid places lost, the penalised taken from the back to the front so that one does not change what another loses. Beyond the last place: last.
People grid_with_penalties(People grid, std::span<const GridPenalty> penalties);

}  // namespace chicane::sessions::meetings
