// An HTTP/1.1 server with WebSockets and event streams on one io_context: the web thread's. Every request is bounded in size and
// time, every answer carries the security headers. TLS ends at a reverse proxy.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "web/http/message.hpp"
#include "web/http/router.hpp"
#include "web/http/viewer.hpp"

namespace boost::asio {
class io_context;
}

namespace chicane::web::http {

inline constexpr std::size_t header_bytes_max = 16 * 1024;  ///< cookies and a long query, with room
inline constexpr std::size_t body_bytes_max = 1024 * 1024;  ///< a fleet of 1,000 karts as JSON is 100 kB
inline constexpr int request_s_max = 15;                    ///< a slow phone sends a form in one
inline constexpr int answer_s_max = 60;                     ///< the page's font on a phone at the edge of its network
inline constexpr int idle_s_max = 75;                       ///< of a kept connection between two requests
inline constexpr int parting_s_max = 2;                     ///< for a last word to arrive before the socket closes
inline constexpr std::size_t connections_max = 12'000;      ///< beyond it new ones are closed at once
/// A centre's guests share one address behind their router. Trusted proxies have no such bound: they bring everybody.
inline constexpr std::size_t connections_of_one_peer_max = 4'000;

struct ServerOptions {
    std::string host;
    std::uint16_t port = 0;
    std::vector<std::string> trusted_proxies = {};  ///< whose forwarded headers count
    /// A handler threw: one line for the log. The request is answered with 500 `internal`.
    std::function<void(std::string what)> on_fault = {};
    /// How long a handler may take: a disk that hangs must not hold its clients. What comes later is dropped.
    int work_s_max = 30;
};

/// Decides on a viewer before it is let in: nothing to take it, or the answer that refuses it.
using Admit = std::function<std::optional<Response>(const Request&)>;
/// Takes an open one.
using TakeViewer = std::function<void(const Request&, std::shared_ptr<Viewer>)>;

class Server {
  public:
    /// `router` outlives the server; paths without a route go to `fallback` (the pages).
    Server(boost::asio::io_context& io, ServerOptions options, const Router& router, Handler fallback);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// A path that becomes a viewer: by a WebSocket's handshake, or by a GET of an event stream.
    void add_live(Wire wire, std::string pattern, Admit admit, TakeViewer take);

    /// Opens the port; or one line that says why not.
    std::expected<void, std::string> listen();
    std::uint16_t port() const;
    std::size_t connections() const;
    /// Closes the port and every connection.
    void stop();

    struct Shared;

  private:
    std::shared_ptr<Shared> shared_;
};

}  // namespace chicane::web::http
