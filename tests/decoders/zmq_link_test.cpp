// A link to a ZeroMQ publisher, over real sockets: one of libzmq's, and others that say on the wire whatever a test wants
// (ZMTP 3.1, rfc.zeromq.org/spec/37).
#include "decoders/link/zmq_link.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <zmq.h>

#include "tests/decoders/event_loop.hpp"

using namespace chicane::decoders;
using namespace std::string_view_literals;
namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

namespace {

std::shared_ptr<link::Link> link_to(asio::io_context& io, std::uint16_t port, link::LinkEvents& log) {
    auto wire = link::make_link(io, link::parse_probe_uri("zmq://127.0.0.1:" + std::to_string(port)).value(), log);
    wire->start();
    return wire;
}

/// What is no libzmq, and hears a link.
struct Peer {
    Peer() : wire(link_to(io, acceptor.local_endpoint().port(), log)) {}
    ~Peer() { wire->stop(); }
    void until(const std::function<bool()>& so) { test::run_until(io, so); }
    void comes() {
        bool accepted = false;
        socket = Tcp::socket(io);
        acceptor.async_accept(socket, [&](auto) { accepted = true; });
        until([&] { return accepted; });
    }
    void says(std::string_view text) { asio::write(socket, asio::buffer(text)); }
    /// Messages only to a subscriber that has said what it is: libzmq takes them for an error before.
    void publishes(std::string_view messages) {
        const int opened = log.opened;
        says(greeting("NULL") + std::string(ready));
        until([&] { return log.opened > opened; });
        says(messages);
    }

    static std::string greeting(std::string_view mechanism) {
        std::string text("\xff\0\0\0\0\0\0\0\1\x7f\3\1"sv);
        text += mechanism;
        text.resize(64);
        return text;
    }
    static constexpr auto ready = "\4\x19\5READY\13Socket-Type\0\0\0\3PUB"sv;

    asio::io_context io;
    Tcp::acceptor acceptor{io, Tcp::endpoint(asio::ip::make_address("127.0.0.1"), 0)};
    test::LinkLog log;
    std::shared_ptr<link::Link> wire;
    Tcp::socket socket{io};
};

/// A publisher of libzmq; its first message waits until somebody has subscribed.
class Publisher {
  public:
    explicit Publisher(std::uint16_t at = 0) {
        const int endless = 0, at_once = 0, waits = 1;
        zmq_setsockopt(socket_, ZMQ_SNDHWM, &endless, sizeof endless);
        zmq_setsockopt(socket_, ZMQ_LINGER, &at_once, sizeof at_once);
        zmq_setsockopt(socket_, ZMQ_XPUB_NODROP, &waits, sizeof waits);
        REQUIRE(zmq_bind(socket_, ("tcp://127.0.0.1:" + (at ? std::to_string(at) : "*")).c_str()) == 0);
        char endpoint[64];
        std::size_t size = sizeof endpoint;
        zmq_getsockopt(socket_, ZMQ_LAST_ENDPOINT, endpoint, &size);
        const std::string text(endpoint);
        port = static_cast<std::uint16_t>(std::stoi(text.substr(text.rfind(':') + 1)));
    }
    ~Publisher() {
        zmq_close(socket_);
        zmq_ctx_term(context_);
    }
    bool is_subscribed() {
        char subscription[8];
        return zmq_recv(socket_, subscription, sizeof subscription, ZMQ_DONTWAIT) == 1;
    }
    void says(std::string_view message) { zmq_send(socket_, message.data(), message.size(), 0); }

    std::uint16_t port = 0;

  private:
    void* context_ = zmq_ctx_new();
    void* socket_ = zmq_socket(context_, ZMQ_XPUB);
};

}  // namespace

TEST_CASE("all that a publisher says comes in order, however much it is at once, and then the loop rests") {
    constexpr int messages = 10 * link::zmq_messages_waiting_max;
    Publisher publisher;
    asio::io_context io;
    test::LinkLog log;
    const auto wire = link_to(io, publisher.port, log);
    test::run_until(io, [&] { return publisher.is_subscribed(); });
    std::string said;
    for (int number = 0; number < messages; ++number) {
        const std::string message = "P " + std::to_string(number);
        publisher.says(message);
        said += message + '\n';
    }
    test::run_until(io, [&] { return log.text.size() >= said.size(); });
    CHECK(log.opened == 1);
    CHECK(log.text == said);
    publisher.says("later");
    test::run_until(io, [&] { return log.text.ends_with("later\n"); });
    io.restart();
    while (io.poll() > 0) {
    }
    CHECK(log.reasons.empty());
    wire->stop();
}

TEST_CASE("a turn of the loop takes a bounded number of messages") {
    std::string messages;
    constexpr int count = 2 * link::zmq_messages_a_turn_max;
    for (int number = 0; number < count; ++number) messages += "\0\1x"sv;
    Peer peer;
    peer.comes();
    peer.publishes(messages);
    peer.until([&] { return peer.log.text.size() == 2 * count; });
    CHECK(peer.log.read_at.size() >= 2);
}

TEST_CASE("a publisher that went and comes again is heard again") {
    asio::io_context io;
    test::LinkLog log;
    auto publisher = std::make_unique<Publisher>();
    const std::uint16_t port = publisher->port;
    const auto wire = link_to(io, port, log);
    test::run_until(io, [&] { return log.opened == 1 && publisher->is_subscribed(); });
    publisher.reset();
    test::run_until(io, [&] { return !log.reasons.empty(); });
    CHECK(log.reasons[0] ==
          "127.0.0.1:" + std::to_string(port) +
              ": connection lost; the other end hung up, or sent a longer message than any of a decoder");
    Publisher again(port);
    test::run_until(io, [&] { return log.opened == 2 && again.is_subscribed(); });
    again.says("S 2");
    test::run_until(io, [&] { return log.text == "S 2\n"; });
    wire->stop();
}

TEST_CASE("a connection that is silent for too long is given up for a new one") {
    Publisher publisher;
    asio::io_context io;
    test::LinkLog log;
    const auto wire = link_to(io, publisher.port, log);
    test::run_until(io, [&] { return log.opened == 1; });
    wire->reopen();
    CHECK(log.reasons.at(0).ends_with(": nothing was heard for too long; connecting anew"));
    test::run_until(io, [&] { return log.opened == 2; });
    wire->stop();
}

TEST_CASE("a publisher's messages come as lines, whatever frames and cuts they come in") {
    Peer peer;
    peer.comes();
    const auto says_by_bytes = [&](std::string_view text) {
        for (const char byte : text) {
            peer.says({&byte, 1});
            peer.io.restart();
            peer.io.poll();
        }
    };
    says_by_bytes(Peer::greeting("NULL") + std::string(Peer::ready));
    peer.until([&] { return peer.log.opened == 1; });
    says_by_bytes("\1\6P 5 OP\0\11N 7 -30 1"sv);
    says_by_bytes("\2\0\0\0\0\0\0\0\3S 1"sv);
    peer.until([&] { return peer.log.text.size() >= 20; });
    CHECK(peer.log.text == "P 5 OPN 7 -30 1\nS 1\n");
}

TEST_CASE("what came before a publisher hung up is heard, though the loop comes to it only then") {
    constexpr int count = 2 * link::zmq_messages_a_turn_max;
    Peer peer;
    peer.comes();
    peer.says(Peer::greeting("NULL") + std::string(Peer::ready));
    asio::streambuf heard;
    asio::read_until(peer.socket, heard, "READY");
    for (int number = 0; number < count; ++number) peer.says("\0\1x"sv);
    peer.socket.shutdown(Tcp::socket::shutdown_send);
    char rest[64];
    Tcp::socket::message_flags flags{};
    boost::system::error_code end;
    while (!end) peer.socket.receive(asio::buffer(rest), flags, end);  // libzmq has read it all, and closed
    peer.until([&] { return !peer.log.reasons.empty(); });
    CHECK(peer.log.opened == 1);
    CHECK(peer.log.text.size() == 2 * count);
}

TEST_CASE("what is no publisher is told as such, and tried again") {
    Peer peer;
    peer.comes();
    peer.says("HTTP/1.1 400 Bad Request\r\n");
    peer.socket.close();
    peer.until([&] { return !peer.log.reasons.empty(); });
    CHECK(peer.log.reasons[0].ends_with(": no publisher of ZeroMQ 4 or newer: is the port right?"));
    peer.comes();
    peer.says(Peer::greeting("CURVE"));
    peer.until([&] { return peer.log.reasons.size() == 2; });
    CHECK(peer.log.reasons[1].ends_with(": it wants encryption, which is not known here"));
    CHECK(peer.log.opened == 0);
    peer.comes();
    peer.publishes("\0\3S 1"sv);
    peer.until([&] { return peer.log.text == "S 1\n"; });
}

TEST_CASE("who takes the connection and says nothing is given up after a time") {
    asio::io_context io;
    Tcp::acceptor silent(io, Tcp::endpoint(asio::ip::make_address("127.0.0.1"), 0));
    test::LinkLog log;
    const link::ZmqTarget target{"127.0.0.1", silent.local_endpoint().port()};
    const auto wire = std::make_shared<link::ZmqLink>(io, target, log, std::chrono::milliseconds(50));
    wire->start();
    test::run_until(io, [&] { return !log.reasons.empty(); });
    CHECK(log.reasons[0].ends_with(": no publisher of ZeroMQ 4 or newer: is the port right?"));
    wire->stop();
}

TEST_CASE("a message longer than any of a decoder ends the connection, and another is made") {
    Peer peer;
    peer.comes();
    peer.publishes("\2\xff\xff\xff\xff\xff\xff\xff\xff"sv);
    peer.until([&] { return !peer.log.reasons.empty(); });
    CHECK(peer.log.opened == 1);
    CHECK(peer.log.text.empty());
    CHECK(peer.log.reasons[0].find("a longer message than any of a decoder") != std::string::npos);
    peer.comes();
}

TEST_CASE("a port at which nothing listens is told at once") {
    asio::io_context io;
    std::uint16_t port = 0;
    {
        Tcp::acceptor free_port(io, Tcp::endpoint(asio::ip::make_address("127.0.0.1"), 0));
        port = free_port.local_endpoint().port();
    }
    test::LinkLog log;
    const auto wire = link_to(io, port, log);
    test::run_until(io, [&] { return !log.reasons.empty(); });
    CHECK(log.reasons[0] == "127.0.0.1:" + std::to_string(port) +
                                ": cannot connect: Connection refused; nothing listens there: is the port right, does "
                                "the decoder take one client more?");
    wire->stop();
}

TEST_CASE("why a connection cannot be made is told in the words of tcp") {
    const std::string place = GENERATE("127.0.0.1:1", "255.255.255.255:5556");  // one refused, one out of reach
    asio::io_context io;
    test::LinkLog by_tcp, by_zmq;
    const auto tcp = link::make_link(io, link::parse_probe_uri("tcp://" + place).value(), by_tcp);
    const auto zmq = link::make_link(io, link::parse_probe_uri("zmq://" + place).value(), by_zmq);
    tcp->start();
    zmq->start();
    test::run_until(io, [&] { return !by_tcp.reasons.empty() && !by_zmq.reasons.empty(); });
    CHECK(by_zmq.reasons[0] == by_tcp.reasons[0]);
    tcp->stop();
    zmq->stop();
}

TEST_CASE("a message of more frames than any of a decoder ends the connection, and what came before it is heard") {
    Peer peer;
    peer.comes();
    std::string long_message;
    for (std::size_t bytes = 0; bytes <= link::zmq_message_bytes_max; bytes += 255)
        long_message += std::string("\1\xff"sv) + std::string(255, 'x');
    peer.publishes(std::string("\0\1a"sv) + long_message + std::string("\0\1x"sv));
    peer.until([&] { return !peer.log.reasons.empty(); });
    CHECK(peer.log.text == "a\n");
    CHECK(peer.log.reasons[0].ends_with(": a longer message than any of a decoder; connecting anew"));
    peer.comes();
    peer.publishes("\0\1b"sv);
    peer.until([&] { return peer.log.text == "a\nb\n"; });
}
