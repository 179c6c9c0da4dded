// A probe over real sockets and pseudo-terminals: each protocol of the table is named, the right baud is found, and nothing is sent
// unless it was asked for.
#include "decoders/link/probe.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include "tests/decoders/event_loop.hpp"
#include "tests/decoders/protocol_traffic.hpp"
#include "tests/decoders/pty.hpp"

using namespace chicane::decoders;
namespace asio = boost::asio;

namespace {

constexpr std::int64_t named_within_ms = 10'000;

std::string text_of(const codec::Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

struct Probing {
    Probing(const std::string& uri, bool active, std::int64_t time_ms, bool until_certain)
        : probe(io, {link::parse_probe_uri(uri).value(), active, time_ms, until_certain},
                [this](const link::ProbeResult& found) {
                    result = found;
                    done = true;
                }) {
        probe.start();
    }
    asio::io_context io;
    link::ProbeResult result;
    bool done = false;
    link::Probe probe;
};

void until(Probing& probing, const std::function<bool()>& so) { test::run_until(probing.io, so); }

}  // namespace

TEST_CASE("each protocol is named over a serial line within ten seconds, and nothing is sent to it") {
    for (const auto& protocol : codec::protocols()) {
        if (codec::record_bits(protocol.word) == 0) continue;
        CAPTURE(protocol.word);
        test::Pty pty;
        const auto begun = std::chrono::steady_clock::now();
        Probing probing(pty.uri() + "?baud=9600", false, named_within_ms, false);
        until(probing, [&] { return probing.probe.result().opened; });
        const std::string traffic = text_of(test::traffic_of(protocol.word));
        for (std::size_t at = 0; at < traffic.size(); at += 100) {
            pty.say(std::string_view(traffic).substr(at, 100));
            probing.io.restart();
            probing.io.poll();
        }
        until(probing, [&] {
            const auto guess = probing.probe.result().guess;
            return guess.word == protocol.word && guess.sureness >= codec::Sureness::likely;
        });
        CHECK(std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(named_within_ms));
        CHECK(pty.heard().empty());
    }
}

TEST_CASE("each protocol is named over a connection within ten seconds, and nothing is sent to it") {
    for (const auto& protocol : codec::protocols()) {
        if (codec::record_bits(protocol.word) == 0) continue;
        CAPTURE(protocol.word);
        asio::io_context here;
        asio::ip::tcp::acceptor acceptor(here, {asio::ip::make_address("127.0.0.1"), 0});
        Probing probing("tcp://127.0.0.1:" + std::to_string(acceptor.local_endpoint().port()), false, named_within_ms,
                        true);
        until(probing, [&] { return probing.probe.result().opened; });
        auto decoder = acceptor.accept();
        const codec::Bytes traffic = test::traffic_of(protocol.word);
        asio::write(decoder, asio::buffer(traffic));
        until(probing, [&] { return probing.probe.result().guess.word == protocol.word; });
        decoder.non_blocking(true);
        char byte;
        boost::system::error_code error;
        CHECK(decoder.read_some(asio::buffer(&byte, 1), error) == 0);
    }
}

TEST_CASE("the baud of a serial port is found by trying") {
    test::Pty pty;
    Probing probing(pty.uri(), false, 1'000, true);
    const std::string traffic = text_of(test::traffic_of("chronelec"));
    until(probing, [&] {
        const speed_t speed = pty.speed();
        // As a line at another speed looks: bits in wrong places.
        std::string said = traffic;
        if (speed != B19200)
            for (char& byte : said) byte = static_cast<char>((byte << 3 ^ byte >> 1) | 0x80);
        if (!probing.done && probing.probe.result().opened) pty.say(said.substr(0, 300));
        return probing.done;
    });
    CHECK(probing.result.guess.word == "chronelec");
    CHECK(std::get<link::SerialTarget>(probing.result.uri.target).baud == 19'200);
    CHECK(probing.result.uri.protocol == "chronelec");
}

TEST_CASE("an active probe says what its protocol says first, and acknowledges nothing") {
    test::Pty pty;
    Probing probing(pty.uri() + "?protocol=chronelec", true, 1'500, false);
    until(probing, [&] { return probing.probe.result().opened; });
    pty.say(text_of(test::traffic_of("chronelec")));
    std::string heard;
    until(probing, [&] {
        heard += pty.heard();
        return probing.done;
    });
    CHECK(!heard.empty());
    CHECK(heard.find("\x1b\x11") == std::string::npos);
    CHECK(probing.result.guess.word == "chronelec");
}

TEST_CASE("a silent place is told from one that is not there") {
    test::Pty pty;
    Probing silent(pty.uri() + "?baud=9600", false, 300, false);
    until(silent, [&] { return silent.done; });
    CHECK(silent.result.opened);
    CHECK(silent.result.guess.sureness == codec::Sureness::nothing);
    Probing missing("serial:///dev/no-such-port?baud=9600", false, 300, false);
    until(missing, [&] { return missing.done; });
    CHECK_FALSE(missing.result.opened);
    CHECK(missing.result.closed.find("is it plugged in?") != std::string::npos);
}
