// All routes of the API, a file a noun. Each adds its own to a table; what a route needs is said where it is added.
#pragma once

#include <string>
#include <vector>

#include "web/api/guard.hpp"
#include "web/api/service.hpp"

namespace chicane::web::api {

struct Route {
    http::Method method;
    std::string pattern;
    Access access;
    CallHandler handler;
};

class Routes {
  public:
    /// `path`: below /api/v1.
    void add(http::Method method, const std::string& path, Access access, CallHandler handler) {
        all_.push_back({method, "/api/v1" + path, access, std::move(handler)});
    }
    const std::vector<Route>& all() const { return all_; }

  private:
    std::vector<Route> all_;
};

class ResultKeeper;
class SignIn;

void add_login_routes(Routes& routes, SignIn& sign_in);
void add_staff_routes(Routes& routes, Service& service, SignIn& sign_in);
void add_session_routes(Routes& routes, Service& service);
void add_session_event_routes(Routes& routes, Service& service);
void add_rule_set_routes(Routes& routes, Service& service);
void add_sheet_routes(Routes& routes, Service& service);
void add_track_event_routes(Routes& routes, Service& service);
void add_entrant_routes(Routes& routes, Service& service);
void add_seat_routes(Routes& routes, Service& service);
void add_kart_routes(Routes& routes, Service& service);
void add_kart_import_routes(Routes& routes, Service& service);
void add_transponder_routes(Routes& routes, Service& service);
void add_probe_routes(Routes& routes, Service& service);  ///< before the devices: `ports` is no id of one
void add_device_routes(Routes& routes, Service& service);
void add_device_setup_routes(Routes& routes, Service& service);
void add_device_passing_routes(Routes& routes, Service& service);
void add_device_command_routes(Routes& routes, Service& service);
void add_customer_routes(Routes& routes, Service& service);
void add_booking_routes(Routes& routes, Service& service);
void add_hold_routes(Routes& routes, Service& service);
void add_draw_routes(Routes& routes, Service& service);
void add_meeting_routes(Routes& routes, Service& service);
void add_rating_routes(Routes& routes, Service& service, ResultKeeper& results);
void add_season_routes(Routes& routes, Service& service, ResultKeeper& results);
void add_record_routes(Routes& routes, Service& service, ResultKeeper& results);

}  // namespace chicane::web::api
