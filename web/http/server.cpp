#include "web/http/server.hpp"

#include <fmt/format.h>
#include <netinet/tcp.h>

#include "web/http/forwarded.hpp"
#include "web/http/shared.hpp"

namespace chicane::web::http {
namespace {

using tcp = boost::asio::ip::tcp;
using boost::system::error_code;

// A viewer that stops reading must show within seconds, not after minutes of kernel buffer.
constexpr int send_buffer_bytes = 64 * 1024;
// A peer that acknowledges nothing for so long is gone: a phone out of reach, a cable pulled.
constexpr int peer_silence_ms = 60'000;
// Out of file descriptors, accepting again at once would only burn the thread.
constexpr auto accept_pause = std::chrono::milliseconds(100);

std::string text_of(const boost::asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

bool has_room(const Server::Shared& shared, const std::string& peer) {
    if (shared.open.size() >= connections_max) return false;
    if (is_trusted(peer, shared.options.trusted_proxies)) return true;
    const auto seats = shared.of_peer.find(peer);
    return seats == shared.of_peer.end() || seats->second < connections_of_one_peer_max;
}

void take(const std::shared_ptr<Server::Shared>& shared, tcp::socket socket) {
    error_code ignored;  // a peer that is gone already is found by the first read
    std::string peer = text_of(socket.remote_endpoint(ignored).address());
    if (ignored || !has_room(*shared, peer)) return;
    socket.set_option(tcp::no_delay(true), ignored);
    socket.set_option(boost::asio::socket_base::send_buffer_size(send_buffer_bytes), ignored);
    socket.set_option(boost::asio::detail::socket_option::integer<IPPROTO_TCP, TCP_USER_TIMEOUT>(peer_silence_ms),
                      ignored);
    serve_connection(shared, std::move(socket), std::move(peer));
}

void accept_next(const std::shared_ptr<Server::Shared>& shared) {
    shared->acceptor.async_accept([shared](error_code error, tcp::socket socket) {
        if (error == boost::asio::error::operation_aborted || shared->stopped) return;
        if (!error) {
            take(shared, std::move(socket));
            return accept_next(shared);
        }
        shared->accept_pause.expires_after(accept_pause);
        shared->accept_pause.async_wait([shared](error_code stopped) {
            if (!stopped) accept_next(shared);
        });
    });
}

}  // namespace

Server::Server(boost::asio::io_context& io, ServerOptions options, const Router& router, Handler fallback)
    : shared_(std::make_shared<Shared>(io, std::move(options), router, std::move(fallback))) {}

Server::~Server() { stop(); }

void Server::add_live(Wire wire, std::string pattern, Admit admit, TakeViewer take) {
    shared_->live_patterns.add(Method::get, std::move(pattern), {});
    shared_->live.push_back({wire, std::move(admit), std::move(take)});
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
    shared_->accept_pause.cancel();
    const std::set<Closable*> open = shared_->open;
    for (Closable* each : open)
        if (shared_->open.contains(each)) each->shut();
}

}  // namespace chicane::web::http
