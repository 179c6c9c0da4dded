// The rule-set's values by fact and day. Pure.
#pragma once

#include <span>
#include <string_view>

#include "timing/penalty_value.hpp"

namespace chicane::sessions::rules {

/// The value of a fact that holds on a day (`2026-11-28`; empty: the last one): of those from that day or before the latest. Null: there is none.
const timing::PenaltyValue* value_on(std::span<const timing::PenaltyValue> values, std::string_view code,
                                     std::string_view day);

/// `2026-11-28`: four digits, two, two; month and day within their range.
bool is_day(std::string_view text);

}  // namespace chicane::sessions::rules
