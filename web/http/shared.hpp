// What the server and its connections share; for server.cpp and connection.cpp alone.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "web/http/server.hpp"

namespace chicane::web::http {

/// Anything that holds a socket and can be told to let it go.
class Closable {
  public:
    virtual ~Closable() = default;
    virtual void shut() = 0;
};

struct LiveRoute {
    Wire wire;
    Admit admit;
    TakeViewer take;
};

struct Server::Shared : std::enable_shared_from_this<Server::Shared> {
    Shared(boost::asio::io_context& context, ServerOptions given, const Router& routes, Handler pages)
        : io(context),
          options(std::move(given)),
          router(routes),
          fallback(std::move(pages)),
          acceptor(context),
          accept_pause(context) {}

    boost::asio::io_context& io;
    ServerOptions options;
    const Router& router;
    Handler fallback;
    Router live_patterns;  ///< patterns only: which of `live` a path names
    std::vector<LiveRoute> live;
    boost::asio::ip::tcp::acceptor acceptor;
    boost::asio::steady_timer accept_pause;
    std::set<Closable*> open;
    std::map<std::string, std::size_t> of_peer;
    bool stopped = false;
};

/// Counts a connection in for as long as it lives.
class Seat {
  public:
    Seat(std::shared_ptr<Server::Shared> shared, Closable* holder, std::string peer)
        : shared_(std::move(shared)), holder_(holder), peer_(std::move(peer)) {
        shared_->open.insert(holder_);
        ++shared_->of_peer[peer_];
    }
    ~Seat() {
        shared_->open.erase(holder_);
        if (--shared_->of_peer[peer_] == 0) shared_->of_peer.erase(peer_);
    }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

  private:
    std::shared_ptr<Server::Shared> shared_;
    Closable* holder_;
    std::string peer_;
};

/// Serves one connection until it ends.
void serve_connection(std::shared_ptr<Server::Shared> shared, boost::asio::ip::tcp::socket socket, std::string peer);

/// Makes a viewer of a connection whose first answer was sent.
std::shared_ptr<Viewer> open_viewer(std::shared_ptr<Server::Shared> shared, Wire wire,
                                    boost::asio::ip::tcp::socket socket, std::string peer);
/// Begins to read, once the viewer's owner has set its functions; `early`: bytes that came behind the request.
void start_viewer(const std::shared_ptr<Viewer>& viewer, std::string early);

}  // namespace chicane::web::http
