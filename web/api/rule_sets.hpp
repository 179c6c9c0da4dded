// Rule-sets as the API shows them, and as sessions are made of them.
#pragma once

#include <string>

#include "centre/bookings/session.hpp"
#include "centre/store/rule_sets_table.hpp"

namespace chicane::centre::store {
class Store;
}

namespace chicane::web::api {

/// A set as it is on a day.
std::string rule_set_json(const centre::store::RuleSetRow& row, centre::customers::Date day);
/// The same with all its versions.
std::string rule_set_versions_json(const centre::store::RuleSetRow& row, centre::customers::Date day);

/// Gives a session what a set says on its day: rules, length, places. Where the set has no shortest lap it is the track's.
void take_rule_set(centre::bookings::Session& session, const centre::store::RuleSetRow& row,
                   centre::customers::Date day, std::int64_t track_min_lap_us);

/// Puts the shipped sets into a centre that never had any, in its language.
void ship_rule_sets(centre::store::Store& store, bool french, std::int64_t now_us);

}  // namespace chicane::web::api
