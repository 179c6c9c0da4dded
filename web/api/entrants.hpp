// What the routes of entrants, seats and bookings share: a change of a session's seats that can be run, and reaches race control.
#pragma once

#include <functional>

#include "centre/store/seats_table.hpp"
#include "web/api/answer.hpp"
#include "web/api/service.hpp"

namespace chicane::web::api {

inline constexpr std::int64_t transponder_max =
    9'007'199'254'740'991;  ///< what JSON carries exactly; longer than any tag

using ChangeSeats = std::function<http::Response(centre::store::Connection&, const Race&)>;

/// Makes a change of the seats of `session` on the writer's thread, refuses it where the set-up cannot be run with it, and brings it
/// to race control before it is answered.
void change_entrants(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t session,
                     ChangeSeats change);

/// Sends the sessions of certain entrants to race control anew, unless they are closed: what they show of them has changed.
void restage_sessions_where(Service& service, const CallPtr& call, const http::Reply& reply,
                            std::function<bool(const sessions::EntrantSetup&)> is_concerned,
                            std::function<void()> then);

/// A kart that is not in the fleet.
std::optional<http::Response> kart_refusal(const Call& call, const centre::store::SeatRow& seat, const Race& race);

/// A session that has begun, or is over so long that race control has forgotten it, is not sold any more.
std::optional<http::Response> started_refusal(const Call& call, centre::store::Connection& db, std::int64_t session,
                                              const Race& race);

/// The entrant as it is in its session now, with its place in the grid.
std::string entrant_answer(const Service& service, const Call& call, centre::store::Connection& db,
                           const centre::store::SeatRow& seat, const Race& race);

/// Gives the seat back; `answer` when that was possible.
http::Response cancel_seat(const Call& call, centre::store::Connection& db, centre::store::SeatRow seat,
                           http::Response answer);

}  // namespace chicane::web::api
