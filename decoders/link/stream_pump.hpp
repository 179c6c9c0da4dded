// Reads and writes of one open stream, a socket or a serial port, until it fails or is closed. At most one read and one write are
// under way; what waits to be written has a bound, and beyond it the newest is dropped: who asked asks again. Only the read ends it: what
// the peer said before it went is still there to read when writing to it fails already.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <deque>
#include <memory>
#include <utility>

#include "decoders/link/link.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t pump_read_bytes = 16 * 1024;  ///< some 300 passings at once

class PumpEvents {
  public:
    virtual void pumped(std::span<const std::byte> bytes, const HostMoment& read_at) = 0;
    /// The last call, unless it was closed from our side: then none comes.
    virtual void pump_ended(const boost::system::error_code& error) = 0;

  protected:
    ~PumpEvents() = default;
};

template <class Stream>
class StreamPump final : public std::enable_shared_from_this<StreamPump<Stream>> {
  public:
    using Error = boost::system::error_code;

    StreamPump(Stream stream, PumpEvents& events) : stream_(std::move(stream)), events_(&events) {}

    void start() { read(); }

    void close() {
        events_ = nullptr;
        Error ignored;
        stream_.close(ignored);
    }

    void send(codec::Bytes bytes) {
        if (!events_ || !writable_ || bytes.empty() || waiting_.size() >= sends_waiting_max) return;
        waiting_.push_back(std::move(bytes));
        if (waiting_.size() == 1) write();
    }

  private:
    void read() {
        stream_.async_read_some(boost::asio::buffer(received_),
                                [self = this->shared_from_this()](const Error& error, std::size_t bytes) {
                                    const HostMoment read_at = host_moment();
                                    if (!self->events_) return;
                                    if (error) return self->end(error);
                                    self->events_->pumped(std::span(self->received_).first(bytes), read_at);
                                    if (self->events_) self->read();
                                });
    }

    void write() {
        boost::asio::async_write(stream_, boost::asio::buffer(waiting_.front()),
                                 [self = this->shared_from_this()](const Error& error, std::size_t) {
                                     if (!self->events_) return;
                                     if (error) return self->stop_writing();
                                     self->waiting_.pop_front();
                                     if (!self->waiting_.empty()) self->write();
                                 });
    }

    void stop_writing() {
        writable_ = false;
        waiting_.clear();
    }

    void end(const Error& error) {
        PumpEvents* events = events_;
        close();
        events->pump_ended(error);
    }

    Stream stream_;
    PumpEvents* events_;  ///< null: closed
    bool writable_ = true;
    std::array<std::byte, pump_read_bytes> received_;
    std::deque<codec::Bytes> waiting_;  ///< the first one is being written
};

}  // namespace chicane::decoders::link
