// A TCP client: the decoder is the server. Connects with a time limit, and again after a growing wait.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <optional>

#include "decoders/link/link.hpp"
#include "decoders/link/retry.hpp"
#include "decoders/link/stream_pump.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t connect_max_ms = 5'000;

class TcpLink final : public Link, private PumpEvents, public std::enable_shared_from_this<TcpLink> {
  public:
    /// `open_max`: name and connection together.
    TcpLink(boost::asio::io_context& io, const TcpTarget& target, LinkEvents& events,
            std::chrono::milliseconds open_max = std::chrono::milliseconds(connect_max_ms));
    ~TcpLink() override { stop(); }

    void start() override;
    void stop() override;
    void reopen() override;
    void send(codec::Bytes bytes) override;

  private:
    using Socket = boost::asio::ip::tcp::socket;
    using Error = boost::system::error_code;

    void connect();
    void connected();
    void pumped(std::span<const std::byte> bytes, const HostMoment& read_at) override;
    void pump_ended(const Error& error) override;
    void closed(const std::string& why);
    std::string reason(std::string_view what, const Error& error) const;
    /// A handler that does nothing once this attempt is over.
    template <class Then>
    auto in_this_attempt(Then then);

    boost::asio::io_context& io_;
    boost::asio::ip::tcp::resolver resolver_;
    Socket socket_;  ///< of the attempt that runs
    boost::asio::steady_timer limit_;
    Retry retry_;
    TcpTarget target_;
    std::chrono::milliseconds open_max_;
    LinkEvents* events_;  ///< null: stopped
    std::uint64_t attempt_ = 0;
    std::shared_ptr<StreamPump<Socket>> pump_;  ///< null: not connected
};

}  // namespace chicane::decoders::link
