#include "decoders/link/tcp_link.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/write.hpp>
#include <chrono>

namespace chicane::decoders::link {

namespace asio = boost::asio;

TcpLink::TcpLink(asio::io_context& io, TcpTarget target, LinkEvents& events)
    : resolver_(io),
      socket_(io),
      timer_(io),
      target_(std::move(target)),
      events_(&events),
      chance_(std::random_device{}()) {}

template <class Then>
auto TcpLink::in_this_attempt(Then then) {
    return [self = shared_from_this(), attempt = attempt_, then](const Error& error, auto&&... result) {
        if (self->events_ && self->attempt_ == attempt) then(*self, error, result...);
    };
}

void TcpLink::start() { connect(); }

void TcpLink::stop() {
    events_ = nullptr;
    ++attempt_;
    resolver_.cancel();
    timer_.cancel();
    Error ignored;
    socket_.close(ignored);
}

void TcpLink::reopen() {
    if (open_) closed("no answer");
}

void TcpLink::connect() {
    ++attempt_;
    timer_.expires_after(std::chrono::milliseconds(connect_max_ms));
    timer_.async_wait(in_this_attempt([](TcpLink& self, const Error& error) {
        if (!error) self.closed("no connection in time");
    }));
    resolver_.async_resolve(target_.host, std::to_string(target_.port),
                            in_this_attempt([](TcpLink& self, const Error& error, const auto& endpoints) {
                                if (error) return self.closed(error.message());
                                asio::async_connect(
                                    self.socket_, endpoints,
                                    self.in_this_attempt([](TcpLink& link, const Error& failure, const auto&) {
                                        failure ? link.closed(failure.message()) : link.connected();
                                    }));
                            }));
}

void TcpLink::connected() {
    timer_.cancel();
    Error ignored;
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    socket_.set_option(asio::socket_base::keep_alive(true), ignored);
    open_ = true;
    events_->on_open();
    if (open_) read();
}

void TcpLink::read() {
    socket_.async_read_some(asio::buffer(received_),
                            in_this_attempt([](TcpLink& self, const Error& error, std::size_t bytes) {
                                const HostMoment read_at = host_moment();
                                if (error) return self.closed(error.message());
                                self.back_off_.heard();
                                self.events_->on_bytes(std::span(self.received_).first(bytes), read_at);
                                if (self.open_) self.read();
                            }));
}

void TcpLink::send(codec::Bytes bytes) {
    if (!open_ || bytes.empty() || waiting_.size() >= sends_waiting_max) return;
    waiting_.push_back(std::move(bytes));
    if (waiting_.size() == 1) write();
}

void TcpLink::write() {
    asio::async_write(socket_, asio::buffer(waiting_.front()),
                      in_this_attempt([](TcpLink& self, const Error& error, std::size_t) {
                          if (error) return self.closed(error.message());
                          self.waiting_.pop_front();
                          if (!self.waiting_.empty()) self.write();
                      }));
}

/// Ends this attempt and arranges the next.
void TcpLink::closed(std::string_view why) {
    ++attempt_;
    open_ = false;
    Error ignored;
    resolver_.cancel();
    socket_.close(ignored);
    waiting_.clear();
    events_->on_closed(why);
    if (!events_) return;
    timer_.expires_after(std::chrono::milliseconds(back_off_.next_wait_ms(chance_())));
    timer_.async_wait(in_this_attempt([](TcpLink& self, const Error& error) {
        if (!error) self.connect();
    }));
}

}  // namespace chicane::decoders::link
