#include "web/host/public_routes.hpp"

#include <algorithm>

#include "decoders/link/host_clock.hpp"
#include "web/feed/control_json.hpp"
#include "web/feed/json_text.hpp"
#include "web/host/metrics.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::host {
namespace {

using sessions::conductor::LinkState;

constexpr std::int64_t journal_late_ms = 2000;       ///< ten times what a busy disk takes
constexpr std::int64_t timing_silent_ms_max = 2000;  ///< ten of its heartbeats

http::Response not_found(const http::Request& request) {
    return http::problem(request, 404, "not_found", request.path);
}

/// Of the configuration until race control has told of a track, then all that are set up there.
struct Heard {
    std::string id;
    std::string track;
    LinkState state = LinkState::connecting;
    bool test = false;
};

std::vector<Heard> heard_of(const Config& config, const Feeds& feeds) {
    std::vector<Heard> all;
    for (const TrackConfig& track : config.tracks) {
        if (const auto* view = feeds.view(track.id)) {
            for (const auto& device : view->devices) all.push_back({device.id, track.id, device.state, device.test});
        } else {
            for (const DecoderConfig& decoder : track.decoders) all.push_back({decoder.id, track.id});
        }
    }
    return all;
}

/// A device in test mode is nobody's loop yet.
bool all_heard(const std::vector<Heard>& devices) {
    return std::ranges::all_of(devices, [](const Heard& each) { return each.test || each.state == LinkState::up; });
}

void write_decoders(feed::JsonText& json, const std::vector<Heard>& devices) {
    json.begin_array();
    for (const Heard& each : devices) {
        json.begin_object().key("id").text(each.id).key("track").text(each.track);
        json.key("state").text(feed::word(each.state)).end_object();
    }
    json.end_array();
}

/// `ok` only while decoders, timing, journal and feed all work.
http::Response health(const Config& config, const Feeds& feeds, const TimingThread& timing) {
    const std::int64_t lag_ms = timing.journal_lag_ms(), silent_ms = timing.silent_ms();
    const auto fault = timing.journal_fault();
    const auto devices = heard_of(config, feeds);
    const bool ok = all_heard(devices) && !fault && lag_ms < journal_late_ms && silent_ms < timing_silent_ms_max;
    feed::JsonText json;
    json.begin_object().key("status").text(ok ? "ok" : "degraded").key("version").text(CHICANE_VERSION);
    write_decoders(json.key("decoders"), devices);
    json.key("timing").begin_object().key("silent_ms").integer(silent_ms).end_object();
    json.key("journal").begin_object().key("lag_ms").integer(lag_ms).key("fault");
    fault ? json.text(*fault) : json.null();
    json.end_object().key("feed").begin_object().key("viewers").integer(static_cast<std::int64_t>(feeds.viewers()));
    json.key("seq").integer(static_cast<std::int64_t>(feeds.messages())).end_object().end_object();
    http::Response response;
    response.status = ok ? 200 : 503;
    response.body = json.take();
    return response;
}

bool is_own_machine(std::string_view peer) { return peer.starts_with("127.") || peer == "::1"; }

Metrics metrics_of(const Config& config, const Feeds& feeds, const TimingThread& timing) {
    Metrics metrics;
    metrics.version = CHICANE_VERSION;
    metrics.now = decoders::link::host_now();
    for (const TrackConfig& track : config.tracks) {
        const auto* view = feeds.view(track.id);
        if (!view) continue;
        metrics.devices.insert(metrics.devices.end(), view->devices.begin(), view->devices.end());
        for (const auto& alarm : view->alarms)
            if (!alarm.until) metrics.alarms.push_back({track.id, alarm.kind});
    }
    metrics.journal_lag_ms = timing.journal_lag_ms();
    metrics.journal_fails = timing.journal_fault().has_value();
    metrics.timing_silent_ms = timing.silent_ms();
    metrics.viewers = feeds.viewers();
    metrics.messages = feeds.messages();
    return metrics;
}

void write_track(feed::JsonText& json, const TrackConfig& track, Feeds& feeds) {
    const auto& session = feeds.find(track.id)->board().session;
    json.begin_object().key("id").text(track.id).key("name").text(track.name).key("length_m").integer(track.length_m);
    json.key("min_lap_ms").integer(track.min_lap_us / 1000);
    if (track.protest_min > 0) json.key("protest_min").integer(track.protest_min);
    json.key("session");
    session ? json.text(session->id) : json.null();
    json.end_object();
}

http::Response ok(std::string body) {
    http::Response response;
    response.body = std::move(body);
    return response;
}

}  // namespace

void add_public_routes(http::Router& router, const Config& config, Feeds& feeds, const TimingThread& timing) {
    using http::Method;
    router.add(Method::get, "/api/v1/health",
               [&](const http::Request&, const http::Reply& reply) { reply(health(config, feeds, timing)); });
    router.add(Method::get, "/api/v1/tracks", [&](const http::Request&, const http::Reply& reply) {
        feed::JsonText json;
        json.begin_object().key("items").begin_array();
        for (const TrackConfig& track : config.tracks) write_track(json, track, feeds);
        reply(ok(json.end_array().end_object().take()));
    });
    router.add(Method::get, "/api/v1/tracks/{id}", [&](const http::Request& request, const http::Reply& reply) {
        for (const TrackConfig& track : config.tracks) {
            if (track.id != request.param("id")) continue;
            feed::JsonText json;
            write_track(json, track, feeds);
            return reply(ok(json.take()));
        }
        reply(not_found(request));
    });
    router.add(Method::get, "/api/v1/tracks/{id}/board", [&](const http::Request& request, const http::Reply& reply) {
        const auto* track = feeds.find(*request.param("id"));
        reply(track ? ok(track->snapshot()) : not_found(request));
    });
}

void add_metrics_route(http::Router& router, const Config& config, Feeds& feeds, const TimingThread& timing,
                       MayRead may_read) {
    router.add(http::Method::get, "/metrics",
               [&, may_read = std::move(may_read)](const http::Request& request, const http::Reply& reply) {
                   if (!is_own_machine(request.peer) && !may_read(request))
                       return reply(http::problem(request, 401, "login_required", "from afar this needs an account"));
                   http::Response response = ok(metrics_text(metrics_of(config, feeds, timing)));
                   response.content_type = metrics_type;
                   reply(std::move(response));
               });
}

}  // namespace chicane::web::host
