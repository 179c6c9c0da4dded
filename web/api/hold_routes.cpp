// Seats held for a basket, for a quarter of an hour.
#include "centre/bookings/session.hpp"
#include "centre/store/holds_table.hpp"
#include "web/api/body.hpp"
#include "web/api/entrants.hpp"
#include "web/api/head_json.hpp"
#include "web/api/routes.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using centre::store::HoldRow;
using http::Method;

std::string hold_json(const HoldRow& row) {
    feed::JsonText json;
    json.begin_object();
    write_head(json, hold_prefix, row.head);
    json.key("session").text(wire_id(session_prefix, row.session)).key("qty").integer(row.qty);
    return json.key("expires_at_us").integer(row.expires_at_us).end_object().take();
}

void add(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    std::int64_t session = 0;
    int qty = 1;
    body->require("session");
    body->id("session", session_prefix, session);
    body->integer("qty", qty, 1, centre::bookings::capacity_max);
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    service.with_race(call, reply, [&service, call, reply, session, qty](const RacePtr& race) {
        service.write(call, reply, [&service, call, race, session, qty](Connection& db) {
            if (auto refused = started_refusal(*call, db, session, *race)) return std::move(*refused);
            const auto held = centre::store::hold(db, call->stamp(), session, qty, service.day_of());
            return held ? created(hold_json(*held)) : refused(*call, held.error());
        });
    });
}

void change(Service& service, const CallPtr& call, const http::Reply& reply, bool renew) {
    const auto id = parse_id(hold_prefix, call->param("id"));
    if (!id) return reply(not_found(*call, call->param("id")));
    service.write(call, reply, [call, id, renew](Connection& db) {
        const auto row = renew ? centre::store::renew_hold(db, call->stamp(), *id)
                               : centre::store::release_hold(db, call->stamp(), *id);
        if (!row) return refused(*call, row.error());
        return renew ? ok(hold_json(*row)) : no_content();
    });
}

}  // namespace

void add_hold_routes(Routes& routes, Service& service) {
    routes.add(Method::post, "/holds", Right::book,
               [&service](const CallPtr& call, const http::Reply& reply) { add(service, call, reply); });
    routes.add(Method::post, "/holds/{id}/renew", Right::book,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply, true); });
    routes.add(Method::del, "/holds/{id}", Right::book,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply, false); });
}

}  // namespace chicane::web::api
