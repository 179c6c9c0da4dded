#include "web/api/api.hpp"

#include "web/api/result_keeper.hpp"
#include "web/api/sign_in.hpp"

namespace chicane::web::api {

std::expected<std::unique_ptr<Api>, std::string> Api::make(Ports ports) {
    auto sign_ins = ports.store.connect();
    if (!sign_ins) return std::unexpected(sign_ins.error());
    return std::unique_ptr<Api>(new Api(std::move(ports), std::move(*sign_ins)));
}

Api::Api(Ports ports, std::unique_ptr<centre::store::Connection> sign_ins)
    : service_(std::move(ports)),
      guard_(service_, std::move(sign_ins)),
      sign_in_(std::make_unique<SignIn>(service_)),
      results_(std::make_unique<ResultKeeper>(service_)) {
    add_login_routes(routes_, *sign_in_);
    add_staff_routes(routes_, service_, *sign_in_);
    add_session_routes(routes_, service_);
    add_session_event_routes(routes_, service_);
    add_rule_set_routes(routes_, service_);
    add_sheet_routes(routes_, service_);
    add_track_event_routes(routes_, service_);
    add_entrant_routes(routes_, service_);
    add_seat_routes(routes_, service_);
    add_kart_routes(routes_, service_);
    add_kart_import_routes(routes_, service_);
    add_transponder_routes(routes_, service_);
    add_probe_routes(routes_, service_);
    add_device_routes(routes_, service_);
    add_device_setup_routes(routes_, service_);
    add_device_passing_routes(routes_, service_);
    add_device_command_routes(routes_, service_);
    add_customer_routes(routes_, service_);
    add_booking_routes(routes_, service_);
    add_hold_routes(routes_, service_);
    add_draw_routes(routes_, service_);
    add_meeting_routes(routes_, service_);
    add_rating_routes(routes_, service_, *results_);
    add_record_routes(routes_, service_, *results_);
    add_season_routes(routes_, service_, *results_);
}

Api::~Api() = default;

void Api::keep_results() {
    results_->refresh([](bool) {});
}

void Api::add_to(http::Router& router) const {
    for (const Route& route : routes_.all())
        router.add(route.method, route.pattern, guard_.wrap(route.access, route.handler));
}

std::optional<Account> Api::account(const http::Request& request) const {
    const bool by_token = !request.header("authorization").empty();
    if (!by_token && is_cross_site(request)) return std::nullopt;
    return guard_.account(request);
}

std::optional<Account> Api::account_of_token(std::string_view token) const { return guard_.account_of_token(token); }

}  // namespace chicane::web::api
