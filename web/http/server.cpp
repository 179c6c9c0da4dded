#include "web/http/server.hpp"

#include <fmt/format.h>

#include "web/http/shared.hpp"

namespace chicane::web::http {
namespace {

using tcp = boost::asio::ip::tcp;
using boost::system::error_code;

// A viewer that stops reading must show within seconds, not after minutes of kernel buffer.
constexpr int send_buffer_bytes = 64 * 1024;

void accept_next(const std::shared_ptr<Server::Shared>& shared) {
    shared->acceptor.async_accept([shared](error_code error, tcp::socket socket) {
        if (error == boost::asio::error::operation_aborted || shared->stopped) return;
        if (!error) {
            error_code ignored;  // a peer that is gone already is found by the first read
            const auto remote = socket.remote_endpoint(ignored);
            std::string peer = remote.address().to_string();
            const auto seats = shared->of_peer.find(peer);
            const bool room = shared->open.size() < connections_max &&
                              (seats == shared->of_peer.end() || seats->second < connections_of_one_peer_max);
            if (room && !ignored) {
                socket.set_option(tcp::no_delay(true), ignored);
                socket.set_option(boost::asio::socket_base::send_buffer_size(send_buffer_bytes), ignored);
                serve_connection(shared, std::move(socket), std::move(peer));
            }
        }
        accept_next(shared);
    });
}

}  // namespace

Server::Server(boost::asio::io_context& io, ServerOptions options, const Router& router, Handler fallback)
    : shared_(std::make_shared<Shared>(io, std::move(options), router, std::move(fallback))) {}

Server::~Server() { stop(); }

void Server::add_websocket(std::string pattern, Admit admit, TakeViewer take) {
    shared_->websocket_patterns.add(Method::get, std::move(pattern), {});
    shared_->websockets.push_back({std::move(admit), std::move(take)});
}

std::expected<void, std::string> Server::listen() {
    const ServerOptions& options = shared_->options;
    const auto refused = [&](const error_code& error) {
        return std::unexpected(fmt::format("{}:{}: cannot listen: {}", options.host, options.port, error.message()));
    };
    error_code error;
    const auto address = boost::asio::ip::make_address(options.host == "localhost" ? "127.0.0.1" : options.host, error);
    if (error) return refused(error);
    const tcp::endpoint endpoint(address, options.port);
    auto& acceptor = shared_->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(boost::asio::socket_base::max_listen_connections, error);
    if (error) return refused(error);
    accept_next(shared_);
    return {};
}

std::uint16_t Server::port() const {
    error_code error;
    const auto endpoint = shared_->acceptor.local_endpoint(error);
    return error ? 0 : endpoint.port();
}

std::size_t Server::connections() const { return shared_->open.size(); }

void Server::stop() {
    if (shared_->stopped) return;
    shared_->stopped = true;
    error_code ignored;  // closing is all that is wanted
    shared_->acceptor.close(ignored);
    const std::set<Closable*> open = shared_->open;
    for (Closable* each : open)
        if (shared_->open.contains(each)) each->shut();
}

}  // namespace chicane::web::http
