// A subscriber of a ZeroMQ publisher, over libzmq, unencrypted. Each message comes as a line; one of several frames is one line. Every
// try has a socket of its own, and waits as all links do: libzmq itself would not try again after an answer that is not ZeroMQ's.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>

#include "decoders/link/link.hpp"
#include "decoders/link/retry.hpp"
#include "decoders/link/tcp_link.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t zmq_frame_bytes_max =
    4 * 1024;  ///< a line of text is far shorter; a longer one ends the connection
inline constexpr std::size_t zmq_message_bytes_max =
    16 * 1024;  ///< all frames of a message, each a byte more than it holds; a longer one ends the connection
inline constexpr int zmq_messages_waiting_max =
    1'000;  ///< in libzmq; then in the network, then at the publisher, which drops the rest
inline constexpr int zmq_messages_a_turn_max = 256;  ///< then the loop's other work comes

class ZmqLink final : public Link, public std::enable_shared_from_this<ZmqLink> {
  public:
    /// `open_max`: name, connection and ZeroMQ's greetings together.
    ZmqLink(boost::asio::io_context& io, const ZmqTarget& target, LinkEvents& events,
            std::chrono::milliseconds open_max = std::chrono::milliseconds(connect_max_ms));
    ~ZmqLink() override;

    void start() override { connect(); }
    void stop() override;
    void reopen() override;
    /// A publisher hears nothing.
    void send(codec::Bytes) override {}

  private:
    using Error = boost::system::error_code;
    using Endpoints = boost::asio::ip::tcp::resolver::results_type;
    class WakingSocket;
    struct Subscription;

    void connect();
    void subscribe(const Endpoints& endpoints);
    void end_attempt();
    void turn();
    void wait_for(WakingSocket Subscription::* socket);
    bool hear_messages();
    void hear_events();
    void hear_event(int event, std::uint32_t value);
    void ask_why();
    void closed(const std::string& why);
    std::string where() const { return to_text(Endpoint{target_.host, target_.port}); }
    std::string reason_of_failure(int event, std::uint32_t value) const;
    /// A handler that does nothing once this attempt is over.
    template <class Then>
    auto in_this_attempt(Then then);

    boost::asio::io_context& io_;
    boost::asio::ip::tcp::resolver resolver_;  ///< libzmq would ask for a name on a thread that stop() waits for
    boost::asio::ip::tcp::endpoint chosen_;    ///< of this attempt
    boost::asio::ip::tcp::socket asker_;
    boost::asio::steady_timer limit_;
    Retry retry_;
    ZmqTarget target_;
    std::chrono::milliseconds open_max_;
    LinkEvents* events_;  ///< null: stopped
    std::uint64_t attempt_ = 0;
    std::shared_ptr<void> context_;  ///< libzmq's, with its thread
    std::unique_ptr<Subscription> subscription_;
    bool open_ = false;
};

}  // namespace chicane::decoders::link
