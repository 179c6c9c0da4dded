#include "web/host/public_routes.hpp"

#include "web/feed/control_json.hpp"
#include "web/feed/json_text.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::host {
namespace {

using sessions::conductor::LinkState;

constexpr std::int64_t journal_late_ms = 2000;       ///< ten times what a busy disk takes
constexpr std::int64_t timing_silent_ms_max = 2000;  ///< ten of its heartbeats

http::Response not_found(const http::Request& request) {
    return http::problem(request, 404, "not_found", request.path);
}

LinkState state_of(const Feeds& feeds, const TrackConfig& track, std::size_t decoder) {
    const auto* view = feeds.view(track.id);
    return view && decoder < view->devices.size() ? view->devices[decoder].state : LinkState::connecting;
}

bool all_heard(const Config& config, const Feeds& feeds) {
    for (const TrackConfig& track : config.tracks)
        for (std::size_t i = 0; i < track.decoders.size(); ++i)
            if (state_of(feeds, track, i) != LinkState::up) return false;
    return true;
}

void write_decoders(feed::JsonText& json, const Config& config, const Feeds& feeds) {
    json.begin_array();
    for (const TrackConfig& track : config.tracks) {
        for (std::size_t i = 0; i < track.decoders.size(); ++i) {
            json.begin_object().key("id").text(track.decoders[i].id).key("track").text(track.id);
            json.key("state").text(feed::word(state_of(feeds, track, i))).end_object();
        }
    }
    json.end_array();
}

/// `ok` only while decoders, timing, journal and feed all work.
http::Response health(const Config& config, const Feeds& feeds, const TimingThread& timing) {
    const std::int64_t lag_ms = timing.journal_lag_ms(), silent_ms = timing.silent_ms();
    const auto fault = timing.journal_fault();
    const bool ok = all_heard(config, feeds) && !fault && lag_ms < journal_late_ms && silent_ms < timing_silent_ms_max;
    feed::JsonText json;
    json.begin_object().key("status").text(ok ? "ok" : "degraded").key("version").text(CHICANE_VERSION);
    write_decoders(json.key("decoders"), config, feeds);
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

void write_track(feed::JsonText& json, const TrackConfig& track, Feeds& feeds) {
    const auto& session = feeds.find(track.id)->board().session;
    json.begin_object().key("id").text(track.id).key("name").text(track.name).key("length_m").integer(track.length_m);
    json.key("min_lap_ms").integer(track.min_lap_us / 1000).key("session");
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

}  // namespace chicane::web::host
