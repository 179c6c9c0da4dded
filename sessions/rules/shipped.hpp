// The rule-sets that a centre begins with: what most leisure centres and club races run. A centre keeps them, changes them, adds its own.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "timing/rules.hpp"

namespace chicane::sessions::rules {

struct ShippedSet {
    std::string_view name_en;
    std::string_view name_fr;
    std::int32_t duration_s = 600;  ///< that a session of it takes on the plan
    std::int32_t capacity = 12;
    timing::Rules rules;
};

std::array<ShippedSet, 5> shipped();

}  // namespace chicane::sessions::rules
