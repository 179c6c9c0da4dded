#include "sessions/meetings/promotion.hpp"

#include <algorithm>

namespace chicane::sessions::meetings {

std::optional<std::vector<People>> draw_promotion_finals(std::span<const timing::EntrantId> ranked,
                                                         const FinalsShape& shape) {
    if (ranked.empty() || shape.promoted >= shape.places) return std::nullopt;
    std::vector<People> finals;
    while (!ranked.empty()) {
        const bool is_last = ranked.size() <= shape.places;
        const std::size_t direct = is_last ? ranked.size() : shape.places - shape.promoted;
        finals.emplace_back(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(direct));
        ranked = ranked.subspan(direct);
    }
    return finals;
}

People promote(People upper, std::span<const timing::EntrantId> lower_result, const FinalsShape& shape) {
    std::size_t promoted = 0;
    for (const timing::EntrantId who : lower_result) {
        if (promoted == shape.promoted || upper.size() >= shape.places) break;
        if (std::find(upper.begin(), upper.end(), who) != upper.end()) continue;
        upper.push_back(who);
        ++promoted;
    }
    return upper;
}

}  // namespace chicane::sessions::meetings
