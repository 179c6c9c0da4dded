// A simulated OpenStint behind its ZeroMQ publisher, heard by real subscribers on 127.0.0.1.
#include <algorithm>
#include <set>

#include "decoders/link/source.hpp"
#include "decoders/sim/field.hpp"
#include "decoders/sim/speaker.hpp"
#include "tests/decoders/event_loop.hpp"

using namespace chicane::decoders;
namespace asio = boost::asio;

namespace {

using Passed = std::multiset<std::pair<std::int64_t, std::uint64_t>>;  ///< the decoder's time, and the transponder

/// A race of ten karts over five laps; the first one is on the loop when simulated time begins.
struct Track {
    Track(asio::io_context& io, const std::string& faults) {
        sim::SpeakerOptions options;
        options.place = sim::ZmqServe{"localhost", 0};
        options.speed = 500;
        options.make_decoder = [this, faults] {
            sim::TrackOptions track;
            track.karts = 10;
            track.laps = 5;
            track.seed = 7;
            track.grid_s = 0;
            sim::DecoderOptions decoder;
            decoder.protocol = "openstint";
            decoder.seed = 7;
            decoder.faults = sim::parse_faults(faults).value();
            decoder.start_us = 1'795'500'000'000'000;
            decoder.truth = [this](const sim::Truth& truth) {
                driven.insert({truth.clock_us, truth.transponder.value});
            };
            return std::make_unique<sim::Decoder>(std::make_unique<sim::Field>(track, decoder.start_us), decoder);
        };
        options.finished = [this] { finished = true; };
        speaker = std::make_unique<sim::Speaker>(io, std::move(options));
        where = speaker->start().value();
    }
    std::string uri() const {
        return "zmq://127.0.0.1" + where.substr(where.rfind(':')) + "?protocol=openstint&speed=500";
    }

    Passed driven;
    bool finished = false;
    std::string where;
    std::unique_ptr<sim::Speaker> speaker;
};

/// A centre.
struct Centre final : link::SourceEvents {
    Centre(asio::io_context& io, const Track& track)
        : source(io, {"sf", link::parse_device_uri(track.uri()).value(), {}, {}}, *this) {
        source.start();
    }
    void on_passing(const std::string&, const link::ReceivedPassing& received) override {
        heard.insert({received.passing.time_us, received.passing.transponder.value});
    }
    void on_health(const std::string&, const link::SourceHealth&) override {}
    void on_lost(const std::string&, std::uint32_t, std::uint32_t) override {}

    Passed heard;
    link::Source source;
};

}  // namespace

TEST_CASE("a subscriber hears every passing of a simulated field, the first ones too, and those that were cut in two") {
    asio::io_context io;
    Track track(io, "split=0.3");
    Centre centre(io, track);
    test::run_until(io, [&] { return track.finished && centre.heard.size() >= track.driven.size(); });
    CHECK(track.driven.size() == 10 * 6);
    CHECK(centre.heard == track.driven);
}

TEST_CASE("who subscribes later hears from then on, and who came first misses nothing by it") {
    asio::io_context io;
    Track track(io, "");
    Centre first(io, track);
    test::run_until(io, [&] { return !first.heard.empty(); });
    Centre second(io, track);
    test::run_until(io, [&] { return track.finished && first.heard.size() >= track.driven.size(); });
    CHECK(first.heard == track.driven);
    test::run_until(io, [&] { return !second.heard.empty() && *second.heard.rbegin() == *track.driven.rbegin(); });
    CHECK(std::ranges::includes(track.driven, second.heard));
}

TEST_CASE("a publisher that hangs up is at the same place again, and is heard there") {
    asio::io_context io;
    Track track(io, "disconnect=0.9");
    test::LinkLog log;
    const auto wire = link::make_link(io, link::parse_device_uri(track.uri()).value(), log);
    wire->start();
    test::run_until(io, [&] { return log.opened == 2; });
    CHECK(log.reasons.front().contains("connection lost"));
    log.text.clear();
    test::run_until(io, [&] { return log.text.contains("S "); });
    wire->stop();
}

TEST_CASE("a publisher's place that is taken is said") {
    asio::io_context io;
    Track track(io, "");
    const std::string port = track.where.substr(track.where.rfind(':') + 1);
    sim::SpeakerOptions options;
    options.place = sim::ZmqServe{"127.0.0.1", static_cast<std::uint16_t>(std::stoi(port))};
    sim::Speaker second(io, std::move(options));
    CHECK(second.start() == std::unexpected("127.0.0.1:" + port + ": Address already in use"));
}
