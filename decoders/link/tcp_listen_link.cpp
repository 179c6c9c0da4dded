#include "decoders/link/tcp_listen_link.hpp"

#include <boost/asio/post.hpp>
#include <chrono>

#include "decoders/link/closed_reason.hpp"
#include "decoders/link/tcp_options.hpp"

namespace chicane::decoders::link {

namespace asio = boost::asio;

TcpListenLink::TcpListenLink(asio::io_context& io, const TcpListenTarget& target, LinkEvents& events,
                             std::int64_t place_us)
    : io_(io), acceptor_(io), pause_(io), retry_(io), target_(target), events_(&events), place_us_(place_us) {}

template <class Then>
auto TcpListenLink::while_it_runs(Then then) {
    return [weak = weak_from_this(), then](auto&&... result) {
        if (const auto self = weak.lock(); self && self->events_)
            then(*self, std::forward<decltype(result)>(result)...);
    };
}

void TcpListenLink::start() {
    asio::post(io_, while_it_runs([](TcpListenLink& self) { self.listen(); }));
}

void TcpListenLink::stop() {
    events_ = nullptr;
    Error ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    retry_.cancel();
    newcomer_.reset();
    if (pump_) pump_->close();
    pump_.reset();
}

void TcpListenLink::reopen() {
    if (pump_) hang_up(sender_.to_string() + ": nothing was heard for too long; waiting for it to connect anew");
}

void TcpListenLink::listen() {
    Error error;
    const auto address = asio::ip::make_address(target_.host, error);
    if (error) return failed(asio::error::host_not_found);
    const Tcp::endpoint place(address, target_.port);
    acceptor_.open(place.protocol(), error);
    if (!error) acceptor_.set_option(Tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(place, error);
    if (!error) acceptor_.listen(accept_backlog, error);
    if (error) return failed(error);
    accept();
}

void TcpListenLink::accept() {
    acceptor_.async_accept(while_it_runs([](TcpListenLink& self, const Error& error, Tcp::socket socket) {
        if (!error) self.accepted(std::move(socket));
        if (!self.events_) return;
        self.pause_.expires_after(std::chrono::milliseconds(accept_pause_ms));
        self.pause_.async_wait(self.while_it_runs([](TcpListenLink& link, const Error& cancelled) {
            if (!cancelled) link.accept();
        }));
    }));
}

void TcpListenLink::accepted(Tcp::socket socket) {
    Error error;
    const auto from = socket.remote_endpoint(error).address();
    if (error) return;  // it is gone already
    if (!pump_) return take(std::move(socket));
    const bool same_machine = from == sender_;
    if (!takes_place(host_moment().steady_us - heard_us_, same_machine, place_us_)) return;  // hangs up on it
    same_machine ? replace_by(std::move(socket)) : await_its_words(std::move(socket));
}

void TcpListenLink::await_its_words(Tcp::socket socket) {
    newcomer_.emplace(std::move(socket));
    newcomer_->async_wait(Tcp::socket::wait_read, while_it_runs([](TcpListenLink& self, const Error& error) {
                              if (!error) self.newcomer_spoke();
                          }));
}

void TcpListenLink::newcomer_spoke() {
    if (!newcomer_) return;  // it was let in meanwhile
    Error error;
    char first;
    Tcp::socket socket = *std::exchange(newcomer_, std::nullopt);
    socket.non_blocking(true, error);
    socket.receive(asio::buffer(&first, 1), Tcp::socket::message_peek, error);
    if (error == asio::error::would_block) return await_its_words(std::move(socket));  // the one before it spoke
    if (error) return;                                                                 // it has hung up
    if (takes_place(host_moment().steady_us - heard_us_, false, place_us_)) replace_by(std::move(socket));
}

void TcpListenLink::replace_by(Tcp::socket socket) {
    newcomer_.reset();
    Error error;
    const auto from = socket.remote_endpoint(error).address();
    hang_up(sender_.to_string() + ": " + from.to_string() + " has connected in its place");
    if (events_) take(std::move(socket));
}

void TcpListenLink::take(Tcp::socket socket) {
    Error ignored;
    tune(socket);
    sender_ = socket.remote_endpoint(ignored).address();
    heard_us_ = host_moment().steady_us;
    pump_ = std::make_shared<StreamPump<Tcp::socket>>(std::move(socket), static_cast<PumpEvents&>(*this));
    const auto pump = pump_;
    events_->on_open();
    if (pump_ == pump) pump->start();
}

void TcpListenLink::pumped(std::span<const std::byte> bytes, const HostMoment& read_at) {
    retry_.heard();
    heard_us_ = read_at.steady_us;
    events_->on_bytes(bytes, read_at);
}

void TcpListenLink::pump_ended(const Error& error) {
    hang_up(closed_reason(sender_.to_string(), "connection lost", error) + "; waiting for it to connect anew");
}

void TcpListenLink::hang_up(const std::string& why) {
    pump_->close();
    pump_.reset();
    events_->on_closed(why);
    if (events_ && newcomer_) take(*std::exchange(newcomer_, std::nullopt));
}

void TcpListenLink::send(codec::Bytes bytes) {
    if (pump_) pump_->send(std::move(bytes));
}

void TcpListenLink::failed(const Error& error) {
    const auto self = shared_from_this();
    Error ignored;
    acceptor_.close(ignored);
    events_->on_closed(closed_reason(to_text(Endpoint{target_.host, target_.port}), "cannot listen", error));
    if (events_) retry_.later(while_it_runs([](TcpListenLink& link) { link.listen(); }));
}

}  // namespace chicane::decoders::link
