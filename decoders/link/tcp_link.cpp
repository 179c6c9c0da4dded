#include "decoders/link/tcp_link.hpp"

#include <boost/asio/connect.hpp>

#include "decoders/link/closed_reason.hpp"
#include "decoders/link/tcp_options.hpp"

namespace chicane::decoders::link {

namespace asio = boost::asio;

TcpLink::TcpLink(asio::io_context& io, const TcpTarget& target, LinkEvents& events, std::chrono::milliseconds open_max)
    : io_(io),
      resolver_(io),
      socket_(io),
      limit_(io),
      retry_(io),
      target_(target),
      open_max_(open_max),
      events_(&events) {}

template <class Then>
auto TcpLink::in_this_attempt(Then then) {
    return [weak = weak_from_this(), attempt = attempt_, then](const Error& error, auto&&... result) {
        const auto self = weak.lock();
        if (self && self->events_ && self->attempt_ == attempt) then(*self, error, result...);
    };
}

void TcpLink::start() { connect(); }

void TcpLink::stop() {
    events_ = nullptr;
    ++attempt_;
    resolver_.cancel();
    limit_.cancel();
    retry_.cancel();
    Error ignored;
    socket_.close(ignored);
    if (pump_) pump_->close();
    pump_.reset();
}

void TcpLink::reopen() {
    if (pump_)
        closed(to_text(Endpoint{target_.host, target_.port}) + ": nothing was heard for too long; connecting anew");
}

void TcpLink::connect() {
    ++attempt_;
    limit_.expires_after(open_max_);
    limit_.async_wait(in_this_attempt([](TcpLink& self, const Error& error) {
        // It may run out in the very turn in which the connection is made: then it is too late to cancel.
        if (!error && !self.pump_) self.closed(self.reason("cannot connect", asio::error::timed_out));
    }));
    resolver_.async_resolve(
        target_.host, std::to_string(target_.port),
        in_this_attempt([](TcpLink& self, const Error& error, const auto& endpoints) {
            if (error) return self.closed(self.reason("cannot connect", error));
            asio::async_connect(self.socket_, endpoints,
                                self.in_this_attempt([](TcpLink& link, const Error& failure, const auto&) {
                                    failure ? link.closed(link.reason("cannot connect", failure)) : link.connected();
                                }));
        }));
}

void TcpLink::connected() {
    limit_.cancel();
    tune(socket_);
    pump_ = std::make_shared<StreamPump<Socket>>(std::exchange(socket_, Socket(io_)), static_cast<PumpEvents&>(*this));
    const auto pump = pump_;
    events_->on_open();
    if (pump_ == pump) pump->start();
}

void TcpLink::pumped(std::span<const std::byte> bytes, const HostMoment& read_at) {
    retry_.heard();
    events_->on_bytes(bytes, read_at);
}

void TcpLink::pump_ended(const Error& error) { closed(reason("connection lost", error)); }

void TcpLink::send(codec::Bytes bytes) {
    if (pump_) pump_->send(std::move(bytes));
}

std::string TcpLink::reason(std::string_view what, const Error& error) const {
    return closed_reason(to_text(Endpoint{target_.host, target_.port}), what, error);
}

/// Ends this attempt and arranges the next.
void TcpLink::closed(const std::string& why) {
    const auto self = shared_from_this();
    ++attempt_;
    Error ignored;
    resolver_.cancel();
    limit_.cancel();
    socket_.close(ignored);
    if (pump_) pump_->close();
    pump_.reset();
    events_->on_closed(why);
    if (!events_) return;
    retry_.later([weak = weak_from_this()] {
        if (const auto link = weak.lock(); link && link->events_) link->connect();
    });
}

}  // namespace chicane::decoders::link
