// A passing that people tell of: a key of race control, a push button that can say HTTP, a helper with a phone.
#include <algorithm>

#include "sessions/conductor/session_life.hpp"
#include "web/api/body.hpp"
#include "web/api/head_json.hpp"
#include "web/api/routes.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using http::Method;
using sessions::conductor::Done;
using sessions::conductor::Outcome;
using sessions::conductor::RecordPassing;

constexpr std::int64_t transponder_max = INT64_MAX;
constexpr std::int64_t ahead_us_max = 1'000'000;  ///< two clocks that are set by the network differ by less

struct Told {
    std::optional<std::int64_t> entrant, kart, transponder;
    std::int64_t at_us = 0;
};

RecordPassing::Who who_of(const Told& told) {
    if (told.entrant) return timing::EntrantId{static_cast<std::uint32_t>(*told.entrant)};
    if (told.kart) return timing::KartId{static_cast<std::uint32_t>(*told.kart)};
    if (told.transponder) return timing::TransponderId{static_cast<std::uint64_t>(*told.transponder)};
    return {};
}

std::expected<Told, http::Response> read_told(const Call& call) {
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    Told told;
    told.at_us = call.now_us;
    body->maybe_id("entrant", entrant_prefix, told.entrant);
    body->maybe_id("kart", kart_prefix, told.kart);
    body->maybe_integer("transponder", told.transponder, 1, transponder_max);
    body->integer("at_us", told.at_us, call.now_us - sessions::conductor::window_us_max, call.now_us + ahead_us_max);
    told.at_us = std::min(told.at_us, call.now_us);
    if (told.entrant.has_value() + told.kart.has_value() + told.transponder.has_value() > 1)
        body->fault("transponder", {"Give an entrant, a kart or a transponder, only one of them.",
                                    "Donnez un engagé, un kart ou un transpondeur, un seul des trois."});
    if (auto refused = body->refusal(call)) return std::unexpected(std::move(*refused));
    return told;
}

std::string json_of(const std::string& device, const Told& told, const Done& done) {
    feed::JsonText json;
    json.begin_object().key("seq").integer(static_cast<std::int64_t>(done.seq)).key("device").text(device);
    write_id(json, "entrant", entrant_prefix, told.entrant);
    write_id(json, "kart", kart_prefix, told.kart);
    json.key("transponder").maybe(told.transponder).key("at_us").integer(told.at_us);
    return json.end_object().take();
}

/// Journaled first and its answer kept then: a passing is rather told twice than lost.
void record(Service& service, const CallPtr& call, const http::Reply& reply, const Told& told) {
    const RecordPassing passing{call->param("id"), timing::HostTime{told.at_us}, who_of(told)};
    service.command(call, reply, passing, false, [&service, call, reply, told](const Outcome& outcome) {
        if (!outcome) return reply(refused(*call, outcome.error()));
        service.write(call, reply,
                      [json = json_of(call->param("id"), told, *outcome)](Connection&) { return created(json); });
    });
}

void post_passing(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto missing = key_missing(*call)) return reply(std::move(*missing));
    const auto told = read_told(*call);
    if (!told) return reply(told.error());
    service.unless_answered(
        call, reply, [&service, call, told = *told](const http::Reply& last) { record(service, call, last, told); });
}

}  // namespace

void add_device_passing_routes(Routes& routes, Service& service) {
    routes.add(Method::post, "/devices/{id}/passings", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { post_passing(service, call, reply); });
}

}  // namespace chicane::web::api
