// Datagrams: heard at a port of ours, answered to who sent the last one, or only to and from the peer that the URI names. One sender
// at a time, see one_sender.hpp: an answer meant for one decoder must not go to another, which would forget what we do not have.
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/udp.hpp>
#include <optional>

#include "decoders/link/link.hpp"
#include "decoders/link/retry.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t datagram_bytes_max = 64 * 1024;  ///< none is longer

class UdpLink final : public Link, public std::enable_shared_from_this<UdpLink> {
  public:
    UdpLink(boost::asio::io_context& io, const UdpTarget& target, LinkEvents& events);
    ~UdpLink() override { stop(); }

    void start() override;
    void stop() override;
    /// Forgets who sent, so that anybody may.
    void reopen() override;
    void send(codec::Bytes bytes) override;

  private:
    using Udp = boost::asio::ip::udp;
    using Error = boost::system::error_code;

    void open();
    Error bind();
    void receive();
    void received(std::size_t bytes, const HostMoment& read_at);
    /// Whether what came from there is to be heard.
    bool admits(const Udp::endpoint& from, const HostMoment& read_at);
    void closed(const std::string& why);

    boost::asio::io_context& io_;
    Udp::socket socket_;
    Retry retry_;
    UdpTarget target_;
    LinkEvents* events_;                  ///< null: stopped
    std::optional<Udp::endpoint> fixed_;  ///< the peer that the URI names
    std::optional<Udp::endpoint> peer_;   ///< who is answered; with one, the link is open
    std::int64_t heard_us_ = 0;           ///< steady time of its last datagram
    Udp::endpoint from_;
    std::array<std::byte, datagram_bytes_max> received_;
};

}  // namespace chicane::decoders::link
