// Who drives in a session: entrants, their karts, tags and grid. Each change reaches race control where it knows the session.
#include <algorithm>

#include "timing/endurance_fields.hpp"
#include "timing/limits.hpp"
#include "web/api/body.hpp"
#include "web/api/entrants.hpp"
#include "web/api/routes.hpp"
#include "web/api/session_json.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using centre::store::SeatRow;
using http::Method;

std::optional<std::int64_t> session_of(const Call& call) { return parse_id(session_prefix, call.param("id")); }

/// The seat of the path, if it is in the path's session and not cancelled.
std::optional<SeatRow> find_entrant(const Call& call, Connection& db) {
    const auto id = parse_id(entrant_prefix, call.param("entrant"));
    auto seat = id ? centre::store::find_seat(db, *id) : std::nullopt;
    if (!seat || seat->state == centre::bookings::SeatState::cancelled || seat->session != session_of(call)) return {};
    return seat;
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto session = session_of(*call);
    if (!session) return reply(not_found(*call, call->param("id")));
    service.with_race(call, reply, [&service, call, reply, session](const RacePtr& race) {
        with_plan(service, call, reply, *session,
                  [race, reply](const Plan& plan) { reply(items(entrants_json(plan, *race))); });
    });
}

void read_drivers(Body& body, std::vector<centre::store::SeatDriver>& drivers) {
    if (!body.has("drivers")) return;
    drivers.clear();
    for (Body& given : body.objects("drivers", timing::drivers_max)) {
        centre::store::SeatDriver& driver = drivers.emplace_back();
        if (given.has("id")) given.id("id", driver_prefix, driver.id);
        given.text("name", driver.name, centre::store::label_letters_max);
        given.maybe_text("public_name", driver.public_name, centre::customers::nickname_letters_max);
        given.integer("weight_kg", driver.weight_kg, 0, timing::weight_kg_max);
        given.maybe_integer("transponder", driver.transponder, 1, transponder_max);
        if (driver.name.empty()) given.fault("name", {"is missing", "manque"});
        const auto same = [&](const auto& other) {
            return &other != &driver && driver.id != 0 && other.id == driver.id;
        };
        if (std::ranges::any_of(drivers, same)) given.fault("id", {"stands twice", "figure deux fois"});
    }
}

void read_entrant(Body& body, SeatRow& seat) {
    body.text("name", seat.label, centre::store::label_letters_max);
    body.maybe_text("public_name", seat.public_name, centre::customers::nickname_letters_max);
    body.maybe_text("number", seat.number, centre::store::number_letters_max);
    body.maybe_id("customer", customer_prefix, seat.customer);
    body.maybe_id("kart", kart_prefix, seat.kart);
    body.integers("transponders", seat.transponders, 1, transponder_max, centre::store::transponders_of_seat_max);
    read_drivers(body, seat.drivers);
    auto state = static_cast<std::size_t>(seat.state);
    static constexpr std::string_view states[] = {"held", "booked", "checked_in", "driven", "no_show"};
    if (const auto index = body.word_index("state", states)) state = *index;
    const auto wanted = static_cast<centre::bookings::SeatState>(state);
    if (!centre::bookings::may_become(seat.state, wanted))
        body.fault("state", {"does not follow from what it is", "ne suit pas l’état actuel"});
    seat.state = wanted;
}

void add(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    const auto session = session_of(*call);
    if (!session) return reply(not_found(*call, call->param("id")));
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    SeatRow seat;
    seat.session = *session;
    read_entrant(*body, seat);
    if (seat.label.empty() && !seat.customer) body->fault("name", {"is missing", "manque"});
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    change_entrants(service, call, reply, *session, [call, seat, &service](Connection& db, const Race& race) {
        if (auto refused = kart_refusal(*call, seat, race)) return std::move(*refused);
        const auto made = centre::store::insert_seat(db, call->stamp(), seat, service.day_of());
        return made ? created(entrant_answer(service, *call, db, *made, race)) : refused(*call, made.error());
    });
}

/// Who starts a team's race is the first of its drivers: once it is armed he is not taken off.
std::optional<http::Response> starter_refusal(const Call& call, const SeatRow& before, const SeatRow& after,
                                              const Race& race) {
    const auto* life = race.life(after.session);
    if (!life || life->phase == Race::Phase::staged || before.drivers.empty()) return std::nullopt;
    const auto& starter = before.drivers.front();
    if (!after.drivers.empty() && after.drivers.front().id == starter.id) return std::nullopt;
    return problem(call, 409, "bad_state",
                   {starter.name + " starts this race: leave him first, and say by a relay who drives.",
                    starter.name + " prend le départ : laissez-le en tête, et dites par un relais qui conduit."});
}

void change(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto session = session_of(*call);
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    change_entrants(
        service, call, reply, session.value_or(0), [call, version, &service](Connection& db, const Race& race) {
            auto seat = find_entrant(*call, db);
            if (!seat) return not_found(*call, call->param("entrant"));
            if (seat->head.version != *version.number)
                return version_mismatch(*call, entrant_answer(service, *call, db, *seat, race));
            auto body = Body::of(*call);
            if (!body) return body.error();
            const SeatRow before = *seat;
            read_entrant(*body, *seat);
            if (auto refused = body->refusal(*call)) return std::move(*refused);
            if (auto refused = starter_refusal(*call, before, *seat, race)) return std::move(*refused);
            if (auto refused = kart_refusal(*call, *seat, race)) return std::move(*refused);
            const auto changed = centre::store::update_seat(db, call->stamp(), std::move(*seat));
            return changed ? ok(entrant_answer(service, *call, db, *changed, race)) : refused(*call, changed.error());
        });
}

void remove(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto session = session_of(*call);
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    change_entrants(service, call, reply, session.value_or(0),
                    [call, version, &service](Connection& db, const Race& race) {
                        auto seat = find_entrant(*call, db);
                        if (!seat) return not_found(*call, call->param("entrant"));
                        if (seat->head.version != *version.number)
                            return version_mismatch(*call, entrant_answer(service, *call, db, *seat, race));
                        return cancel_seat(*call, db, std::move(*seat), no_content());
                    });
}

void order(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto session = session_of(*call);
    if (!session) return reply(not_found(*call, call->param("id")));
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    std::vector<std::int64_t> ids;
    body->require("ids");
    body->ids("ids", entrant_prefix, ids, centre::bookings::capacity_max);
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    change_entrants(service, call, reply, *session,
                    [call, ids, session, version, &service](Connection& db, const Race& race) {
                        auto row = centre::store::find_session(db, *session, call->now_us);
                        if (!row) return not_found(*call, call->param("id"));
                        if (row->head.version != *version.number)
                            return version_mismatch(*call, session_json(*row, race));
                        if (auto ordered = centre::store::order_seats(db, call->stamp(), *session, ids); !ordered)
                            return refused(*call, ordered.error());
                        *row = centre::store::update_session(db, call->stamp(), std::move(*row));
                        const auto day = service.calendar().date_of(row->session.planned_start_us);
                        return items(entrants_json({*row, centre::store::seats_of_session(db, *session), day}, race));
                    });
}

}  // namespace

void add_entrant_routes(Routes& routes, Service& service) {
    const std::string all = "/sessions/{id}/entrants";
    routes.add(Method::get, all, Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::post, all, Right::seat_drivers,
               [&service](const CallPtr& call, const http::Reply& reply) { add(service, call, reply); });
    routes.add(Method::put, all + "/order", Right::seat_drivers,
               [&service](const CallPtr& call, const http::Reply& reply) { order(service, call, reply); });
    routes.add(Method::patch, all + "/{entrant}", Right::seat_drivers,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply); });
    routes.add(Method::del, all + "/{entrant}", Right::seat_drivers,
               [&service](const CallPtr& call, const http::Reply& reply) { remove(service, call, reply); });
}

}  // namespace chicane::web::api
