// Links that are served or hear datagrams, over real sockets on 127.0.0.1: who is heard, who is turned away, and what is said of it.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include "decoders/codec/text_write.hpp"
#include "decoders/link/one_sender.hpp"
#include "decoders/link/sim_link.hpp"
#include "decoders/link/stream_pump.hpp"
#include "decoders/link/tcp_link.hpp"
#include "decoders/link/tcp_listen_link.hpp"
#include "tests/decoders/event_loop.hpp"

using namespace chicane::decoders;
namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Udp = asio::ip::udp;

namespace {

/// A port that was free a moment ago.
template <class Protocol>
std::uint16_t free_port() {
    asio::io_context io;
    typename Protocol::socket socket(io, typename Protocol::endpoint(asio::ip::make_address("127.0.0.1"), 0));
    return socket.local_endpoint().port();
}

struct Served {
    Served(std::string_view scheme, std::uint16_t port_, std::string_view more = "")
        : port(port_),
          wire(link::make_link(
              io,
              link::parse_probe_uri(std::string(scheme) + "127.0.0.1:" + std::to_string(port) + std::string(more))
                  .value(),
              log)) {
        wire->start();
    }
    ~Served() { wire->stop(); }
    void until(const std::function<bool()>& so) { test::run_until(io, so); }

    asio::io_context io;
    std::uint16_t port;
    test::LinkLog log;
    std::shared_ptr<link::Link> wire;
};

/// A served link where a silent sender keeps its place for no time.
struct QuietServed {
    QuietServed() : wire(std::make_shared<link::TcpListenLink>(io, link::TcpListenTarget{"127.0.0.1", port}, log, -1)) {
        wire->start();
    }
    ~QuietServed() { wire->stop(); }
    void until(const std::function<bool()>& so) { test::run_until(io, so); }

    asio::io_context io;
    std::uint16_t port = free_port<Tcp>();
    test::LinkLog log;
    std::shared_ptr<link::Link> wire;
};

/// Connects from an address of the loop, as another machine would. Not from the one that is served: while nobody listens yet, a
/// socket there may get the very port, and would be connected to itself.
Tcp::socket connect(asio::io_context& io, std::uint16_t port, const char* from = "127.0.0.5") {
    const Tcp::endpoint there(asio::ip::make_address("127.0.0.1"), port);
    for (;;) {
        Tcp::socket socket(io);
        socket.open(Tcp::v4());
        socket.bind({asio::ip::make_address(from), 0});
        boost::system::error_code error;
        socket.connect(there, error);
        if (!error) return socket;
        io.restart();
        io.run_one_for(std::chrono::milliseconds(5));  // it does not listen yet
    }
}

void say(Tcp::socket& socket, std::string_view text) { asio::write(socket, asio::buffer(text)); }

bool is_closed(Tcp::socket& socket) {
    socket.non_blocking(true);
    char byte;
    boost::system::error_code error;
    socket.read_some(asio::buffer(&byte, 1), error);
    return error && error != asio::error::would_block;
}

void say_from(const char* from, std::uint16_t port, std::string_view text) {
    asio::io_context io;
    Udp::socket socket(io, Udp::endpoint(asio::ip::make_address(from), 0));
    socket.send_to(asio::buffer(text), Udp::endpoint(asio::ip::make_address("127.0.0.1"), port));
}

}  // namespace

TEST_CASE("a newcomer takes a sender's place after ten silent seconds, or at once from the same machine") {
    CHECK_FALSE(link::takes_place(link::sender_place_us, false));
    CHECK(link::takes_place(link::sender_place_us + 1, false));
    CHECK(link::takes_place(0, true));
}

TEST_CASE("a served link hears who connects, answers it, and waits for the next when it hangs up") {
    Served served("tcp-listen://", free_port<Tcp>());
    auto sender = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 1; });
    say(sender, "Finish@Pong@$");
    served.until([&] { return served.log.text == "Finish@Pong@$"; });
    served.wire->send(codec::bytes_of("ok"));
    std::string answer(2, ' ');
    bool answered = false;
    asio::async_read(sender, asio::buffer(answer), [&](auto, auto) { answered = true; });
    served.until([&] { return answered; });
    CHECK(answer == "ok");
    sender.close();
    served.until([&] { return served.log.reasons.size() == 1; });
    CHECK(served.log.reasons[0] ==
          "127.0.0.5: connection lost: End of file; the other end hung up; waiting for it to connect anew");
    auto again = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 2; });
}

TEST_CASE("a second machine is turned away while the first one sends") {
    Served served("tcp-listen://", free_port<Tcp>());
    auto first = connect(served.io, served.port);
    say(first, "a");
    served.until([&] { return served.log.text == "a"; });
    auto second = connect(served.io, served.port, "127.0.0.2");
    served.until([&] { return is_closed(second); });
    say(first, "b");
    served.until([&] { return served.log.text == "ab"; });
    CHECK(served.log.opened == 1);
}

TEST_CASE("a machine that comes again takes its own place: its old connection is dead") {
    Served served("tcp-listen://", free_port<Tcp>());
    auto before = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 1; });
    auto after = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 2; });
    CHECK(served.log.reasons.size() == 1);
    say(after, "here");
    served.until([&] { return served.log.text == "here"; });
    served.until([&] { return is_closed(before); });
}

TEST_CASE("a second machine that only connects takes nobody's place, however quiet the sender is") {
    QuietServed served;
    auto first = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 1; });
    auto scan = connect(served.io, served.port, "127.0.0.2");
    scan.close();
    auto silent = connect(served.io, served.port, "127.0.0.3");
    auto last = connect(served.io, served.port, "127.0.0.4");
    served.until([&] { return is_closed(silent); });  // only the newest is kept waiting
    say(first, "still here");
    served.until([&] { return served.log.text == "still here"; });
    CHECK(served.log.opened == 1);
    CHECK(served.log.reasons.empty());
}

TEST_CASE("a second machine takes a quiet sender's place with its first words") {
    QuietServed served;
    auto first = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 1; });
    auto second = connect(served.io, served.port, "127.0.0.2");
    say(second, "here");
    served.until([&] { return served.log.text == "here"; });
    CHECK(served.log.opened == 2);
    CHECK(served.log.reasons.at(0) == "127.0.0.5: 127.0.0.2 has connected in its place");
}

TEST_CASE("a second machine that waits silently has the place once the sender is gone") {
    QuietServed served;
    auto first = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 1; });
    auto earlier = connect(served.io, served.port, "127.0.0.2");
    auto second = connect(served.io, served.port, "127.0.0.3");
    served.until([&] { return is_closed(earlier); });  // so the later one has been heard of
    first.close();
    served.until([&] { return served.log.opened == 2; });
    served.wire->send(codec::bytes_of("ok"));
    served.until([&] { return second.available() == 2; });
}

TEST_CASE("a port that another program serves is told, and had once it is free") {
    asio::io_context io;
    auto other = std::make_unique<Tcp::acceptor>(io, Tcp::endpoint(asio::ip::make_address("127.0.0.1"), 0));
    Served served("tcp-listen://", other->local_endpoint().port());
    served.until([&] { return !served.log.reasons.empty(); });
    CHECK(served.log.reasons[0].find("cannot listen: Address already in use; another program serves this port") !=
          std::string::npos);
    other.reset();
    auto sender = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 1; });
}

TEST_CASE("a sender that never reads costs a bounded queue, and is heard all the same") {
    Served served("tcp-listen://", free_port<Tcp>());
    auto sender = connect(served.io, served.port);
    served.until([&] { return served.log.opened == 1; });
    for (std::size_t n = 0; n < 100 * link::sends_waiting_max; ++n) served.wire->send(codec::Bytes(64 * 1024));
    say(sender, "still here");
    served.until([&] { return served.log.text == "still here"; });
}

TEST_CASE("datagrams are heard, and who sent them is answered") {
    Served served("udp://", free_port<Udp>());
    asio::io_context io;
    Udp::socket decoder(io, Udp::endpoint(asio::ip::make_address("127.0.0.1"), 0));
    const Udp::endpoint there(asio::ip::make_address("127.0.0.1"), served.port);
    served.until([&] {  // a datagram before the port is open is lost
        decoder.send_to(asio::buffer("<1>", 3), there);
        return served.log.opened == 1;
    });
    CHECK(served.log.text.starts_with("<1>"));
    served.wire->send(codec::bytes_of("ack"));
    char answer[8];
    CHECK(decoder.receive(asio::buffer(answer)) == 3);
}

TEST_CASE("while one decoder sends datagrams, those of another are not mixed in") {
    Served served("udp://", free_port<Udp>());
    served.until([&] {
        say_from("127.0.0.1", served.port, "a");
        return served.log.opened == 1;
    });
    say_from("127.0.0.2", served.port, "X");
    served.log.text.clear();
    served.until([&] {
        say_from("127.0.0.1", served.port, "b");
        return served.log.text.size() >= 3;
    });
    CHECK(served.log.text.find('X') == std::string::npos);
    CHECK(served.log.opened == 1);
}

TEST_CASE("a link with a named peer is open at once, and hears only that one") {
    Served served("udp://", free_port<Udp>(), "?peer=127.0.0.3:2008");
    served.until([&] { return served.log.opened == 1; });
    say_from("127.0.0.2", served.port, "X");
    served.until([&] {
        say_from("127.0.0.3", served.port, "a");
        return !served.log.text.empty();
    });
    CHECK(served.log.text.find('X') == std::string::npos);
}

TEST_CASE("an address that is not ours is refused with what to write") {
    asio::io_context io;
    test::LinkLog log;
    const auto wire = link::make_link(io, link::parse_probe_uri("udp://192.0.2.20:2008").value(), log);
    wire->start();
    test::run_until(io, [&] { return !log.reasons.empty(); });
    CHECK(log.reasons[0].find("192.0.2.20:2008: cannot listen") == 0);
    CHECK(log.reasons[0].find("write 0.0.0.0") != std::string::npos);
    wire->stop();
}

TEST_CASE("a connection that is refused says where, and what may be wrong") {
    const auto port = free_port<Tcp>();
    asio::io_context io;
    test::LinkLog log;
    const auto wire =
        link::make_link(io, link::parse_probe_uri("tcp://127.0.0.1:" + std::to_string(port)).value(), log);
    wire->start();
    test::run_until(io, [&] { return !log.reasons.empty(); });
    CHECK(log.reasons[0].starts_with("127.0.0.1:" + std::to_string(port) +
                                     ": cannot connect: Connection refused; nothing listens there"));
    wire->stop();
}

TEST_CASE("a connection that is made in the turn in which its time runs out is kept") {
    asio::io_context io;
    Tcp::acceptor decoder(io, Tcp::endpoint(asio::ip::make_address("127.0.0.1"), 0));
    test::LinkLog log;
    const link::TcpTarget target{"127.0.0.1", decoder.local_endpoint().port()};
    constexpr auto time = std::chrono::milliseconds(1'000);
    const auto wire = std::make_shared<link::TcpLink>(io, target, log, time);
    wire->start();
    asio::io_context elsewhere;
    asio::steady_timer run_out(elsewhere, time + std::chrono::milliseconds(50));
    io.run_one();    // the name is known: it connects
    run_out.wait();  // the loop is busy, until the link's time is over
    test::run_until(io, [&] { return log.opened > 0 || !log.reasons.empty(); });
    io.restart();
    io.poll();
    CHECK(log.opened == 1);
    CHECK(log.reasons.empty());
    wire->stop();
}

TEST_CASE("what a peer said before it went is read, also where writing to it has failed") {
    using Local = asio::local::stream_protocol;
    struct Heard final : link::PumpEvents {
        void pumped(std::span<const std::byte> bytes, const link::HostMoment&) override {
            text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        }
        void pump_ended(const boost::system::error_code& error) override { ends.push_back(error); }
        std::string text;
        std::vector<boost::system::error_code> ends;
    } heard;
    asio::io_context io;
    Local::socket ours(io), theirs(io);
    asio::local::connect_pair(ours, theirs);
    asio::write(theirs, asio::buffer("last words", 10));
    theirs.close();
    const auto pump = std::make_shared<link::StreamPump<Local::socket>>(std::move(ours), heard);
    pump->send(codec::bytes_of("a question"));
    pump->start();
    test::run_until(io, [&] { return !heard.ends.empty(); });
    CHECK(heard.text == "last words");
    CHECK(heard.ends == std::vector<boost::system::error_code>{asio::error::eof});
}

TEST_CASE("a simulated decoder that is opened anew says that it was closed") {
    asio::io_context io;
    test::LinkLog log;
    const auto wire = link::make_link(io, link::parse_probe_uri("sim:?protocol=p3&karts=1&seed=7").value(), log);
    wire->reopen();
    CHECK(log.reasons.empty());  // it was not open
    wire->start();
    test::run_until(io, [&] { return log.opened == 1; });
    wire->reopen();
    CHECK(log.reasons.size() == 1);
    test::run_until(io, [&] { return log.opened == 2; });
    wire->stop();
}
