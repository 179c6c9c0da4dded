// A scan of the loop's own addresses: who listens is found and named, and bounds are kept.
#include "decoders/link/scan.hpp"

#include <boost/asio/write.hpp>
#include <list>

#include "tests/decoders/event_loop.hpp"
#include "tests/decoders/protocol_traffic.hpp"

using namespace chicane::decoders;
namespace asio = boost::asio;

namespace {

/// Takes connections, and says the same to each.
struct Decoder {
    Decoder(asio::io_context& io, const char* address, std::uint16_t port, codec::Bytes says_)
        : acceptor(io, {asio::ip::make_address(address), port}), says(std::move(says_)) {
        accept();
    }
    void accept() {
        acceptor.async_accept([this](const boost::system::error_code& error, asio::ip::tcp::socket socket) {
            if (error) return;
            sockets.push_back(std::move(socket));
            asio::async_write(sockets.back(), asio::buffer(says), [](auto, auto) {});
            accept();
        });
    }
    std::uint16_t port() const { return acceptor.local_endpoint().port(); }
    asio::ip::tcp::acceptor acceptor;
    codec::Bytes says;
    std::list<asio::ip::tcp::socket> sockets;
};

}  // namespace

TEST_CASE("a network is read with its bounds") {
    CHECK(link::parse_network("192.0.2.0/24") == link::Network{0xc0000201, 254});
    CHECK(link::parse_network("192.0.2.77/24") == link::Network{0xc0000201, 254});
    CHECK(link::parse_network("10.0.4.0/22")->hosts == 1'022);
    CHECK(link::parse_network("127.0.0.1/32") == link::Network{0x7f000001, 1});
    for (const auto* wrong : {"10.0.0.0/21", "10.0.0.0/33", "10.0.0.0", "10.0.0/24", "10.0.0.0/2x", "::1/64", ""}) {
        CAPTURE(wrong);
        CHECK(link::parse_network(wrong).error().starts_with("expected a network of IPv4 with a prefix from 22 to 32"));
    }
}

TEST_CASE("the ports of decoders are those of the table, each once") {
    const auto ports = link::decoder_ports();
    for (const std::uint16_t port : {5403, 5100, 3601, 2009, 5556}) CHECK(std::ranges::count(ports, port) == 1);
}

TEST_CASE("a scan names the decoders that it finds, and ends") {
    asio::io_context io;
    Decoder p3(io, "127.0.0.9", 0, test::traffic_of("p3"));
    Decoder rc(io, "127.0.0.12", p3.port(), test::traffic_of("raceresult"));
    std::vector<link::ProbeResult> found;
    bool done = false;
    link::Scan scan(io, link::parse_network("127.0.0.8/29").value(), {p3.port()},
                    {[&](const link::ProbeResult& result) { found.push_back(result); },
                     [&](bool in_time) {
                         CHECK(in_time);
                         done = true;
                     }});
    scan.start();
    test::run_until(io, [&] { return done; });
    REQUIRE(found.size() == 2);
    std::ranges::sort(found, {}, [](const link::ProbeResult& each) { return link::to_text(each.uri); });
    const std::string port = std::to_string(p3.port());
    CHECK(link::to_text(found[0].uri) == "tcp://127.0.0.12:" + port + "?protocol=raceresult");
    CHECK(link::to_text(found[1].uri) == "tcp://127.0.0.9:" + port + "?protocol=p3");
}

TEST_CASE("a scan that finds nobody ends, too, and one that is stopped says nothing") {
    asio::io_context io;
    bool done = false;
    std::uint16_t port = 0;
    {
        asio::ip::tcp::acceptor gone(io, {asio::ip::make_address("127.0.0.1"), 0});
        port = gone.local_endpoint().port();
    }
    link::Scan scan(io, link::parse_network("127.0.0.0/28").value(), {port},
                    {[](const auto&) {}, [&](bool) { done = true; }});
    scan.start();
    test::run_until(io, [&] { return done; });
    bool said = false;
    link::Scan stopped(io, link::parse_network("127.0.0.0/28").value(), {port},
                       {[](const auto&) {}, [&](bool) { said = true; }});
    stopped.start();
    stopped.stop();
    io.restart();
    io.run_for(std::chrono::milliseconds(50));
    CHECK_FALSE(said);
}
