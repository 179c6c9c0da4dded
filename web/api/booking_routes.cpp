// Bookings: seats of one session under one reference, all or none.
#include "centre/bookings/reference.hpp"
#include "centre/staff/sign_in_token.hpp"
#include "centre/store/bookings_table.hpp"
#include "web/api/body.hpp"
#include "web/api/entrants.hpp"
#include "web/api/head_json.hpp"
#include "web/api/routes.hpp"
#include "web/api/setup.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::BookingRow;
using centre::store::BookingWish;
using centre::store::Connection;
using centre::store::SeatRow;
using http::Method;

void write_seat(feed::JsonText& json, const SeatRow& seat) {
    json.begin_object().key("id").text(wire_id(seat_prefix, seat.head.id));
    write_id(json, "customer", customer_prefix, seat.customer);
    json.key("label").text(name_of(seat));
    write_id(json, "kart", kart_prefix, seat.kart);
    json.key("state").text(centre::bookings::word(seat.state)).end_object();
}

std::string booking_json(const BookingRow& row) {
    feed::JsonText json;
    json.begin_object().key("ref").text(row.ref).key("version").integer(row.head.version);
    json.key("created_at_us").integer(row.head.created_at_us).key("created_by").text(row.head.created_by);
    json.key("state").text(centre::bookings::word(row.state));
    json.key("session").text(wire_id(session_prefix, row.session)).key("seats").begin_array();
    for (const SeatRow& seat : row.seats) write_seat(json, seat);
    return json.end_array().end_object().take();
}

std::string new_reference() { return centre::bookings::make_reference(centre::staff::random_bytes()); }

std::expected<BookingWish, http::Response> read_wish(const Call& call) {
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    BookingWish wish;
    body->require("session");
    body->id("session", session_prefix, wish.session);
    body->maybe_id("hold", hold_prefix, wish.hold);
    for (Body& each : body->objects("seats", centre::store::seats_of_booking_max)) {
        SeatRow& seat = wish.seats.emplace_back();
        each.maybe_id("customer", customer_prefix, seat.customer);
        each.text("label", seat.label, centre::store::label_letters_max);
        each.maybe_id("kart", kart_prefix, seat.kart);
        if (seat.label.empty() && !seat.customer) each.fault("label", {"is missing", "manque"});
    }
    if (wish.seats.empty()) body->fault("seats", {"at least one was expected", "au moins une est attendue"});
    if (auto refused = body->refusal(call)) return std::unexpected(std::move(*refused));
    wish.ref = new_reference();
    return wish;
}

http::Response book(const Service& service, const Call& call, Connection& db, const Race& race,
                    const BookingWish& wish) {
    if (auto refused = started_refusal(call, db, wish.session, race)) return std::move(*refused);
    for (const SeatRow& seat : wish.seats)
        if (auto refused = kart_refusal(call, seat, race)) return std::move(*refused);
    BookingWish drawn = wish;
    while (centre::store::find_booking(db, drawn.ref)) drawn.ref = new_reference();
    const auto booked = centre::store::book(db, call.stamp(), drawn, service.day_of());
    return booked ? created(booking_json(*booked)) : refused(call, booked.error());
}

void add(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    const auto wish = read_wish(*call);
    if (!wish) return reply(wish.error());
    change_entrants(service, call, reply, wish->session,
                    [&service, call, wish = *wish](Connection& db, const Race& race) {
                        return book(service, *call, db, race, wish);
                    });
}

std::string reference_of(const Call& call) { return centre::bookings::parse_reference(call.param("ref")).value_or(""); }

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [call](Connection& db) {
        const auto row = centre::store::find_booking(db, reference_of(*call));
        return row ? ok(booking_json(*row)) : not_found(*call, call->param("ref"));
    });
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto session = parse_id(session_prefix, call->request.query_value("session").value_or(""));
    if (!session)
        return reply(problem(*call, 422, "invalid", {"Say which: ?session=ses_12", "Précisez : ?session=ses_12"}));
    service.read(call, reply, [session](Connection& db) {
        std::vector<std::string> each;
        for (const auto& row : centre::store::bookings_of_session(db, *session)) each.push_back(booking_json(row));
        return items(each);
    });
}

/// Its session is looked up first: race control loses the entrants with the booking.
void cancel(Service& service, const CallPtr& call, const http::Reply& reply) {
    const Version version = given_version(*call);
    if (version.refusal) return reply(*version.refusal);
    auto session = std::make_shared<std::optional<std::int64_t>>();
    const auto find = [call, session](Connection& db) {
        if (const auto row = centre::store::find_booking(db, reference_of(*call))) *session = row->session;
    };
    const auto done = [&service, call, reply, session, version](centre::store::Ending ending) {
        if (ending == centre::store::Ending::failed) return reply(busy(*call));
        if (!*session) return reply(not_found(*call, call->param("ref")));
        change_entrants(service, call, reply, **session, [call, version](Connection& db, const Race&) {
            const auto row = centre::store::find_booking(db, reference_of(*call));
            if (row && version.number && row->head.version != *version.number)
                return version_mismatch(*call, booking_json(*row));
            const auto cancelled = centre::store::cancel_booking(db, call->stamp(), reference_of(*call));
            return cancelled ? ok(booking_json(*cancelled)) : refused(*call, cancelled.error());
        });
    };
    if (!service.ports().store.read(find, done)) reply(busy(*call));
}

}  // namespace

void add_booking_routes(Routes& routes, Service& service) {
    routes.add(Method::get, "/bookings", Right::book,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::post, "/bookings", Right::book,
               [&service](const CallPtr& call, const http::Reply& reply) { add(service, call, reply); });
    routes.add(Method::get, "/bookings/{ref}", Right::book,
               [&service](const CallPtr& call, const http::Reply& reply) { show(service, call, reply); });
    routes.add(Method::post, "/bookings/{ref}/cancel", Right::book,
               [&service](const CallPtr& call, const http::Reply& reply) { cancel(service, call, reply); });
}

}  // namespace chicane::web::api
