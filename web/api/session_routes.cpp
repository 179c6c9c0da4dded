// Sessions as they are planned: listed, made, changed, cancelled; and the planner's day.
#include "sessions/rules/defaults.hpp"
#include "web/api/routes.hpp"
#include "web/api/rule_sets.hpp"
#include "web/api/session_json.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::bookings::Session;
using centre::staff::Right;
using centre::store::Connection;
using centre::store::SessionRow;
using http::Method;

constexpr std::int64_t start_us_max = 4'102'444'800'000'000;  ///< the year 2100: later is a slip

std::optional<std::int64_t> session_of(const Call& call) { return parse_id(session_prefix, call.param("id")); }

http::Response no_session(const Call& call) { return not_found(call, call.param("id")); }

struct Day {
    std::string track;
    std::int64_t from_us = 0;
    std::int64_t until_us = 0;
};

std::expected<Day, http::Response> day_of(const Service& service, const Call& call, std::optional<std::string> date) {
    Day day{call.request.query_value("track").value_or(""), 0, 0};
    const auto parsed = date ? centre::customers::parse_date(*date) : service.calendar().date_of(call.now_us);
    if (!parsed)
        return std::unexpected(
            problem(call, 422, "invalid", {"The date is YYYY-MM-DD.", "La date s’écrit AAAA-MM-JJ."}));
    if (!day.track.empty() && !service.track(day.track)) return std::unexpected(not_found(call, day.track));
    day.from_us = service.calendar().begin_us(*parsed);
    day.until_us = service.calendar().end_us(*parsed);
    return day;
}

void list(Service& service, const CallPtr& call, const http::Reply& reply, std::optional<std::string> date,
          bool with_seats) {
    const auto day = day_of(service, *call, std::move(date));
    if (!day) return reply(day.error());
    service.with_race(call, reply, [&service, call, reply, day = *day, with_seats](const RacePtr& race) {
        service.read(call, reply, [&service, call, race, day, with_seats](Connection& db) {
            std::vector<std::string> each;
            for (auto& row : centre::store::sessions_between(db, day.track, day.from_us, day.until_us, call->now_us)) {
                if (!with_seats) {
                    each.push_back(session_json(row, *race));
                    continue;
                }
                const auto date_of_row = service.calendar().date_of(row.session.planned_start_us);
                auto seats = centre::store::seats_of_session(db, row.head.id);
                each.push_back(plan_json({std::move(row), std::move(seats), date_of_row}, *race));
            }
            return items(each);
        });
    });
}

void read_session(Body& body, Session& session) {
    const timing::Rules before = session.rules;
    body.text("name", session.name, centre::bookings::session_name_letters_max);
    body.word("kind", session.rules.kind);
    body.integer("planned_start_us", session.planned_start_us, 0, start_us_max);
    body.integer("duration_s", session.duration_s, 1, centre::bookings::duration_s_max);
    body.integer("capacity", session.capacity, 1, centre::bookings::capacity_max);
    read_rules(body, session.rules);
    if (session.rule_set && session.rules != before) session.rule_set->changed = true;
    if (session.name.empty()) body.fault("name", {"is missing", "manque"});
}

std::optional<http::Response> rules_refusal(const Call& call, const Session& session) {
    sessions::Setup setup;
    setup.rules = session.rules;
    return setup_refusal(call, setup);
}

/// A session that says no more than its kind and length: what they usually mean.
Session usual(timing::Kind kind, const TrackFacts& track, int duration_s) {
    Session session;
    session.track = track.id;
    session.duration_s = duration_s;
    session.rules = sessions::rules::defaults(kind);
    session.rules.min_lap_us = track.min_lap_us;
    session.rules.end.time_us = duration_s * 1'000'000LL;
    return session;
}

/// The rule-set that a body names, into what it names it for: a session of its day. Its own words come after it.
void read_rule_set(Body& body, const Service& service, Connection& db, Session& session) {
    std::optional<std::int64_t> id;
    body.maybe_id("rule_set", rule_set_prefix, id);
    if (!id) {
        if (body.has("rule_set")) session.rule_set.reset();
        return;
    }
    const auto row = centre::store::find_rule_set(db, *id);
    if (!row)
        return body.fault("rule_set", {"is not a rule-set of this centre", "n’est pas un règlement de ce centre"});
    const TrackFacts* track = service.track(session.track);
    take_rule_set(session, *row, service.calendar().date_of(session.planned_start_us), track ? track->min_lap_us : 0);
}

std::expected<Session, http::Response> new_session(const Service& service, const Call& call, Connection& db) {
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    timing::Kind kind = timing::Kind::practice;
    int duration_s = Session{}.duration_s;
    std::string track_id;
    body->require("planned_start_us");
    body->text("track", track_id, centre::bookings::session_name_letters_max);
    body->word("kind", kind);
    body->integer("duration_s", duration_s, 1, centre::bookings::duration_s_max);
    const TrackFacts* track = service.track(track_id);
    if (!track) body->fault("track", {"is not a track of this centre", "n’est pas une piste de ce centre"});
    Session session = usual(kind, track ? *track : TrackFacts{}, duration_s);
    body->integer("planned_start_us", session.planned_start_us, 0, start_us_max);
    read_rule_set(*body, service, db, session);
    // Laps alone end a session: the usual time goes where the rules name laps and no time.
    Body end = body->object("rules").object("end");
    if (!session.rule_set && end.has("laps") && !end.has("time_s")) session.rules.end.time_us = 0;
    read_session(*body, session);
    if (auto refused = body->refusal(call)) return std::unexpected(std::move(*refused));
    if (auto refused = rules_refusal(call, session)) return std::unexpected(std::move(*refused));
    return session;
}

void make(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    service.write(call, reply, [&service, call](Connection& db) {
        const auto session = new_session(service, *call, db);
        if (!session) return session.error();
        const auto made = centre::store::insert_session(db, call->stamp(), *session);
        return created(session_json(*centre::store::find_session(db, made.head.id, call->now_us), Race{}));
    });
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = session_of(*call);
    if (!id) return reply(no_session(*call));
    service.with_race(call, reply, [&service, call, reply, id](const RacePtr& race) {
        service.read(call, reply, [call, race, id](Connection& db) {
            const auto row = centre::store::find_session(db, *id, call->now_us);
            return row ? ok(session_json(*row, *race)) : no_session(*call);
        });
    });
}

http::Response change_row(const Service& service, const Call& call, Connection& db, const Race& race, std::int64_t id,
                          std::int64_t version) {
    auto row = centre::store::find_session(db, id, call.now_us);
    if (!row) return no_session(call);
    if (row->head.version != version) return version_mismatch(call, session_json(*row, race));
    auto body = Body::of(call);
    if (!body) return body.error();
    body->integer("planned_start_us", row->session.planned_start_us, 0, start_us_max);
    read_rule_set(*body, service, db, row->session);
    read_session(*body, row->session);
    if (auto refused = body->refusal(call)) return std::move(*refused);
    if (auto refused = rules_refusal(call, row->session)) return std::move(*refused);
    (void)centre::store::update_session(db, call.stamp(), std::move(*row));
    return ok(session_json(*centre::store::find_session(db, id, call.now_us), race));
}

void change(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = session_of(*call);
    if (!id) return reply(no_session(*call));
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    service.with_race(call, reply, [&service, call, reply, id, version](const RacePtr& race) {
        service.write(
            call, reply,
            [&service, call, race, id, version](Connection& db) {
                return change_row(service, *call, db, *race, *id, *version.number);
            },
            [&service, call, reply, id](const http::Response& answer) {
                service.restage(call, reply, *id, [reply, answer] { reply(answer); });
            });
    });
}

void cancel(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = session_of(*call);
    if (!id) return reply(no_session(*call));
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    service.with_race(call, reply, [&service, call, reply, id, version](const RacePtr& race) {
        if (race->is_open(*id))
            return reply(problem(*call, 409, "bad_state",
                                 {"It is armed or has begun; abort it first.",
                                  "Elle est armée ou a commencé ; annulez-la d’abord au contrôle."}));
        service.write(call, reply, [call, race, id, version](Connection& db) {
            auto row = centre::store::find_session(db, *id, call->now_us);
            if (!row) return no_session(*call);
            if (row->head.version != *version.number) return version_mismatch(*call, session_json(*row, *race));
            row->session.cancelled = true;
            return ok(session_json(centre::store::update_session(db, call->stamp(), std::move(*row)), *race));
        });
    });
}

}  // namespace

void add_session_routes(Routes& routes, Service& service) {
    routes.add(Method::get, "/sessions", Right::read_track, [&service](const CallPtr& call, const http::Reply& reply) {
        list(service, call, reply, call->request.query_value("date"), false);
    });
    routes.add(Method::get, "/planner/{date}", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) {
                   list(service, call, reply, call->request.param("date"), true);
               });
    routes.add(Method::post, "/sessions", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { make(service, call, reply); });
    routes.add(Method::get, "/sessions/{id}", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show(service, call, reply); });
    routes.add(Method::patch, "/sessions/{id}", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply); });
    routes.add(Method::post, "/sessions/{id}/cancel", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { cancel(service, call, reply); });
}

}  // namespace chicane::web::api
