// Seats from the desk's side: which kart, and given back. A seat is an entrant, and answers as one.
#include "centre/store/meetings_table.hpp"
#include "web/api/body.hpp"
#include "web/api/entrants.hpp"
#include "web/api/routes.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using centre::store::SeatRow;
using http::Method;

/// Finds the seat first: its session says whom a change concerns.
void with_seat(Service& service, const CallPtr& call, const http::Reply& reply,
               std::function<void(const SeatRow&)> then) {
    const auto id = parse_id(seat_prefix, call->param("id"));
    if (!id) return reply(not_found(*call, call->param("id")));
    auto seat = std::make_shared<std::optional<SeatRow>>();
    const auto find = [seat, id](Connection& db) { *seat = centre::store::find_seat(db, *id); };
    const auto done = [call, reply, seat, then = std::move(then)](centre::store::Ending ending) {
        if (ending == centre::store::Ending::failed) return reply(busy(*call));
        *seat ? then(**seat) : reply(not_found(*call, call->param("id")));
    };
    if (!service.ports().store.read(find, done)) reply(busy(*call));
}

void put_kart(Service& service, const CallPtr& call, const http::Reply& reply) {
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    std::optional<std::int64_t> kart;
    body->require("kart");
    body->maybe_id("kart", kart_prefix, kart);
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    with_seat(service, call, reply, [&service, call, reply, version, kart](const SeatRow& found) {
        change_entrants(service, call, reply, found.session,
                        [&service, call, version, kart, id = found.head.id](Connection& db, const Race& race) {
                            SeatRow seat = *centre::store::find_seat(db, id);
                            if (seat.head.version != *version.number)
                                return version_mismatch(*call, entrant_answer(service, *call, db, seat, race));
                            seat.kart = kart;
                            if (auto refused = kart_refusal(*call, seat, race)) return std::move(*refused);
                            centre::store::pin_meeting_seat(db, id, kart.has_value());
                            const auto changed = centre::store::update_seat(db, call->stamp(), std::move(seat));
                            return changed ? ok(entrant_answer(service, *call, db, *changed, race))
                                           : refused(*call, changed.error());
                        });
    });
}

void cancel(Service& service, const CallPtr& call, const http::Reply& reply) {
    const Version version = given_version(*call);
    if (version.refusal) return reply(*version.refusal);
    with_seat(service, call, reply, [&service, call, reply, version](const SeatRow& found) {
        change_entrants(service, call, reply, found.session,
                        [&service, call, version, id = found.head.id](Connection& db, const Race& race) {
                            const SeatRow seat = *centre::store::find_seat(db, id);
                            if (version.number && seat.head.version != *version.number)
                                return version_mismatch(*call, entrant_answer(service, *call, db, seat, race));
                            http::Response gone = cancel_seat(*call, db, seat, {});
                            if (gone.status >= 400) return gone;
                            return ok(entrant_answer(service, *call, db, *centre::store::find_seat(db, id), race));
                        });
    });
}

}  // namespace

void add_seat_routes(Routes& routes, Service& service) {
    routes.add(Method::put, "/seats/{id}/kart", Right::seat_drivers,
               [&service](const CallPtr& call, const http::Reply& reply) { put_kart(service, call, reply); });
    routes.add(Method::post, "/seats/{id}/cancel", Right::seat_drivers,
               [&service](const CallPtr& call, const http::Reply& reply) { cancel(service, call, reply); });
}

}  // namespace chicane::web::api
