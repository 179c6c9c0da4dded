// A simulated decoder where centres look for it: a port, a call to the centre, datagrams, a pseudo-terminal. Real sockets on 127.0.0.1.
#include "decoders/sim/speaker.hpp"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <poll.h>
#include <unistd.h>

#include "decoders/codec/chronelec_commands.hpp"
#include "decoders/sim/field.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane::decoders;
namespace asio = boost::asio;
using asio::ip::tcp;
using asio::ip::udp;

namespace {

constexpr auto deadline = std::chrono::seconds(30);
constexpr std::size_t crossings = 4 * 3;

/// Runs the loop until something is so.
template <class So>
void run_until(asio::io_context& io, So so) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!so()) {
        REQUIRE(std::chrono::steady_clock::now() < end);
        io.restart();
        io.run_one_for(std::chrono::milliseconds(50));
    }
}

/// A race of four karts over two laps in some hundred milliseconds.
struct Track {
    Track(asio::io_context& io, const std::string& protocol, sim::Place place, const std::string& faults = "") {
        sim::SpeakerOptions options;
        options.place = std::move(place);
        options.speed = 1'000;
        options.make_decoder = [=, this] {
            sim::TrackOptions track;
            track.karts = 4;
            track.laps = 2;
            sim::DecoderOptions decoder;
            decoder.protocol = protocol;
            decoder.faults = sim::parse_faults(faults).value();
            decoder.start_us = 1'795'500'000'000'000;
            decoder.truth = [this](const sim::Truth&) { ++driven; };
            return std::make_unique<sim::Decoder>(std::make_unique<sim::Field>(track, decoder.start_us), decoder);
        };
        options.finished = [this] { finished = true; };
        speaker = std::make_unique<sim::Speaker>(io, std::move(options));
        where = speaker->start().value();
    }
    std::uint16_t port() const { return static_cast<std::uint16_t>(std::stoi(where.substr(where.rfind(':') + 1))); }

    std::size_t driven = 0;
    bool finished = false;
    std::string where;
    std::unique_ptr<sim::Speaker> speaker;
};

/// What a centre reads, and acknowledges.
struct Ear {
    explicit Ear(const std::string& protocol) : codec(codec::make_codec(protocol).value()) {}

    /// The bytes to say for it.
    codec::Bytes hear(std::span<const std::byte> bytes) {
        std::vector<codec::Record> records;
        codec->feed(bytes, records);
        codec::Bytes say;
        const auto add = [&](const codec::Bytes& more) { say.insert(say.end(), more.begin(), more.end()); };
        for (const auto& record : records)
            if (const auto* passing = std::get_if<codec::Passing>(&record)) {
                ++passings;
                add(codec->acknowledge(*passing));
            }
        add(codec->take_replies());
        return say;
    }

    std::unique_ptr<codec::Codec> codec;
    std::size_t passings = 0;
    std::array<std::byte, 4096> room;
};

template <class Stream>
void listen(Stream& stream, Ear& ear) {
    stream.async_read_some(asio::buffer(ear.room), [&](const boost::system::error_code& error, std::size_t bytes) {
        if (error) return;
        const codec::Bytes say = ear.hear(std::span(ear.room).first(bytes));
        boost::system::error_code ignored;
        asio::write(stream, asio::buffer(say), ignored);
        listen(stream, ear);
    });
}

}  // namespace

TEST_CASE("a decoder on a port tells who connects") {
    asio::io_context io;
    Track track(io, "p98", sim::TcpServe{"127.0.0.1", 0});
    tcp::socket centre(io);
    centre.connect({asio::ip::make_address("127.0.0.1"), track.port()});
    Ear ear("p98");
    listen(centre, ear);
    run_until(io, [&] { return track.finished && ear.passings == crossings; });
    CHECK(track.driven == crossings);
}

TEST_CASE("an exporter calls the centre, says its name, and calls again when it was cut off") {
    asio::io_context io;
    tcp::acceptor acceptor(io, {asio::ip::make_address("127.0.0.1"), 0});
    Track track(io, "toolkit", sim::TcpDial{"127.0.0.1", acceptor.local_endpoint().port()}, "disconnect=0.8");
    Ear ear("toolkit");
    int calls = 0;
    std::vector<std::unique_ptr<tcp::socket>> centres;
    std::function<void()> accept = [&] {
        acceptor.async_accept([&](const boost::system::error_code& error, tcp::socket socket) {
            if (error) return;
            ++calls;
            centres.push_back(std::make_unique<tcp::socket>(std::move(socket)));
            listen(*centres.back(), ear);
            accept();
        });
    };
    accept();
    run_until(io, [&] { return track.finished; });
    CHECK(ear.passings >= crossings);
    CHECK(calls > 1);
}

TEST_CASE("a decoder of datagrams answers who asked") {
    asio::io_context io;
    Track track(io, "chronelec", sim::UdpServe{"127.0.0.1", 0});
    udp::socket centre(io, {asio::ip::make_address("127.0.0.1"), 0});
    const udp::endpoint decoder(asio::ip::make_address("127.0.0.1"), track.port());
    centre.connect(decoder);
    Ear ear("chronelec");
    std::function<void()> receive = [&] {
        centre.async_receive(asio::buffer(ear.room), [&](const boost::system::error_code& error, std::size_t bytes) {
            if (error) return;
            if (const codec::Bytes say = ear.hear(std::span(ear.room).first(bytes)); !say.empty())
                centre.send(asio::buffer(say));
            receive();
        });
    };
    receive();
    centre.send(asio::buffer(codec::chronelec::status_request()));
    run_until(io, [&] { return track.finished; });
    CHECK(ear.passings >= crossings);
}

TEST_CASE(
    "a decoder on a pseudo-terminal is heard by who opens it, and is there again under its name after a hang-up") {
    test::Scratch scratch;
    asio::io_context io;
    const std::string path = (scratch.folder() / "loop").string();
    Track track(io, "chronelec", sim::Terminal{path}, "disconnect=0.2");
    CHECK(track.where == path);
    Ear ear("chronelec");
    int plugged = 0;
    std::unique_ptr<asio::posix::stream_descriptor> centre;
    const auto plug_in = [&] {
        const int port = ::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK);
        if (port < 0) return;
        ++plugged;
        centre = std::make_unique<asio::posix::stream_descriptor>(io, port);
        listen(*centre, ear);
    };
    run_until(io, [&] {
        pollfd look{centre ? centre->native_handle() : -1, POLLIN, 0};
        const bool gone = !centre || (::poll(&look, 1, 0) > 0 && (look.revents & POLLHUP) != 0);
        if (gone) {
            centre.reset();
            plug_in();
        }
        return track.finished;
    });
    CHECK(ear.passings >= crossings);
    CHECK(plugged > 1);
}
