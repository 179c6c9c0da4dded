// The flags of a rule-set and its dated penalty values, as the journal keeps them: what a rule says nothing of is left out.
#pragma once

#include <boost/json/array.hpp>
#include <vector>

#include "timing/rules.hpp"

namespace chicane::sessions::journal {

boost::json::array flag_rules_json(const std::vector<timing::FlagRule>& rules);
std::vector<timing::FlagRule> flag_rules_from(const boost::json::array& rules);

boost::json::array penalty_values_json(const std::vector<timing::PenaltyValue>& values);
std::vector<timing::PenaltyValue> penalty_values_from(const boost::json::array& values);

}  // namespace chicane::sessions::journal
