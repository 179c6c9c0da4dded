#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/udp.hpp>
#include <map>

#include "decoders/sim/door_parts.hpp"

namespace chicane::decoders::sim {

namespace {

namespace asio = boost::asio;
using asio::ip::udp;

/// A datagram a message. Nothing holds a connection, so nothing breaks.
class UdpClient final : public Client {
  public:
    UdpClient(std::shared_ptr<udp::socket> socket, udp::endpoint peer) : socket_(std::move(socket)), peer_(peer) {}
    void send(codec::Bytes bytes) override {
        AsioError lost;
        socket_->send_to(asio::buffer(bytes), peer_, 0, lost);
    }
    bool hang_up() override { return false; }
    void close() override {}

  private:
    std::shared_ptr<udp::socket> socket_;
    udp::endpoint peer_;
};

class UdpDoor final : public Door, public std::enable_shared_from_this<UdpDoor> {
  public:
    UdpDoor(asio::io_context& io, UdpServe place, DoorEvents& events)
        : io_(io), place_(std::move(place)), events_(&events), socket_(std::make_shared<udp::socket>(io)) {}

    std::expected<std::string, std::string> open() override {
        const std::string where = place_.host + ":" + std::to_string(place_.port);
        udp::resolver resolver(io_);
        AsioError error;
        const auto found = resolver.resolve(place_.host, std::to_string(place_.port), error);
        if (error || found.empty()) return std::unexpected(where + ": " + error.message());
        const udp::endpoint endpoint = found.begin()->endpoint();
        socket_->open(endpoint.protocol(), error);
        if (!error) socket_->bind(endpoint, error);
        if (error) return std::unexpected(where + ": " + error.message());
        receive();
        return place_.host + ":" + std::to_string(socket_->local_endpoint().port());
    }
    void close() override {
        events_ = nullptr;
        AsioError ignored;
        socket_->close(ignored);
    }

  private:
    void receive() {
        socket_->async_receive_from(asio::buffer(received_), peer_,
                                    [self = shared_from_this()](const AsioError& error, std::size_t bytes) {
                                        if (!self->events_) return;
                                        if (!error) self->heard(bytes);
                                        self->receive();
                                    });
    }
    void heard(std::size_t bytes) {
        auto known = ids_.find(peer_);
        if (known == ids_.end()) {
            if (ids_.size() == clients_max) forget_one();
            const auto id = events_->came(std::make_shared<UdpClient>(socket_, peer_));
            if (!id) return;
            known = ids_.emplace(peer_, *id).first;
        }
        events_->said(known->second, std::span(received_).first(bytes));
    }

    /// Who leaves does not say so.
    void forget_one() {
        const auto oldest = std::ranges::min_element(ids_, {}, [](const auto& known) { return known.second; });
        events_->left(oldest->second);
        ids_.erase(oldest);
    }

    asio::io_context& io_;
    UdpServe place_;
    DoorEvents* events_;  ///< null: closed
    std::shared_ptr<udp::socket> socket_;
    udp::endpoint peer_;
    std::map<udp::endpoint, ClientId> ids_;  ///< at most clients_max
    std::array<std::byte, request_read_bytes> received_;
};

}  // namespace

std::shared_ptr<Door> make_udp(asio::io_context& io, const UdpServe& place, DoorEvents& events) {
    return std::make_shared<UdpDoor>(io, place, events);
}

}  // namespace chicane::decoders::sim
