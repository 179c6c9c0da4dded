// A TCP server: readers and exporters connect to us. One sender at a time, see one_sender.hpp; who comes too many is turned away.
// Another machine is let in once it says something and the sender has been silent for long, or once the sender is gone.
// Open while somebody is connected; a port that cannot be had is tried again after a growing wait.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <optional>

#include "decoders/link/link.hpp"
#include "decoders/link/one_sender.hpp"
#include "decoders/link/retry.hpp"
#include "decoders/link/stream_pump.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t accept_pause_ms = 20;  ///< between two connections: a flood of them costs little
inline constexpr int accept_backlog = 8;

class TcpListenLink final : public Link, private PumpEvents, public std::enable_shared_from_this<TcpListenLink> {
  public:
    /// `place_us`: how long a silent sender keeps its place.
    TcpListenLink(boost::asio::io_context& io, const TcpListenTarget& target, LinkEvents& events,
                  std::int64_t place_us = sender_place_us);
    ~TcpListenLink() override { stop(); }

    void start() override;
    void stop() override;
    /// Hangs up; the sender connects again.
    void reopen() override;
    void send(codec::Bytes bytes) override;

  private:
    using Tcp = boost::asio::ip::tcp;
    using Error = boost::system::error_code;

    void listen();
    void accept();
    void accepted(Tcp::socket socket);
    void await_its_words(Tcp::socket socket);
    void newcomer_spoke();
    void replace_by(Tcp::socket socket);
    void take(Tcp::socket socket);
    void pumped(std::span<const std::byte> bytes, const HostMoment& read_at) override;
    void pump_ended(const Error& error) override;
    void hang_up(const std::string& why);
    /// The port itself cannot be had; tried again.
    void failed(const Error& error);
    /// Calls it later, while this link is neither stopped nor gone.
    template <class Then>
    auto while_it_runs(Then then);

    boost::asio::io_context& io_;
    Tcp::acceptor acceptor_;
    boost::asio::steady_timer pause_;
    Retry retry_;
    TcpListenTarget target_;
    LinkEvents* events_;                             ///< null: stopped
    std::shared_ptr<StreamPump<Tcp::socket>> pump_;  ///< null: nobody is connected
    boost::asio::ip::address sender_;
    std::optional<Tcp::socket>
        newcomer_;  ///< another machine that has said nothing yet: the newest, the others are turned away
    std::int64_t place_us_;
    std::int64_t heard_us_ = 0;  ///< steady time of the sender's last byte, or of its coming
};

}  // namespace chicane::decoders::link
