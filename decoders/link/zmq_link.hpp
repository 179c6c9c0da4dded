// A subscriber of a ZeroMQ publisher, over a TCP link: connects, waits and tries again as that one does. Each message comes as a line.
#pragma once

#include <optional>

#include "decoders/link/link.hpp"
#include "decoders/link/zmtp.hpp"

namespace chicane::decoders::link {

class ZmqLink final : public Link, private LinkEvents {
  public:
    ZmqLink(boost::asio::io_context& io, const ZmqTarget& target, LinkEvents& events);
    ~ZmqLink() override { stop(); }

    void start() override { tcp_->start(); }
    void stop() override { tcp_->stop(); }
    void reopen() override { tcp_->reopen(); }
    /// A publisher hears nothing.
    void send(codec::Bytes) override {}

  private:
    void on_open() override;
    void on_bytes(std::span<const std::byte> bytes, const HostMoment& read_at) override;
    void on_closed(std::string_view why) override;

    std::string name_;
    LinkEvents& events_;
    std::shared_ptr<Link> tcp_;
    Zmtp zmtp_;
    codec::Bytes messages_;
};

}  // namespace chicane::decoders::link
