// Decoders: their health, what they did over the day, their last bytes; and a track as control screens see it.
#include "centre/store/devices_table.hpp"
#include "web/api/answer.hpp"
#include "web/api/device_json.hpp"
#include "web/api/routes.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/control_json.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using http::Method;
using sessions::conductor::Conductor;
using sessions::conductor::DeviceHealth;

std::string told(Connection& db, const DeviceHealth& device) {
    const auto row = device.fixed ? std::nullopt : centre::store::find_device(db, device.id);
    return device_with_version(device, row ? std::optional(row->head.version) : std::nullopt);
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [devices = service.devices_now()](Connection& db) {
        std::vector<std::string> each;
        for (const auto& device : devices) each.push_back(told(db, device));
        return items(each);
    });
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [call, devices = service.devices_now()](Connection& db) {
        for (const auto& device : devices)
            if (device.id == call->param("id")) return ok(told(db, device));
        return not_found(*call, call->param("id"));
    });
}

/// What `tell` makes, on the web thread, of what race control has of the device.
template <class Heard>
void tell_day(Service& service, const CallPtr& call, const http::Reply& reply,
              std::optional<Heard> (Conductor::*of_day)(const std::string&) const, std::string (*tell)(const Heard&)) {
    service.ask(call, reply, [&service, call, reply, of_day, tell](Conductor& conductor) {
        service.ports().post([call, reply, tell, heard = (conductor.*of_day)(call->param("id"))] {
            reply(heard ? ok(tell(*heard)) : not_found(*call, call->param("id")));
        });
    });
}

void show_bytes(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto then = [call, reply](const std::shared_ptr<const DeviceTraffic>& heard) {
        reply(heard ? ok(traffic_json(heard->traffic, heard->protocol)) : not_found(*call, call->param("id")));
    };
    if (!service.ports().devices.traffic(call->param("id"), then)) reply(busy(*call));
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
    const auto add = [&](const std::string& path, auto handler) {
        routes.add(
            Method::get, path, Right::read_track,
            [&service, handler](const CallPtr& call, const http::Reply& reply) { handler(service, call, reply); });
    };
    add("/devices", list);
    add("/devices/{id}", show);
    add("/devices/{id}/history", [](Service& to, const CallPtr& call, const http::Reply& reply) {
        tell_day(to, call, reply, &Conductor::device_history, history_json);
    });
    add("/devices/{id}/tags", [](Service& to, const CallPtr& call, const http::Reply& reply) {
        tell_day(to, call, reply, &Conductor::device_tags, tags_json);
    });
    add("/devices/{id}/bytes", show_bytes);
    add("/tracks/{id}/control", show_control);
    add("/tracks/{id}/passings", list_passings);
}

}  // namespace chicane::web::api
