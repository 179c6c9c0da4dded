// The lists of a session's rules: what its flags do, what facts cost from which day on. Written whole with the session.
#pragma once

#include <cstdint>

#include "centre/store/connection.hpp"
#include "timing/rules.hpp"

namespace chicane::centre::store {

void read_rule_lists(Connection& db, std::int64_t session, timing::Rules& rules);
void write_rule_lists(Connection& db, std::int64_t session, const timing::Rules& rules);

}  // namespace chicane::centre::store
