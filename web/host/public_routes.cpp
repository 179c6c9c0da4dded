#include "web/host/public_routes.hpp"

#include <charconv>

#include "web/feed/control_json.hpp"
#include "web/feed/json_text.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::host {
namespace {

using sessions::conductor::LinkState;

constexpr std::int64_t journal_late_ms = 2000;  ///< ten times what a busy disk takes

http::Response not_found(const http::Request& request) {
    return http::problem(request, 404, "not_found", request.path);
}

/// `ok` only while decoders, journal and feed all work.
http::Response health(const Config& config, const Feeds& feeds, const TimingThread& timing) {
    feed::JsonText parts;
    bool ok = true;
    parts.begin_array();
    for (const TrackConfig& track : config.tracks) {
        const auto* view = feeds.view(track.id);
        for (std::size_t i = 0; i < track.decoders.size(); ++i) {
            const LinkState state = view && i < view->devices.size() ? view->devices[i].state : LinkState::connecting;
            ok = ok && state == LinkState::up;
            parts.begin_object().key("id").text(track.decoders[i].id).key("track").text(track.id);
            parts.key("state").text(feed::word(state)).end_object();
        }
    }
    parts.end_array();
    const std::int64_t lag_ms = timing.journal_lag_ms();
    const auto fault = timing.journal_fault();
    ok = ok && !fault && lag_ms < journal_late_ms;
    feed::JsonText rest;
    rest.begin_object().key("lag_ms").integer(lag_ms).key("fault");
    fault ? rest.text(*fault) : rest.null();
    rest.end_object();
    http::Response response;
    response.status = ok ? 200 : 503;
    response.body = std::string("{\"status\":\"") + (ok ? "ok" : "degraded") +
                    "\",\"version\":\"" CHICANE_VERSION "\",\"decoders\":" + parts.take() +
                    ",\"journal\":" + rest.take() + ",\"feed\":{\"viewers\":" + std::to_string(feeds.viewers()) + "}}";
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

std::optional<feed::TrackFeed::Resume> resume_of(const http::Request& request) {
    const auto stream = request.query_value("stream"), since = request.query_value("since");
    if (!stream || !since) return std::nullopt;
    feed::TrackFeed::Resume resume{*stream, 0};
    const auto [end, error] = std::from_chars(since->data(), since->data() + since->size(), resume.since);
    return error == std::errc{} && end == since->data() + since->size() ? std::optional(resume) : std::nullopt;
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

void add_control_feeds(http::Server& server, Feeds& feeds, const api::Api& api) {
    server.add_websocket(
        "/api/v1/tracks/{id}/control",
        [&](const http::Request& request) -> std::optional<http::Response> {
            if (!api.account(request)) return http::problem(request, 401, "login_required", request.path);
            if (!feeds.find_control(*request.param("id"))) return not_found(request);
            return std::nullopt;
        },
        [&](const http::Request& request, std::shared_ptr<http::Viewer> viewer) {
            feeds.find_control(*request.param("id"))->join(std::move(viewer));
        });
}

void add_live_feeds(http::Server& server, Feeds& feeds) {
    server.add_live(
        http::Wire::websocket, "/api/v1/tracks/{id}/live",
        [&feeds](const http::Request& request) -> std::optional<http::Response> {
            if (feeds.find(*request.param("id"))) return std::nullopt;
            return not_found(request);
        },
        [&feeds](const http::Request& request, std::shared_ptr<http::Viewer> viewer) {
            feeds.find(*request.param("id"))->join(std::move(viewer), resume_of(request));
        });
}

}  // namespace chicane::web::host
