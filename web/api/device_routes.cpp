// Decoders and their health, and a track as control screens see it.
#include "web/api/answer.hpp"
#include "web/api/routes.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/control_json.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using http::Method;

void list(Service& service, const CallPtr&, const http::Reply& reply) {
    std::vector<std::string> each;
    for (const TrackFacts& track : service.ports().tracks)
        if (const auto* view = service.ports().view(track.id))
            for (const auto& device : view->devices) each.push_back(feed::device_json(device));
    reply(items(each));
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    for (const TrackFacts& track : service.ports().tracks) {
        const auto* view = service.ports().view(track.id);
        if (!view) continue;
        for (const auto& device : view->devices)
            if (device.id == call->param("id")) return reply(ok(feed::device_json(device)));
    }
    reply(not_found(*call, call->param("id")));
}

const sessions::conductor::TrackView* view_of(Service& service, const Call& call) {
    return service.track(call.param("id")) ? service.ports().view(call.param("id")) : nullptr;
}

void show_control(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto* view = view_of(service, *call);
    if (!view) return reply(not_found(*call, call->param("id")));
    reply(ok(feed::control_json(*view, service.ports().viewers(view->track))));
}

void list_passings(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto* view = view_of(service, *call);
    if (!view) return reply(not_found(*call, call->param("id")));
    const auto asked = call->request.query_value("limit");
    const auto limit = asked ? parse_number(*asked) : std::optional<std::int64_t>(view->strip.size());
    if (!limit)
        return reply(problem(*call, 422, "invalid", {"limit is a whole number.", "limit est un nombre entier."}));
    std::vector<std::string> each;
    for (const auto& passing : view->strip) {
        if (static_cast<std::int64_t>(each.size()) >= *limit) break;
        each.push_back(feed::passing_json(passing));
    }
    reply(items(each));
}

}  // namespace

void add_device_routes(Routes& routes, Service& service) {
    routes.add(Method::get, "/devices", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::get, "/devices/{id}", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show(service, call, reply); });
    routes.add(Method::get, "/tracks/{id}/control", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show_control(service, call, reply); });
    routes.add(Method::get, "/tracks/{id}/passings", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { list_passings(service, call, reply); });
}

}  // namespace chicane::web::api
