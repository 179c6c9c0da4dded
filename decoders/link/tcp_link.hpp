// A TCP client: the decoder is the server. Connects with a time limit, and again after a growing wait.
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <random>

#include "decoders/link/back_off.hpp"
#include "decoders/link/link.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t connect_max_ms = 5'000;     ///< name and connection together
inline constexpr std::size_t tcp_read_bytes = 16 * 1024;  ///< some 300 passings at once

class TcpLink final : public Link, public std::enable_shared_from_this<TcpLink> {
  public:
    TcpLink(boost::asio::io_context& io, TcpTarget target, LinkEvents& events);

    void start() override;
    void stop() override;
    void reopen() override;
    void send(codec::Bytes bytes) override;

  private:
    using Error = boost::system::error_code;

    void connect();
    void connected();
    void read();
    void write();
    void closed(std::string_view why);
    /// A handler that does nothing once this attempt is over.
    template <class Then>
    auto in_this_attempt(Then then);

    boost::asio::ip::tcp::resolver resolver_;
    boost::asio::ip::tcp::socket socket_;
    boost::asio::steady_timer timer_;  ///< the limit of connecting, or the wait before the next attempt
    TcpTarget target_;
    LinkEvents* events_;  ///< null: stopped
    BackOff back_off_;
    std::minstd_rand chance_;  ///< of the back-off: not for results
    std::uint64_t attempt_ = 0;
    bool open_ = false;
    std::array<std::byte, tcp_read_bytes> received_;
    std::deque<codec::Bytes> waiting_;  ///< the first one is being written
};

}  // namespace chicane::decoders::link
