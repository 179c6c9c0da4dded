// What a rule-set must not say of its flags and of its penalty values. Part of check().
#pragma once

#include <optional>
#include <vector>

#include "sessions/rules/check.hpp"

namespace chicane::sessions::rules {

std::optional<Fault> check_flags(const std::vector<timing::FlagRule>& flags);
std::optional<Fault> check_penalty_values(const std::vector<timing::PenaltyValue>& values);

}  // namespace chicane::sessions::rules
