// From a session as it is planned to the set-up that race control runs: seats become entrants, with numbers and public names.
#pragma once

#include <functional>
#include <vector>

#include "centre/customers/date.hpp"
#include "centre/store/seats_table.hpp"
#include "centre/store/sessions_table.hpp"
#include "sessions/setup.hpp"
#include "web/api/call.hpp"
#include "web/api/race.hpp"

namespace chicane::web::api {

class Service;

/// All that the store knows of a session.
struct Plan {
    centre::store::SessionRow session;
    std::vector<centre::store::SeatRow> seats;  ///< in order of the grid
    centre::customers::Date day;                ///< of its start, by the centre's clock
};

/// His own number, else the kart's; empty where there is neither.
std::string number_of(const centre::store::SeatRow& seat, const Race& race);
/// The person's, else the label.
std::string name_of(const centre::store::SeatRow& seat);
/// What the public may read. A label has no consent: its last word is cut to a letter, unless race control gave a public name.
std::string public_name_of(const centre::store::SeatRow& seat, const std::string& number, centre::customers::Date day);
std::string public_name_of(const centre::store::SeatDriver& driver);

sessions::Setup make_setup(const Plan& plan, const Race& race);

/// Reads a plan and brings it to the web thread; an unknown session is answered with 404.
void with_plan(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t session,
               std::function<void(const Plan&)> then);

}  // namespace chicane::web::api
