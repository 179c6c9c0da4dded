// Finals with promotion: the top to A, the next to B …, and the best of B to the end of A's grid. Finals run from the last to A. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sessions/meetings/grand_prix_draw.hpp"

namespace chicane::sessions::meetings {

struct FinalsShape {
    std::size_t places = 0;    ///< in a final
    std::size_t promoted = 0;  ///< from each final into the one above
};

/// The grids before anybody is promoted, A first. Each but the last keeps `promoted` places free; the last has what is left. Nothing when nobody
/// comes or a final would have no place of its own.
std::optional<std::vector<People>> draw_promotion_finals(std::span<const timing::EntrantId> ranked,
                                                         const FinalsShape& shape);

/// The best of the lower final's result join the end of the upper grid, in their order, as many as `shape` says and as there are places. Who is in
/// it already is passed over.
People promote(People upper, std::span<const timing::EntrantId> lower_result, const FinalsShape& shape);

}  // namespace chicane::sessions::meetings
