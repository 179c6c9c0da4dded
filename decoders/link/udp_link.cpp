#include "decoders/link/udp_link.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "decoders/link/closed_reason.hpp"
#include "decoders/link/one_sender.hpp"

namespace chicane::decoders::link {

namespace asio = boost::asio;

UdpLink::UdpLink(asio::io_context& io, const UdpTarget& target, LinkEvents& events)
    : io_(io), socket_(io), retry_(io), target_(target), events_(&events) {}

void UdpLink::start() {
    asio::post(io_, [weak = weak_from_this()] {
        if (const auto self = weak.lock(); self && self->events_) self->open();
    });
}

void UdpLink::stop() {
    events_ = nullptr;
    retry_.cancel();
    Error ignored;
    socket_.close(ignored);
}

void UdpLink::reopen() {
    if (peer_) closed(peer_->address().to_string() + ": nothing was heard for too long; waiting for any sender");
}

UdpLink::Error UdpLink::bind() {
    Error error;
    const auto address = asio::ip::make_address(target_.host, error);
    if (!error && target_.peer) {
        const auto peer = asio::ip::make_address(target_.peer->host, error);
        if (!error) fixed_ = Udp::endpoint(peer, target_.peer->port);
    }
    if (error) return asio::error::host_not_found;
    const Udp::endpoint place(address, target_.port);
    socket_.open(place.protocol(), error);
    if (!error) socket_.non_blocking(true, error);
    if (!error) socket_.bind(place, error);
    return error;
}

void UdpLink::open() {
    if (const Error error = bind())
        return closed(closed_reason(to_text(Endpoint{target_.host, target_.port}), "cannot listen", error));
    receive();
    if (!fixed_) return;
    peer_ = fixed_;
    events_->on_open();
}

void UdpLink::receive() {
    socket_.async_receive_from(asio::buffer(received_), from_,
                               [weak = weak_from_this()](const Error& error, std::size_t bytes) {
                                   const HostMoment read_at = host_moment();
                                   const auto self = weak.lock();
                                   if (!self || !self->events_ || error == asio::error::operation_aborted) return;
                                   if (!error) self->received(bytes, read_at);
                                   // What failed is one datagram: often the answer that nobody was there for ours.
                                   if (self->events_ && self->socket_.is_open()) self->receive();
                               });
}

void UdpLink::received(std::size_t bytes, const HostMoment& read_at) {
    if (!admits(from_, read_at)) return;
    retry_.heard();
    heard_us_ = read_at.steady_us;
    events_->on_bytes(std::span(received_).first(bytes), read_at);
}

bool UdpLink::admits(const Udp::endpoint& from, const HostMoment& read_at) {
    if (fixed_) return from.address() == fixed_->address();
    const bool same_machine = peer_ && peer_->address() == from.address();
    if (peer_ && !takes_place(read_at.steady_us - heard_us_, same_machine)) return false;
    const auto before = std::exchange(peer_, from);
    if (same_machine) return true;
    if (before)
        events_->on_closed(before->address().to_string() + ": " + from.address().to_string() + " sends in its place");
    if (events_) events_->on_open();
    return events_ != nullptr;
}

/// What the network does not take at once is lost, as any datagram may be.
void UdpLink::send(codec::Bytes bytes) {
    if (!peer_ || bytes.empty() || !socket_.is_open()) return;
    Error ignored;
    socket_.send_to(asio::buffer(bytes), *peer_, 0, ignored);
}

void UdpLink::closed(const std::string& why) {
    const auto self = shared_from_this();
    Error ignored;
    socket_.close(ignored);
    peer_.reset();
    events_->on_closed(why);
    if (!events_) return;
    retry_.later([weak = weak_from_this()] {
        if (const auto link = weak.lock(); link && link->events_) link->open();
    });
}

}  // namespace chicane::decoders::link
