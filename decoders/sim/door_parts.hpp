// What doors share: a client over a stream, written one message at a time.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <deque>
#include <utility>

#include "decoders/sim/door.hpp"

namespace chicane::decoders::sim {

using AsioError = boost::system::error_code;

/// Over a TCP socket or a terminal.
template <class Stream>
class StreamClient final : public Client, public std::enable_shared_from_this<StreamClient<Stream>> {
  public:
    explicit StreamClient(Stream stream) : stream_(std::move(stream)) {}

    void send(codec::Bytes bytes) override {
        waiting_bytes_ += bytes.size();
        waiting_.push_back(std::move(bytes));
        if (waiting_bytes_ > client_waiting_bytes_max) return close();
        if (waiting_.size() == 1) write();
    }
    bool hang_up() override {
        hanging_up_ = true;
        if (waiting_.empty()) close();
        return true;
    }
    void close() override {
        closed_ = true;
        AsioError ignored;
        stream_.close(ignored);
    }
    /// Reads until the stream ends; `gone` is called then.
    template <class Gone>
    void read(ClientId id, DoorEvents& events, Gone gone) {
        stream_.async_read_some(boost::asio::buffer(received_), [self = this->shared_from_this(), id, &events, gone](
                                                                    const AsioError& error, std::size_t bytes) {
            if (error || self->closed_) return gone();
            events.said(id, std::span(self->received_).first(bytes));
            self->read(id, events, gone);
        });
    }

  private:
    void write() {
        boost::asio::async_write(stream_, boost::asio::buffer(waiting_.front()),
                                 [self = this->shared_from_this()](const AsioError& error, std::size_t bytes) {
                                     if (error) return self->close();
                                     self->waiting_bytes_ -= bytes;
                                     self->waiting_.pop_front();
                                     if (!self->waiting_.empty()) return self->write();
                                     if (self->hanging_up_) self->close();
                                 });
    }

    Stream stream_;
    std::deque<codec::Bytes> waiting_;  ///< the first one is being written
    std::size_t waiting_bytes_ = 0;
    bool hanging_up_ = false;
    bool closed_ = false;  ///< nothing more is told, also of what was read already
    std::array<std::byte, request_read_bytes> received_;
};

std::shared_ptr<Door> make_tcp_serve(boost::asio::io_context& io, const TcpServe& place, DoorEvents& events);
std::shared_ptr<Door> make_tcp_dial(boost::asio::io_context& io, const TcpDial& place, DoorEvents& events);
std::shared_ptr<Door> make_udp(boost::asio::io_context& io, const UdpServe& place, DoorEvents& events);
std::shared_ptr<Door> make_terminal(boost::asio::io_context& io, const Terminal& place, DoorEvents& events);
std::shared_ptr<Door> make_zmq(boost::asio::io_context& io, const ZmqServe& place, DoorEvents& events);

}  // namespace chicane::decoders::sim
