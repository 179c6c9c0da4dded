#include "web/api/entrants.hpp"

#include <algorithm>

#include "web/api/session_json.hpp"
#include "web/api/setup.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::store::Connection;
using centre::store::SeatRow;
using sessions::conductor::Conductor;

constexpr int refused_from = 400;

std::optional<Plan> plan_of(const Service& service, const Call& call, Connection& db, std::int64_t session) {
    auto row = centre::store::find_session(db, session, call.now_us);
    if (!row) return std::nullopt;
    const auto day = service.calendar().date_of(row->session.planned_start_us);
    return Plan{std::move(*row), centre::store::seats_of_session(db, session), day};
}

void restage_each(Service& service, const CallPtr& call, const http::Reply& reply,
                  const std::vector<std::int64_t>& sessions, std::size_t index, const std::function<void()>& then) {
    if (index == sessions.size()) return then();
    service.restage(call, reply, sessions[index],
                    [=, &service] { restage_each(service, call, reply, sessions, index + 1, then); });
}

}  // namespace

void change_entrants(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t session,
                     ChangeSeats change) {
    service.with_race(call, reply, [&service, call, reply, session, change = std::move(change)](const RacePtr& race) {
        const auto work = [&service, call, session, change, race](Connection& db) {
            http::Response answer = change(db, *race);
            if (answer.status >= refused_from) return answer;
            const auto plan = plan_of(service, *call, db, session);
            if (!plan) return answer;
            if (auto refused = setup_refusal(*call, make_setup(*plan, *race))) return std::move(*refused);
            return answer;
        };
        service.write(call, reply, work, [&service, call, reply, session](const http::Response& answer) {
            service.restage(call, reply, session, [reply, answer] { reply(answer); });
        });
    });
}

void restage_sessions_where(Service& service, const CallPtr& call, const http::Reply& reply,
                            std::function<bool(const sessions::EntrantSetup&)> is_concerned,
                            std::function<void()> then) {
    service.ask(call, reply, [&service, call, reply, is_concerned, then = std::move(then)](Conductor& conductor) {
        std::vector<std::int64_t> concerned;
        for (const auto& life : conductor.lives()) {
            if (life.phase == Race::Phase::closed) continue;
            const auto id = parse_id(session_prefix, life.session);
            if (id && std::ranges::any_of(conductor.session(life.session)->setup.entrants, is_concerned))
                concerned.push_back(*id);
        }
        service.ports().post(
            [&service, call, reply, concerned, then] { restage_each(service, call, reply, concerned, 0, then); });
    });
}

std::optional<http::Response> kart_refusal(const Call& call, const SeatRow& seat, const Race& race) {
    if (!seat.kart || race.karts.contains(*seat.kart)) return std::nullopt;
    return not_found(call, wire_id(kart_prefix, *seat.kart));
}

std::optional<http::Response> started_refusal(const Call& call, Connection& db, std::int64_t session,
                                              const Race& race) {
    const auto row = centre::store::find_session(db, session, call.now_us);
    const bool is_forgotten = row && !race.life(session) && row->session.planned_start_us < race.remembers_from_us;
    if (!race.has_started(session) && !is_forgotten) return std::nullopt;
    return refused(
        call, centre::store::Refusal{centre::store::RefusalCode::session_started, wire_id(session_prefix, session)});
}

std::string entrant_answer(const Service& service, const Call& call, Connection& db, const SeatRow& seat,
                           const Race& race) {
    const auto plan = plan_of(service, call, db, seat.session);
    int grid = 0;
    for (const SeatRow& each : plan->seats) {
        ++grid;
        if (each.head.id == seat.head.id) return entrant_json(seat, grid, plan->day, race);
    }
    return entrant_json(seat, std::nullopt, plan->day, race);
}

http::Response cancel_seat(const Call& call, Connection& db, SeatRow seat, http::Response answer) {
    using centre::bookings::SeatState;
    const std::string id = wire_id(seat_prefix, seat.head.id);
    if (seat.state == SeatState::cancelled || !centre::bookings::may_become(seat.state, SeatState::cancelled))
        return refused(call, centre::store::Refusal{centre::store::RefusalCode::bad_state, id});
    seat.state = SeatState::cancelled;
    const auto changed = centre::store::update_seat(db, call.stamp(), std::move(seat));
    return changed ? answer : refused(call, changed.error());
}

}  // namespace chicane::web::api
