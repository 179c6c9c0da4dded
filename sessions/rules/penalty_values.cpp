#include "sessions/rules/penalty_values.hpp"

#include <algorithm>

namespace chicane::sessions::rules {

const timing::PenaltyValue* value_on(std::span<const timing::PenaltyValue> values, std::string_view code,
                                     std::string_view day) {
    const timing::PenaltyValue* found = nullptr;
    for (const timing::PenaltyValue& value : values) {
        // Days of this form compare as text.
        if (value.code != code || (!day.empty() && value.from > day)) continue;
        if (!found || value.from > found->from) found = &value;
    }
    return found;
}

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    for (const std::size_t place : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
        if (!digit(text[place])) return false;
    }
    const auto two = [&](std::size_t place) { return (text[place] - '0') * 10 + (text[place + 1] - '0'); };
    return two(5) >= 1 && two(5) <= 12 && two(8) >= 1 && two(8) <= 31;
}

}  // namespace chicane::sessions::rules
