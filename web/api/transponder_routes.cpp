// Tags: who has them, who could, and giving them to somebody. An unknown tag's passings are adopted by whoever gets it.
#include <algorithm>

#include "web/api/body.hpp"
#include "web/api/candidates.hpp"
#include "web/api/entrants.hpp"
#include "web/api/head_json.hpp"
#include "web/api/outcome_json.hpp"
#include "web/api/routes.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using http::Method;
using sessions::conductor::Conductor;
using sessions::conductor::Outcome;
using sessions::conductor::Tag;

constexpr std::int64_t time_us_max = 4'102'444'800'000'000;

std::string tag_json(const Tag& tag) {
    const auto* kart = std::get_if<timing::KartId>(&tag.holder);
    const auto* entrant = std::get_if<timing::EntrantId>(&tag.holder);
    feed::JsonText json;
    json.begin_object().key("number").integer(static_cast<std::int64_t>(tag.transponder.value));
    write_id(json, "kart", kart_prefix, kart ? std::optional<std::int64_t>(kart->value) : std::nullopt);
    write_id(json, "entrant", entrant_prefix, entrant ? std::optional<std::int64_t>(entrant->value) : std::nullopt);
    json.key("last_seen_us").maybe(tag.last_seen ? std::optional(tag.last_seen->us) : std::nullopt);
    return json.key("passings").integer(static_cast<std::int64_t>(tag.passings)).end_object().take();
}

/// The tags that a track's board has and nobody owns.
std::vector<std::string> unknown_tags(const Service& service, const std::string& only) {
    std::vector<std::string> each;
    for (const TrackFacts& track : service.ports().tracks) {
        const auto* view = only.empty() || only == track.id ? service.ports().view(track.id) : nullptr;
        if (!view) continue;
        for (const auto& unknown : view->unknown)
            each.push_back(tag_json({unknown.transponder, transponders::Nobody{}, unknown.last,
                                     static_cast<std::uint64_t>(unknown.passings)}));
    }
    return each;
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    const std::string track = call->request.query_value("track").value_or("");
    if (!track.empty() && !service.track(track)) return reply(not_found(*call, track));
    if (call->request.query_value("unknown") == "1") return reply(items(unknown_tags(service, track)));
    service.with_race(call, reply, [reply](const RacePtr& race) {
        std::vector<std::string> each;
        for (const Tag& tag : race->tags) each.push_back(tag_json(tag));
        reply(items(each));
    });
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.with_race(call, reply, [call, reply](const RacePtr& race) {
        const auto number = parse_number(call->param("number"));
        const auto found = std::ranges::find_if(race->tags, [&](const Tag& tag) {
            return number && tag.transponder.value == static_cast<std::uint64_t>(*number);
        });
        reply(found == race->tags.end() ? not_found(*call, call->param("number")) : ok(tag_json(*found)));
    });
}

void show_candidates(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto number = parse_number(call->param("number"));
    const std::string track = call->request.query_value("track").value_or(service.ports().tracks.front().id);
    const auto* view = service.ports().view(track);
    if (!number || !service.track(track)) return reply(not_found(*call, number ? track : call->param("number")));
    if (!view || !view->current) return reply(items({}));
    const timing::TransponderId tag{static_cast<std::uint64_t>(*number)};
    service.ask(call, reply, [&service, call, reply, tag, view = *view](const Conductor& conductor) {
        auto found = candidates(conductor, view, tag);
        service.ports().post([call, reply, found = std::move(found)] { reply(candidates_answer(*call, found)); });
    });
}

std::expected<sessions::conductor::AssignTransponder, http::Response> read_assignment(const Call& call) {
    const auto number = parse_number(call.param("number"));
    if (!number || *number > transponder_max) return std::unexpected(not_found(call, call.param("number")));
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    std::optional<std::int64_t> kart, session, entrant, from_us;
    body->maybe_id("kart", kart_prefix, kart);
    body->maybe_id("session", session_prefix, session);
    body->maybe_id("entrant", entrant_prefix, entrant);
    body->maybe_integer("from_us", from_us, 0, time_us_max);
    if (entrant && !session) body->fault("session", {"is missing", "manque"});
    if (entrant && kart) body->fault("kart", {"a kart or an entrant, not both", "un kart ou un engagé, pas les deux"});
    if (auto refused = body->refusal(call)) return std::unexpected(std::move(*refused));
    sessions::conductor::AssignTransponder ask{
        timing::TransponderId{static_cast<std::uint64_t>(*number)}, {}, {}, {}, {}};
    if (kart) ask.kart = timing::KartId{static_cast<std::uint32_t>(*kart)};
    if (entrant) ask.session = wire_id(session_prefix, *session);
    if (entrant) ask.entrant = timing::EntrantId{static_cast<std::uint32_t>(*entrant)};
    if (from_us) ask.from = timing::DecoderTime{*from_us};
    return ask;
}

void assign(Service& service, const CallPtr& call, const http::Reply& reply) {
    auto ask = read_assignment(*call);
    if (!ask) return reply(ask.error());
    service.command(call, reply, *ask, is_dry_run(*call), [call, reply](const Outcome& outcome) {
        if (!outcome) return reply(refused(*call, outcome.error()));
        feed::JsonText json;
        write_outcome(json, *outcome);
        reply(ok(json.key("adopted_passings").integer(outcome->adopted_passings).end_object().take()));
    });
}

}  // namespace

void add_transponder_routes(Routes& routes, Service& service) {
    routes.add(Method::get, "/transponders", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::get, "/transponders/{number}", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show(service, call, reply); });
    routes.add(Method::get, "/transponders/{number}/candidates", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show_candidates(service, call, reply); });
    routes.add(Method::put, "/transponders/{number}/assignment", Right::change_fleet,
               [&service](const CallPtr& call, const http::Reply& reply) { assign(service, call, reply); });
}

}  // namespace chicane::web::api
