// Sessions and entrants as the API shows them.
#pragma once

#include <string>

#include "web/api/body.hpp"
#include "web/api/setup.hpp"

namespace chicane::web::api {

/// planned, armed, running, finishing, finished, closed, or cancelled.
std::string_view phase_word(const centre::store::SessionRow& row, const Race& race);
std::string session_json(const centre::store::SessionRow& row, const Race& race);
/// The same with its entrants under `seats`: the planner's.
std::string plan_json(const Plan& plan, const Race& race);
/// `grid`: from 1; absent for a seat that was cancelled.
std::string entrant_json(const centre::store::SeatRow& seat, std::optional<int> grid, centre::customers::Date day,
                         const Race& race);
std::vector<std::string> entrants_json(const Plan& plan, const Race& race);

/// Reads the rules of a session into what is there already: names and units of the contract.
void read_rules(Body& body, timing::Rules& rules);

/// The same as text that is kept, kind and all; and what such a text says. A key that it lacks is what its kind usually means.
std::string rules_text(const timing::Rules& rules);
timing::Rules rules_from(const std::string& text);

/// Why a set-up cannot be run, as 422 `bad_setup` with the pointer of the rule.
std::optional<http::Response> setup_refusal(const Call& call, const sessions::Setup& setup);

}  // namespace chicane::web::api
