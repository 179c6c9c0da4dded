// The lists of a session's rules: `flags` and `penalty_values`. A list that is given replaces the one there is.
#pragma once

#include "timing/rules.hpp"
#include "web/api/body.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {

void write_rule_lists(feed::JsonText& json, const timing::Rules& rules);
void read_rule_lists(Body& rules, timing::Rules& into);

}  // namespace chicane::web::api
