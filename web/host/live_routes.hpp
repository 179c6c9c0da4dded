// The paths that become viewers: live feed by WebSocket and as events, for everybody and from any page; control feed for those who
// show an account.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "web/host/feeds.hpp"
#include "web/http/server.hpp"

namespace chicane::web::host {

inline constexpr int sign_in_s_max = 5;      ///< for the first message of a control socket, where it must sign in
inline constexpr int account_checks_s = 60;  ///< how soon an account that was ended loses its control screens

/// Who may watch the control feed. Both answer whether the account holds now.
struct ControlDoor {
    /// By bearer token, or by the cookie of a page of ours.
    std::function<bool(const http::Request&)> may_watch;
    std::function<bool(std::string_view token)> token_may_watch;
};

void add_live_routes(http::Server& server, boost::asio::io_context& io, Feeds& feeds, ControlDoor door);

/// `?stream=S&since=N`, or the `Last-Event-ID: S:N` of who reads events; nothing where there is neither.
std::optional<feed::TrackFeed::Resume> resume_of(const http::Request& request);

}  // namespace chicane::web::host
