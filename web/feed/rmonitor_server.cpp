#include "web/feed/rmonitor_server.hpp"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <netinet/tcp.h>
#include <set>

namespace chicane::web::feed {
namespace {

using tcp = boost::asio::ip::tcp;
using boost::system::error_code;

// A scoreboard whose cable was pulled gives its place back after a minute, not after the kernel's quarter of an hour.
constexpr int peer_silence_ms = 60'000;
// Out of file descriptors, accepting again at once would only burn the thread.
constexpr auto accept_pause = std::chrono::milliseconds(100);

void set_options(tcp::socket& socket) {
    error_code ignored;  // a peer that is gone already is found by the first write
    socket.set_option(tcp::no_delay(true), ignored);
    socket.set_option(boost::asio::detail::socket_option::integer<IPPROTO_TCP, TCP_USER_TIMEOUT>(peer_silence_ms),
                      ignored);
}

}  // namespace

struct RmonitorServer::Parts : std::enable_shared_from_this<RmonitorServer::Parts> {
    struct Client;

    Parts(boost::asio::io_context& context, RmonitorTrack of, std::function<LocalClock()> wall)
        : io(context),
          acceptor(context),
          timer(context),
          pause(context),
          track(std::move(of)),
          clock(std::move(wall)) {}

    void accept();
    void beat();
    void send(const std::string& text);

    boost::asio::io_context& io;
    tcp::acceptor acceptor;
    boost::asio::steady_timer timer, pause;
    RmonitorTrack track;
    std::function<LocalClock()> clock;
    std::shared_ptr<const timing::Board> board = std::make_shared<timing::Board>();
    std::set<std::shared_ptr<Client>> clients;
    bool stopped = false;
};

struct RmonitorServer::Parts::Client : std::enable_shared_from_this<Client> {
    Client(tcp::socket opened, std::weak_ptr<Parts> of) : socket(std::move(opened)), parts(std::move(of)) {}

    void say(const std::string& text) {
        waiting += text;
        if (waiting.size() > rmonitor_bytes_max) return leave();
        if (writing.empty()) write();
    }

    void write() {
        writing = std::exchange(waiting, {});
        boost::asio::async_write(socket, boost::asio::buffer(writing),
                                 [self = shared_from_this()](error_code error, std::size_t) {
                                     if (error) return self->leave();
                                     self->writing.clear();
                                     if (!self->waiting.empty()) self->write();
                                 });
    }

    /// What a client says means nothing; that it is gone does.
    void listen() {
        socket.async_read_some(
            boost::asio::buffer(ignored),
            [self = shared_from_this()](error_code error, std::size_t) { error ? self->leave() : self->listen(); });
    }

    void leave() {
        error_code closing;  // closing is all that is wanted
        socket.close(closing);
        if (const auto owner = parts.lock()) owner->clients.erase(shared_from_this());
    }

    tcp::socket socket;
    std::weak_ptr<Parts> parts;
    std::string writing, waiting;
    std::array<char, 256> ignored{};
};

void RmonitorServer::Parts::accept() {
    acceptor.async_accept([self = shared_from_this()](error_code error, tcp::socket socket) {
        if (self->stopped || error == boost::asio::error::operation_aborted) return;
        if (error) {
            self->pause.expires_after(accept_pause);
            return self->pause.async_wait([self](error_code ended) {
                if (!ended) self->accept();
            });
        }
        if (self->clients.size() < rmonitor_clients_max) {
            set_options(socket);
            const auto client = std::make_shared<Client>(std::move(socket), self);
            self->clients.insert(client);
            client->listen();
            client->say(rmonitor_refresh(*self->board, self->track, self->clock()));
        }
        self->accept();
    });
}

void RmonitorServer::Parts::beat() {
    timer.expires_after(std::chrono::seconds(1));
    timer.async_wait([self = shared_from_this()](error_code error) {
        if (error || self->stopped) return;
        self->send(rmonitor_heartbeat(*self->board, self->clock()));
        self->beat();
    });
}

void RmonitorServer::Parts::send(const std::string& text) {
    const auto all = clients;  // a client that is let go leaves the set
    for (const auto& client : all) client->say(text);
}

RmonitorServer::RmonitorServer(boost::asio::io_context& io, RmonitorTrack track, std::function<LocalClock()> clock)
    : parts_(std::make_shared<Parts>(io, std::move(track), std::move(clock))) {}

RmonitorServer::~RmonitorServer() { stop(); }

std::expected<void, std::string> RmonitorServer::listen(const std::string& host, std::uint16_t port) {
    error_code error;
    const auto address = boost::asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
    const tcp::endpoint endpoint(address, port);
    if (!error) parts_->acceptor.open(endpoint.protocol(), error);
    if (!error) parts_->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) parts_->acceptor.bind(endpoint, error);
    if (!error) parts_->acceptor.listen(boost::asio::socket_base::max_listen_connections, error);
    if (error) return std::unexpected(host + ":" + std::to_string(port) + ": cannot listen: " + error.message());
    parts_->accept();
    parts_->beat();
    return {};
}

std::uint16_t RmonitorServer::port() const {
    error_code error;
    const auto endpoint = parts_->acceptor.local_endpoint(error);
    return error ? 0 : endpoint.port();
}

void RmonitorServer::publish(std::shared_ptr<const timing::Board> board) {
    if (const auto text = rmonitor_changes(*parts_->board, *board, parts_->track, parts_->clock()); !text.empty())
        parts_->send(text);
    parts_->board = std::move(board);
}

void RmonitorServer::stop() {
    if (std::exchange(parts_->stopped, true)) return;
    error_code ignored;  // closing is all that is wanted
    parts_->acceptor.close(ignored);
    parts_->timer.cancel();
    parts_->pause.cancel();
    const auto all = parts_->clients;
    for (const auto& client : all) client->leave();
}

}  // namespace chicane::web::feed
