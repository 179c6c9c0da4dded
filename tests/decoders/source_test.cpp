// A source over real sockets on 127.0.0.1: everything in one thread, waiting for what must happen, with a deadline.
#include "decoders/link/source.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <set>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/link/capture_file.hpp"
#include "decoders/link/host_clock.hpp"
#include "decoders/sim/field.hpp"
#include "decoders/sim/recording.hpp"
#include "decoders/sim/speaker.hpp"
#include "tests/decoders/frames.hpp"
#include "tests/decoders/recordings.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane;
using namespace chicane::decoders;
namespace asio = boost::asio;

namespace {

constexpr auto deadline = std::chrono::seconds(30);  ///< of anything awaited: only a broken test comes to it

/// Runs the loop until something is so.
void run_until(asio::io_context& io, const std::function<bool()>& so) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!so()) {
        REQUIRE(std::chrono::steady_clock::now() < end);
        io.restart();
        io.run_one_for(std::chrono::milliseconds(50));
    }
}

struct Heard final : link::SourceEvents {
    void on_passing(const std::string&, const link::ReceivedPassing& received) override {
        passings.push_back(received);
        keys.insert({received.epoch, *received.passing.number});
    }
    void on_health(const std::string&, const link::SourceHealth& now) override {
        health = now;
        states.push_back(now.state);
    }
    void on_lost(const std::string&, std::uint32_t from, std::uint32_t until) override { lost += until - from + 1; }
    bool was(link::SourceState state) const { return std::find(states.begin(), states.end(), state) != states.end(); }

    std::vector<link::ReceivedPassing> passings;
    std::set<std::pair<std::uint32_t, std::uint32_t>> keys;  ///< epoch and number
    std::vector<link::SourceState> states;
    link::SourceHealth health;
    std::uint32_t lost = 0;
};

/// A simulated race of 20 karts and 10 laps on a port of its own.
struct Track {
    Track(asio::io_context& io, std::string_view faults, double speed) {
        sim::SpeakerOptions options;
        options.place = sim::TcpServe{"127.0.0.1", 0};
        options.speed = speed;
        options.make_decoder = [this, faults = std::string(faults)] {
            sim::TrackOptions track;
            track.karts = 20;
            track.laps = 10;
            track.seed = 5;
            sim::DecoderOptions decoder;
            decoder.decoder = 4711;
            decoder.seed = 5;
            decoder.faults = sim::parse_faults(faults).value();
            decoder.start_us = link::host_now().us;
            decoder.truth = [this](const sim::Truth& line) {
                truth.push_back(line);
                if (line.number) heard.insert({line.time_us, line.transponder.value});
            };
            return std::make_unique<sim::Decoder>(std::make_unique<sim::Field>(track, decoder.start_us), decoder);
        };
        options.finished = [this] { finished = true; };
        speaker = std::make_unique<sim::Speaker>(io, options);
        place = speaker->start().value();
    }

    std::vector<sim::Truth> truth;
    std::set<std::pair<std::int64_t, std::uint64_t>> heard;  ///< time and transponder
    bool finished = false;
    std::string place;
    std::unique_ptr<sim::Speaker> speaker;
};

link::SourceOptions options_for(const std::string& place, const std::string& more = "") {
    return {"sf", link::parse_device_uri("tcp://" + place + "?protocol=p3" + more).value(), {}, {}};
}

std::set<std::pair<std::int64_t, std::uint64_t>> crossings(const Heard& heard) {
    std::set<std::pair<std::int64_t, std::uint64_t>> all;
    for (const auto& received : heard.passings)
        all.insert({received.passing.time_us, received.passing.transponder.value});
    return all;
}

/// A listening port and one accepted connection, for bytes that no simulator would send.
struct Peer {
    explicit Peer(asio::io_context& io)
        : acceptor(io, {asio::ip::make_address("127.0.0.1"), 0}), socket(io), place(address()) {}
    std::string address() const { return "127.0.0.1:" + std::to_string(acceptor.local_endpoint().port()); }
    void accept(asio::io_context& io) {
        bool here = false;
        acceptor.async_accept(socket, [&](const boost::system::error_code& error) { here = !error; });
        run_until(io, [&] { return here; });
    }
    void send(const codec::Bytes& bytes) { asio::write(socket, asio::buffer(bytes)); }

    asio::ip::tcp::acceptor acceptor;
    asio::ip::tcp::socket socket;
    std::string place;
};

}  // namespace

TEST_CASE("what is dropped, damaged and lost with a connection is asked for until the race is complete") {
    asio::io_context io;
    Track track(io, "drop=0.05,crc=0.03,disconnect=0.02,noise=0.05,split=0.2,late=0.05,duplicate=0.05", 200);
    Heard heard;
    link::Source source(io, options_for(track.place, "&speed=200"), heard);
    source.start();
    run_until(io, [&] { return track.finished && heard.keys.size() == track.heard.size(); });
    CHECK(crossings(heard) == track.heard);
    CHECK(heard.lost == 0);
    CHECK(heard.was(link::SourceState::down));
    run_until(io,
              [&] { return heard.health.gaps_found > 0 && heard.health.gaps_recovered == heard.health.gaps_found; });
    CHECK(heard.health.garbage_records > 0);
    CHECK(heard.health.decoder == 4711u);
    for (const auto& received : heard.passings) CHECK(received.epoch == 0);
}

TEST_CASE("a recording served with drops and disconnects arrives whole") {
    const std::filesystem::path file = std::filesystem::path(CHICANE_SOURCE_DIR) / "../shared/data/p3/karts-94min.hex";
    if (!std::filesystem::exists(file)) {
        WARN("SKIP: the recordings are not beside this checkout");
        return;
    }
    std::vector<codec::Record> records;
    const auto keep = [&](auto now) { records.insert(records.end(), now.begin(), now.end()); };
    REQUIRE(link::read_records(file, "p3", keep).has_value());
    std::set<std::pair<std::int64_t, std::uint64_t>> recorded;
    for (const auto& record : records)
        if (const auto* passing = std::get_if<codec::Passing>(&record))
            recorded.insert({passing->time_us, passing->transponder.value});
    REQUIRE(recorded.size() == 84);

    asio::io_context io;
    sim::SpeakerOptions options;
    options.place = sim::TcpServe{"127.0.0.1", 0};
    options.speed = 1'000;
    options.make_decoder = [&] {
        auto recording = std::make_unique<sim::Recording>(records);
        sim::DecoderOptions decoder;
        decoder.first_number = recording->first_number();
        decoder.start_us = recording->first_time_us() - 5'000'000;
        decoder.faults = sim::parse_faults("drop=0.1,disconnect=0.05").value();
        return std::make_unique<sim::Decoder>(std::move(recording), decoder);
    };
    sim::Speaker speaker(io, options);
    const std::string place = speaker.start().value();
    Heard heard;
    link::Source source(io, options_for(place, "&speed=1000"), heard);
    source.start();
    run_until(io, [&] { return crossings(heard) == recorded; });
    CHECK(heard.was(link::SourceState::down));
    CHECK(heard.lost == 0);
}

TEST_CASE("a restarted server asks for what it missed") {
    asio::io_context io;
    Track track(io, "", 400);
    Heard before;
    auto first = std::make_unique<link::Source>(io, options_for(track.place, "&speed=400"), before);
    first->start();
    run_until(io, [&] { return before.passings.size() >= 50; });
    first.reset();
    const auto& kept = before.passings.back();
    run_until(io, [&] { return track.finished; });  // nobody listens

    Heard after;
    auto options = options_for(track.place, "&speed=400");
    options.resume = {{4711, *kept.passing.number, kept.passing.time_us, kept.epoch}};
    link::Source second(io, options, after);
    second.start();
    run_until(io, [&] { return before.passings.size() + after.passings.size() == track.heard.size(); });
    auto all = crossings(before);
    all.merge(crossings(after));
    CHECK(all == track.heard);
}

TEST_CASE("a decoder that counts anew is a new epoch and nothing is asked of it") {
    asio::io_context io;
    Track track(io, "restart=0.02", 200);
    Heard heard;
    link::Source source(io, options_for(track.place, "&speed=200"), heard);
    source.start();
    run_until(io, [&] { return track.finished && heard.passings.size() == track.heard.size(); });
    CHECK(heard.passings.back().epoch > 0);
    CHECK(heard.health.gaps_found == 0);
    CHECK(heard.lost == 0);
}

TEST_CASE("a decoder that falls silent is told, and is well again with its next status") {
    asio::io_context io;
    Peer decoder(io);
    Heard heard;
    link::Source source(io, options_for(decoder.place, "&speed=15"), heard);
    source.start();
    decoder.accept(io);
    decoder.send(test::specimens()[1].bytes);
    run_until(io, [&] { return heard.was(link::SourceState::up); });
    run_until(io, [&] { return heard.was(link::SourceState::silent); });
    decoder.send(test::hex("00112233"));  // noise is no sign of life
    decoder.send(test::specimens()[1].bytes);
    run_until(io, [&] { return heard.states.back() == link::SourceState::up; });
    run_until(io, [&] { return heard.health.garbage_bytes == 4; });
}

TEST_CASE("a missing passing that never comes is lost by its range") {
    asio::io_context io;
    Peer decoder(io);
    Heard heard;
    link::Source source(io, options_for(decoder.place), heard);
    source.start();
    decoder.accept(io);
    codec::Passing passing = test::passing(100, 5, 1'000'000, 100, 20, 1);
    decoder.send(codec::p3::encode(passing));
    passing.number = 103;
    decoder.send(codec::p3::encode(passing));
    run_until(io, [&] {  // it speaks, and does not tell what it is asked for
        decoder.send(test::specimens()[1].bytes);
        return heard.lost == 2;
    });
    CHECK(heard.passings.size() == 2);
}

TEST_CASE("a refused connection is tried again until the decoder is there") {
    asio::io_context io;
    std::string place;
    {
        Peer gone(io);
        place = gone.place;
    }
    Heard heard;
    link::Source source(io, options_for(place), heard);
    source.start();
    run_until(io, [&] { return heard.was(link::SourceState::down); });
    asio::ip::tcp::acceptor back(io);
    const asio::ip::tcp::endpoint endpoint(asio::ip::make_address("127.0.0.1"),
                                           static_cast<std::uint16_t>(std::stoi(place.substr(place.find(':') + 1))));
    back.open(endpoint.protocol());
    back.set_option(asio::ip::tcp::acceptor::reuse_address(true));
    back.bind(endpoint);
    back.listen();
    run_until(io, [&] { return heard.health.state == link::SourceState::up; });
}

TEST_CASE("a decoder that takes a connection and hangs up is tried ever more rarely") {
    asio::io_context io;
    asio::ip::tcp::acceptor full(io, {asio::ip::make_address("127.0.0.1"), 0});
    int came = 0;
    std::function<void()> turn_away = [&] {
        full.async_accept([&](const boost::system::error_code& error, asio::ip::tcp::socket) {
            came += !error;
            turn_away();
        });
    };
    turn_away();
    Heard heard;
    link::Source source(io, options_for("127.0.0.1:" + std::to_string(full.local_endpoint().port())), heard);
    const auto begun = std::chrono::steady_clock::now();
    source.start();
    run_until(io, [&] { return came == 4; });
    // A quarter, a half and a whole second, each less a quarter of it at most.
    CHECK(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds(1'300));
}

TEST_CASE("a capture is replayed whole at its pace, and recorded as it came") {
    asio::io_context io;
    test::Scratch scratch;
    codec::Bytes capture = test::hex("000102");
    std::int64_t time_us = 1'500'000'000'000'000;
    for (std::uint32_t number = 1; number <= 20; ++number, time_us += 1'000'000) {
        const auto frame = codec::p3::encode(test::passing(number, 5'000 + number, time_us, 100, 20, 9));
        capture.insert(capture.end(), frame.begin(), frame.end());
    }
    std::string text(reinterpret_cast<const char*>(capture.data()), capture.size());
    const auto file = scratch.write("capture.bin", text);
    Heard heard;
    {
        recording::Recorder recorder({.folder = scratch.folder() / "raw", .timezone = "", .program = ""});
        link::SourceOptions options{"sf",
                                    link::parse_device_uri("file:" + file.string() + "?protocol=p3&speed=100").value(),
                                    {},
                                    recorder.line("sf", "p3", "file:capture.bin")};
        link::Source source(io, options, heard);
        const auto begun = std::chrono::steady_clock::now();
        source.start();
        run_until(io, [&] { return heard.was(link::SourceState::down); });
        CHECK(heard.passings.size() == 20);
        CHECK(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds(190));
    }
    const auto told = test::scan_file(scratch.folder() / "raw" / "sf-000001.cap");
    CHECK(told.of(recording::EntryKind::received) == text);
    CHECK_FALSE(told.of(recording::EntryKind::sent).empty());  // the version and the clock are asked for
    CHECK(told.of(recording::EntryKind::closed) == "the capture has ended");
}

TEST_CASE("a recording is replayed at the pace at which it came, whatever its passings say") {
    asio::io_context io;
    test::Scratch scratch;
    std::vector<test::Kept> entries;
    for (std::uint32_t number = 1; number <= 10; ++number) {
        // All of one moment by the decoder's clock, two seconds apart on the wire.
        const auto frame = codec::p3::encode(test::passing(number, 5'000 + number, 1'500'000'000'000'000, 100, 20, 9));
        entries.push_back({recording::EntryKind::received, 0, 0, number * 2'000'000, recording::text_of(frame)});
    }
    const auto file = scratch.write("a.cap", recording::text_of(test::file_of({entries})));
    Heard heard;
    const auto uri = link::with_protocol(link::parse_device_uri("file:" + file.string() + "?speed=100").value());
    REQUIRE(uri);
    link::Source source(io, {"sf", *uri, {}, {}}, heard);
    source.start();
    run_until(io, [&] { return heard.was(link::SourceState::down); });
    REQUIRE(heard.passings.size() == 10);
    CHECK(heard.passings.back().received.us - heard.passings.front().received.us >= 179'000);
}

TEST_CASE("a recording of another protocol is refused, and the device is down") {
    asio::io_context io;
    test::Scratch scratch;
    const auto file = scratch.write("a.cap", recording::text_of(test::file_of({})));
    Heard heard;
    auto uri = link::parse_device_uri("file:" + file.string() + "?protocol=p3").value();
    uri.protocol = "p98";
    link::Source source(io, {"sf", uri, {}, {}}, heard);
    source.start();
    run_until(io, [&] { return heard.was(link::SourceState::down); });
    CHECK_FALSE(heard.was(link::SourceState::up));
}

TEST_CASE("a source tells how its recording goes") {
    asio::io_context io;
    test::Scratch scratch;
    scratch.write("raw", "a file where the folder should be");
    Heard heard;
    recording::Recorder recorder({.folder = scratch.folder() / "raw", .timezone = "", .program = ""});
    link::SourceOptions simulated{"sf",
                                  link::parse_device_uri("sim:?protocol=p3&karts=3&seed=3&speed=100").value(),
                                  {},
                                  recorder.line("sf", "p3", "")};
    link::Source source(io, simulated, heard);
    source.start();
    run_until(io, [&] { return heard.health.recording.failing; });
    CHECK(heard.health.recording.failures > 0);
    std::filesystem::remove(scratch.folder() / "raw");
    run_until(io, [&] { return !heard.health.recording.failing; });
    CHECK(heard.health.recording.lost_bytes == 0);
}

TEST_CASE("a simulated track is a device like any other, through its own faults") {
    asio::io_context io;
    Heard heard;
    link::SourceOptions options{
        "sf",
        link::parse_device_uri("sim:?protocol=p3&karts=10&laps=5&seed=3&speed=500&faults=drop=0.1,disconnect=0.02")
            .value(),
        {},
        {}};
    link::Source source(io, options, heard);
    source.start();
    run_until(io, [&] { return heard.keys.size() == 10 * 6; });
    CHECK(heard.lost == 0);
    run_until(io, [&] { return heard.health.clock_spread_us.has_value(); });
}

TEST_CASE("a missing capture is said to be down and disturbs nobody") {
    asio::io_context io;
    Heard heard;
    link::Source source(io, {"sf", link::parse_device_uri("file:missing.bin?protocol=p3").value(), {}, {}}, heard);
    source.start();
    run_until(io, [&] { return heard.was(link::SourceState::down); });
}

TEST_CASE("a fifth client is turned away, as by a real decoder") {
    asio::io_context io;
    Track track(io, "", 1);
    std::vector<std::unique_ptr<Heard>> clients;
    std::vector<std::unique_ptr<link::Source>> sources;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<Heard>());
        sources.push_back(std::make_unique<link::Source>(io, options_for(track.place), *clients.back()));
        sources.back()->start();
        run_until(io, [&] { return !clients.back()->states.empty(); });
    }
    run_until(io, [&] { return clients.back()->was(link::SourceState::down); });
    for (int i = 0; i < 4; ++i) CHECK(clients[static_cast<std::size_t>(i)]->states.back() == link::SourceState::up);
}
