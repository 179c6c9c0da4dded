// The runs of a Grand Prix as sessions of the calendar: laid out from what was asked for, and anew when somebody comes late, a length is set by hand
// or time was lost. A session that has run is never touched. On the writer's thread, but for the plan itself.
#pragma once

#include <expected>

#include "web/api/body.hpp"
#include "web/api/meeting_now.hpp"

namespace chicane::web::api {

/// Reads karts, capacity, minutes, variant and lengths into what is there already.
void read_grand_prix(Body& body, centre::store::Meeting& meeting);

sessions::meetings::GrandPrixAsk ask_of(const centre::store::Meeting& meeting, std::size_t people);

/// The plan, or 422: `not_enough_time` with the minutes that are missing, or `invalid` with what cannot be.
std::expected<sessions::meetings::GrandPrixPlan, http::Response> plan_or_refusal(
    const Call& call, const sessions::meetings::GrandPrixAnswer& answer);

/// What `now` is to become: the first runs stay, the rest is laid anew.
sessions::meetings::GrandPrixAnswer replan_of(const MeetingNow& now, const MeetingRace& race, std::int64_t now_us);

/// Makes, moves and cancels sessions until they are the plan's, and keeps the chain.
std::optional<http::Response> lay_runs(const Service& service, const Call& call, centre::store::Connection& db,
                                       const MeetingNow& now, const sessions::meetings::GrandPrixPlan& plan,
                                       const Race& race);

std::string plan_json(const sessions::meetings::GrandPrixPlan& plan, std::int64_t start_us, bool french);

/// "Semi-final 1", "Final A".
std::string run_title(const sessions::meetings::Run& run, bool french);

}  // namespace chicane::web::api
