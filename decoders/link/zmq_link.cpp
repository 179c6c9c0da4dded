#include "decoders/link/zmq_link.hpp"

#include "decoders/link/tcp_link.hpp"

namespace chicane::decoders::link {

ZmqLink::ZmqLink(boost::asio::io_context& io, const ZmqTarget& target, LinkEvents& events)
    : name_(to_text(Endpoint{target.host, target.port})),
      events_(events),
      tcp_(std::make_shared<TcpLink>(io, TcpTarget{target.host, target.port}, static_cast<LinkEvents&>(*this))) {}

void ZmqLink::on_open() {
    zmtp_ = Zmtp();
    tcp_->send(Zmtp::greeting());
}

void ZmqLink::on_bytes(std::span<const std::byte> bytes, const HostMoment& read_at) {
    const bool was_subscribed = zmtp_.state() == Zmtp::State::subscribed;
    messages_.clear();
    zmtp_.feed(bytes, messages_);
    tcp_->send(zmtp_.take_replies());
    if (zmtp_.state() == Zmtp::State::refused) return tcp_->reopen();
    if (!was_subscribed && zmtp_.state() == Zmtp::State::subscribed) events_.on_open();
    if (!messages_.empty()) events_.on_bytes(messages_, read_at);
}

void ZmqLink::on_closed(std::string_view why) {
    if (zmtp_.state() == Zmtp::State::refused)
        events_.on_closed(name_ + ": " + zmtp_.reason());
    else
        events_.on_closed(why);
    zmtp_ = Zmtp();
}

}  // namespace chicane::decoders::link
