#include "web/host/live_routes.hpp"

#include <boost/asio/steady_timer.hpp>
#include <charconv>

#include "web/api/guard.hpp"
#include "web/feed/client_message.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::host {
namespace {

using Resume = feed::TrackFeed::Resume;
using ViewerPtr = std::shared_ptr<http::Viewer>;

std::optional<Resume> resume_after(std::string_view stream, std::string_view since) {
    Resume resume{std::string(stream), 0};
    const auto [end, error] = std::from_chars(since.data(), since.data() + since.size(), resume.since);
    const bool whole = error == std::errc{} && end == since.data() + since.size() && !stream.empty();
    return whole ? std::optional(resume) : std::nullopt;
}

/// One control socket from its opening on: it signs in if it must, and its account is asked after while it lasts.
class ControlSocket : public std::enable_shared_from_this<ControlSocket> {
  public:
    ControlSocket(boost::asio::io_context& io, feed::ControlFeed& feed, const ViewerPtr& viewer)
        : feed_(feed), viewer_(viewer), timer_(io) {}

    void wait_for_token(std::function<bool(std::string_view)> holds) {
        const auto viewer = viewer_.lock();
        viewer->on_text = [self = shared_from_this(), holds = std::move(holds)](std::string_view text) {
            const auto said = feed::read_client_message(text);
            const auto* sign_in = std::get_if<feed::SignsIn>(&said);
            if (sign_in && holds(sign_in->token))
                return self->let_in([holds, token = sign_in->token] { return holds(token); });
            self->refuse();
        };
        timer_.expires_after(std::chrono::seconds(sign_in_s_max));
        timer_.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
            if (!error) self->refuse();
        });
    }

    void let_in(std::function<bool()> still_holds) {
        still_holds_ = std::move(still_holds);
        if (const auto viewer = viewer_.lock()) feed_.join(viewer);
        ask_again();
    }

  private:
    void ask_again() {
        timer_.expires_after(std::chrono::seconds(account_checks_s));
        timer_.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
            if (error || self->viewer_.expired()) return;
            self->still_holds_() ? self->ask_again() : self->refuse();
        });
    }

    void refuse() {
        timer_.cancel();
        if (const auto viewer = viewer_.lock()) viewer->close();
    }

    feed::ControlFeed& feed_;
    std::weak_ptr<http::Viewer> viewer_;
    boost::asio::steady_timer timer_;
    std::function<bool()> still_holds_;
};

/// Another program's cookie is none: browsers send those of every port of a host.
bool shows_credentials(const http::Request& request) {
    return !request.header("authorization").empty() || request.cookie(api::cookie_name);
}

void add_control_route(http::Server& server, boost::asio::io_context& io, Feeds& feeds, ControlDoor door) {
    const auto admit = [&feeds, door](const http::Request& request) -> std::optional<http::Response> {
        if (!feeds.control(*request.param("id"))) return http::problem(request, 404, "not_found", request.path);
        if (!shows_credentials(request) || door.may_watch(request)) return std::nullopt;
        return http::problem(request, 401, "login_required", "the control feed needs an account");
    };
    const auto take = [&feeds, &io, door](const http::Request& request, const ViewerPtr& viewer) {
        const auto socket = std::make_shared<ControlSocket>(io, *feeds.control(*request.param("id")), viewer);
        if (!shows_credentials(request)) return socket->wait_for_token(door.token_may_watch);
        socket->let_in([door, request] { return door.may_watch(request); });
    };
    server.add_live(http::Wire::websocket, "/api/v1/tracks/{id}/control", admit, take);
}

}  // namespace

std::optional<Resume> resume_of(const http::Request& request) {
    const std::string_view last = request.header("last-event-id");
    if (const auto colon = last.rfind(':'); colon != std::string_view::npos)
        return resume_after(last.substr(0, colon), last.substr(colon + 1));
    const auto stream = request.query_value("stream"), since = request.query_value("since");
    return stream && since ? resume_after(*stream, *since) : std::nullopt;
}

void add_live_routes(http::Server& server, boost::asio::io_context& io, Feeds& feeds, ControlDoor door) {
    const auto admit = [&feeds](const http::Request& request) -> std::optional<http::Response> {
        if (feeds.find(*request.param("id"))) return std::nullopt;
        return http::problem(request, 404, "not_found", request.path);
    };
    const auto take = [&feeds, door](const http::Request& request, ViewerPtr viewer) {
        const bool ours = shows_credentials(request) && door.may_watch(request);
        const auto importance = ours ? feed::Importance::control_screen : feed::Importance::audience;
        feeds.find(*request.param("id"))->join(std::move(viewer), resume_of(request), importance);
    };
    server.add_live(http::Wire::websocket, "/api/v1/tracks/{id}/live", admit, take);
    server.add_live(http::Wire::event_stream, "/api/v1/tracks/{id}/events-stream", admit, take);
    add_control_route(server, io, feeds, std::move(door));
}

}  // namespace chicane::web::host
