// What officials do with a session: arm, start, more time, finish, abort, close, corrections; an entrant's passings, which they correct;
// its result and what was done.
#include <algorithm>
#include <iterator>

#include "sessions/remark_words.hpp"
#include "timing/words.hpp"
#include "web/api/arming.hpp"
#include "web/api/outcome_json.hpp"
#include "web/api/result_json.hpp"
#include "web/api/routes.hpp"
#include "web/api/session_event_body.hpp"
#include "web/api/setup.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/control_json.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using http::Method;
using sessions::conductor::Conductor;
using sessions::conductor::Outcome;

void post_event(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = parse_id(session_prefix, call->param("id"));
    if (!id) return reply(not_found(*call, call->param("id")));
    auto event = read_session_event(*call, call->param("id"));
    if (!event) return reply(event.error());
    const auto then = [call, reply](const Outcome& outcome) { reply(outcome_answer(*call, outcome)); };
    if (!event->ask) return arm_session(service, call, reply, *id, is_dry_run(*call), then);
    service.command(call, reply, *event->ask, is_dry_run(*call), then, event->why);
}

std::string event_json(const sessions::conductor::Action& action) {
    feed::JsonText json;
    json.begin_object().key("seq").integer(static_cast<std::int64_t>(action.seq)).key("at_us");
    json.integer(action.at.us).key("by").text(action.by).key("kind").text(action.word).key("subject");
    json.text(action.subject).key("undone").boolean(action.undone);
    feed::write_about(json, action);
    return json.end_object().take();
}

void get_events(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = parse_id(session_prefix, call->param("id"));
    if (!id) return reply(not_found(*call, call->param("id")));
    with_plan(service, call, reply, *id, [&service, call, reply](const Plan&) {
        service.ask(call, reply, [&service, call, reply](const Conductor& conductor) {
            std::vector<std::string> each;
            for (const auto& action : conductor.actions(call->param("id"))) each.push_back(event_json(action));
            service.ports().post([reply, each = std::move(each)] { reply(items(each)); });
        });
    });
}

http::Response result_answer(const Call& call, const sessions::Result& result, std::int64_t to_host_us) {
    return ok(result_json(result, call.account ? Names::full : Names::of_public, to_host_us));
}

/// Race control knows it no more, or never did. What a track's clock showed then nobody knows: its times stand as they are.
void get_past_result(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto done = [call, reply](const PastResult& past) {
        if (!past)
            return reply(
                problem(*call, 503, "read_only", {"The journal cannot be read.", "Le journal ne peut pas être lu."}));
        reply(*past ? result_answer(*call, **past, 0) : not_found(*call, call->param("id")));
    };
    if (!service.ports().past_result(call->param("id"), call->account.has_value(), done)) reply(busy(*call));
}

std::string passing_json(const sessions::conductor::DriverPassing& passing, std::int64_t to_host_us) {
    const auto& judged = passing.judged;
    feed::JsonText json;
    json.begin_object().key("seq").integer(static_cast<std::int64_t>(judged.sequence));
    json.key("time_us").integer(judged.raw.time.us + to_host_us).key("device").text(passing.device);
    json.key("role").text(timing::word(judged.role));
    json.key("transponder").integer(static_cast<std::int64_t>(judged.raw.transponder.value));
    json.key("verdict").text(timing::word(judged.verdict)).key("lap").maybe(judged.lap);
    json.key("lap_us").maybe(judged.lap_us).key("manual").boolean(passing.manual).key("doubt");
    passing.lap.doubt == sessions::Doubt::none       ? json.null()
    : passing.lap.doubt == sessions::Doubt::too_long ? json.text("too_long")
                                                     : json.text("too_short");
    json.key("parts").integer(passing.lap.parts).key("remarks").begin_array();
    for (const auto remark : passing.remarks) json.text(sessions::word(remark));
    return json.end_array().end_object().take();
}

void get_passings(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = parse_id(entrant_prefix, call->param("entrant"));
    if (!id) return reply(not_found(*call, call->param("entrant")));
    service.ask(call, reply, [&service, call, reply, id](const Conductor& conductor) {
        const auto found = conductor.driver_passings(call->param("id"), {static_cast<std::uint32_t>(*id)});
        std::optional<std::vector<std::string>> each;
        if (found) each.emplace();
        const std::int64_t to_host_us = conductor.to_host_us(call->param("id"));
        if (found)
            std::ranges::transform(*found, std::back_inserter(*each),
                                   [&](const auto& passing) { return passing_json(passing, to_host_us); });
        service.ports().post([call, reply, each = std::move(each)] {
            reply(each ? items(*each) : not_found(*call, call->param("entrant")));
        });
    });
}

void get_result(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.ask(call, reply, [&service, call, reply](const Conductor& conductor) {
        auto result = conductor.result(call->param("id"), call->account.has_value());
        const std::int64_t to_host_us = conductor.to_host_us(call->param("id"));
        service.ports().post([&service, call, reply, to_host_us, result = std::move(result)] {
            result ? reply(result_answer(*call, *result, to_host_us)) : get_past_result(service, call, reply);
        });
    });
}

}  // namespace

void add_session_event_routes(Routes& routes, Service& service) {
    routes.add(Method::post, "/sessions/{id}/events", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { post_event(service, call, reply); });
    routes.add(Method::get, "/sessions/{id}/events", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { get_events(service, call, reply); });
    routes.add(Method::get, "/sessions/{id}/entrants/{entrant}/passings", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { get_passings(service, call, reply); });
    routes.add(Method::get, "/sessions/{id}/result", Anyone{},
               [&service](const CallPtr& call, const http::Reply& reply) { get_result(service, call, reply); });
}

}  // namespace chicane::web::api
