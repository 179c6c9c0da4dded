#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>

#include "decoders/sim/door_parts.hpp"

namespace chicane::decoders::sim {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using TcpClient = StreamClient<tcp::socket>;

std::expected<tcp::endpoint, std::string> endpoint_of(asio::io_context& io, const std::string& host,
                                                      std::uint16_t port) {
    tcp::resolver resolver(io);
    AsioError error;
    const auto found = resolver.resolve(host, std::to_string(port), error);
    if (error || found.empty()) return std::unexpected(host + ":" + std::to_string(port) + ": " + error.message());
    return found.begin()->endpoint();
}

/// Tells of a client, and reads it to its end.
template <class Gone>
bool welcome(tcp::socket socket, DoorEvents& events, Gone gone) {
    AsioError ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto client = std::make_shared<TcpClient>(std::move(socket));
    const auto id = events.came(client);
    if (!id) return false;
    client->read(*id, events, [id = *id, gone] { gone(id); });
    return true;
}

class TcpServeDoor final : public Door, public std::enable_shared_from_this<TcpServeDoor> {
  public:
    TcpServeDoor(asio::io_context& io, TcpServe place, DoorEvents& events)
        : io_(io), place_(std::move(place)), events_(&events), acceptor_(io) {}

    std::expected<std::string, std::string> open() override {
        const auto endpoint = endpoint_of(io_, place_.host, place_.port);
        if (!endpoint) return std::unexpected(endpoint.error());
        AsioError error;
        acceptor_.open(endpoint->protocol(), error);
        if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error) acceptor_.bind(*endpoint, error);
        if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (error) return std::unexpected(place_.host + ":" + std::to_string(place_.port) + ": " + error.message());
        accept();
        return place_.host + ":" + std::to_string(acceptor_.local_endpoint().port());
    }
    void close() override {
        events_ = nullptr;
        AsioError ignored;
        acceptor_.close(ignored);
    }

  private:
    void accept() {
        acceptor_.async_accept([self = shared_from_this()](const AsioError& error, tcp::socket socket) {
            if (!self->events_) return;
            if (!error)
                welcome(std::move(socket), *self->events_, [self](ClientId id) {
                    if (self->events_) self->events_->left(id);
                });
            self->accept();
        });
    }

    asio::io_context& io_;
    TcpServe place_;
    DoorEvents* events_;  ///< null: closed
    tcp::acceptor acceptor_;
};

class TcpDialDoor final : public Door, public std::enable_shared_from_this<TcpDialDoor> {
  public:
    TcpDialDoor(asio::io_context& io, TcpDial place, DoorEvents& events)
        : io_(io), place_(std::move(place)), events_(&events), socket_(io), timer_(io) {}

    std::expected<std::string, std::string> open() override {
        const auto endpoint = endpoint_of(io_, place_.host, place_.port);
        if (!endpoint) return std::unexpected(endpoint.error());
        endpoint_ = *endpoint;
        dial();
        return place_.host + ":" + std::to_string(place_.port);
    }
    void close() override {
        events_ = nullptr;
        AsioError ignored;
        socket_.close(ignored);
        timer_.cancel();
    }

  private:
    void dial() {
        socket_ = tcp::socket(io_);
        socket_.async_connect(endpoint_, [self = shared_from_this()](const AsioError& error) {
            if (!self->events_) return;
            const auto gone = [self](ClientId id) {
                if (!self->events_) return;
                self->events_->left(id);
                self->dial_later();
            };
            if (error || !welcome(std::move(self->socket_), *self->events_, gone)) self->dial_later();
        });
    }
    void dial_later() {
        timer_.expires_after(std::chrono::milliseconds(come_again_ms));
        timer_.async_wait([self = shared_from_this()](const AsioError& error) {
            if (!error && self->events_) self->dial();
        });
    }

    asio::io_context& io_;
    TcpDial place_;
    DoorEvents* events_;  ///< null: closed
    tcp::endpoint endpoint_;
    tcp::socket socket_;
    asio::steady_timer timer_;
};

}  // namespace

std::shared_ptr<Door> make_tcp_serve(asio::io_context& io, const TcpServe& place, DoorEvents& events) {
    return std::make_shared<TcpServeDoor>(io, place, events);
}

std::shared_ptr<Door> make_tcp_dial(asio::io_context& io, const TcpDial& place, DoorEvents& events) {
    return std::make_shared<TcpDialDoor>(io, place, events);
}

}  // namespace chicane::decoders::sim
