// A server that crashes between a passing and its acknowledgement, at a thousand random moments: what its decoder tells at least once is
// on the board exactly once. The source, the codecs and the conductor are the real ones; the decoder speaks real bytes over a wire that
// breaks, and the store loses in a crash what was not on disk.
#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>
#include <map>

#include "decoders/link/source.hpp"
#include "tests/sessions/conductor_case.hpp"
#include "tests/simulation/field.hpp"
#include "tests/simulation/holding_decoders.hpp"

using namespace chicane;
using namespace chicane::simulation;
using namespace chicane::sessions::conductor;

using namespace chicane::decoders;

namespace {

constexpr std::uint32_t karts = 6;

/// The wire between a source and its decoder, which carries only when the world says so.
struct Wire final : link::Link {
    explicit Wire(link::LinkEvents& events_) : events(events_) {}
    void start() override {}
    void stop() override {}
    void reopen() override {}
    void send(codec::Bytes bytes) override { to_decoder.push_back(std::move(bytes)); }

    link::LinkEvents& events;
    std::vector<codec::Bytes> to_decoder;
};

class World {
  public:
    World(std::string_view protocol, std::uint64_t seed) : dice_(seed), decoder_(make_holding_decoder(protocol)) {
        open();
        // What a decoder held before the first passing that was ever kept is asked for by nobody, and practice begins with that one.
        for (int i = 0; i < 12; ++i) carry();
        cross();
        for (int i = 0; i < 12; ++i) carry();
        journal_.quick = false;
        breaks_ = true;
    }
    ~World() { source_.reset(); }

    /// Some time passes, and something of all that can happen happens.
    void step(bool karts_drive) {
        clock_.time = timing::later_by(clock_.time, roll(dice_, 20, 120) * 1'000);
        if (karts_drive && one_in(dice_, 2)) cross();
        carry();
        if (one_in(dice_, 3)) journal_.sync();
        source_->tick();
        if (one_in(dice_, 60)) hang_up();
    }
    /// Power cut: a commit may have reached the disk and not yet the conductor.
    void crash() {
        const std::uint64_t written = journal_.entries.empty() ? 0 : journal_.entries.back().seq;
        const auto open_entries = static_cast<int>(written - journal_.durable_seq);
        if (open_entries > 0) journal_.durable_seq += static_cast<std::uint64_t>(roll(dice_, 0, open_entries));
        std::erase_if(journal_.entries, [&](const Entry& entry) { return entry.seq > journal_.durable_seq; });
        open();
    }
    /// Until the decoder has nothing left that the host has not; bounded.
    void settle() {
        for (int i = 0; i < 1'500; ++i) step(false);
        journal_.sync();
    }

    /// What differs from the truth; empty: nothing.
    std::string fault() {
        std::map<std::pair<std::uint64_t, std::int64_t>, int> kept;
        for (const Entry& entry : journal_.entries) {
            if (const auto* passing = std::get_if<PassingKept>(&entry.body))
                ++kept[{passing->passing.transponder.value, passing->passing.time_us}];
        }
        std::map<std::uint64_t, std::int32_t> crossings;
        for (const auto& crossing : truth_) {
            ++crossings[crossing.first];
            if (kept[crossing] != 1)
                return "tag " + std::to_string(crossing.first) + " at " + std::to_string(crossing.second) +
                       " is kept " + std::to_string(kept[crossing]) + " times";
        }
        const auto board = sink_.boards.at("main");
        for (const timing::Row& row : board->rows) {
            if (row.laps != crossings[row.transponder->value] - 1)
                return "tag " + std::to_string(row.transponder->value) + " has " + std::to_string(row.laps) + " laps";
        }
        return kept.size() == truth_.size() && board->rows.size() == crossings.size() ? ""
                                                                                      : "another number of passings";
    }

  private:
    void open() {
        source_.reset();
        conductor_.reset();
        TrackOptions track;
        track.id = "main";
        track.min_lap_us = second_us / 10;
        track.open_practice_hide_min = 0;
        track.devices = {{"sf", uri()}};
        track.next_morning = [](timing::DecoderTime) { return timing::DecoderTime{INT64_MAX / 4}; };
        conductor_ = std::make_unique<Conductor>(std::vector{track}, journal_, sink_, clock_);
        conductor_->on_safe = [this](const std::string&, const codec::Passing& kept) { source_->acknowledge(kept); };
        conductor_->restore(journal_.entries);
        link::SourceOptions options{"sf", link::parse_device_uri(uri()).value(), {}, {}};
        for (const auto& last : conductor_->last_passings())
            options.resume.push_back({last.decoder, last.number, last.time_us, last.epoch, last.newest_number,
                                      last.newest_time_us, last.newest_received});
        source_ = std::make_unique<link::Source>(
            io_, options, *conductor_,
            link::SimulatedWorld{[this] { return clock_.time; },
                                 [this](link::LinkEvents& events) { return wire_ = std::make_shared<Wire>(events); }});
        source_->start();
        connect();
    }
    std::string uri() const { return "tcp://192.0.2.1:3601?protocol=" + std::string(decoder_->protocol()); }
    void connect() {
        decoder_->connected();
        wire_->to_decoder.clear();
        wire_->events.on_open();
    }
    void hang_up() {
        wire_->events.on_closed("cut");
        connect();
    }
    void cross() {
        const auto kart = static_cast<std::uint32_t>(roll(dice_, 1, karts));
        const std::int64_t at_us = (clock_.time.us - begin_us_) / 1'000 * 1'000;
        if (last_crossing_[kart] != 0 && at_us - last_crossing_[kart] < second_us) return;
        last_crossing_[kart] = at_us;
        truth_.push_back(decoder_->told_as(kart, at_us));
        decoder_->cross(kart, at_us);
    }
    /// What the decoder says is on its way while what the host says is: they cross.
    void carry() {
        const codec::Bytes said = decoder_->speak();
        for (const codec::Bytes& bytes : std::exchange(wire_->to_decoder, {})) decoder_->hear(bytes);
        if (breaks_ && one_in(dice_, 25)) {  // a part of it arrives, then the line breaks
            const auto part = static_cast<std::size_t>(roll(dice_, 0, static_cast<int>(said.size())));
            wire_->events.on_bytes(std::span(said).first(part), {clock_.time, 0});
            return hang_up();
        }
        if (!said.empty()) wire_->events.on_bytes(said, {clock_.time, 0});
    }

    Dice dice_;
    bool breaks_ = false;  ///< the wire, now and then
    boost::asio::io_context io_;
    std::unique_ptr<HoldingDecoder> decoder_;
    MemoryJournal journal_;
    FakeClock clock_;
    MemorySink sink_;
    std::int64_t begin_us_ = clock_.time.us - 60 * second_us;  ///< the decoder's start
    std::map<std::uint32_t, std::int64_t> last_crossing_;
    std::vector<std::pair<std::uint64_t, std::int64_t>> truth_;
    std::unique_ptr<Conductor> conductor_;
    std::shared_ptr<Wire> wire_;
    std::unique_ptr<link::Source> source_;
};

}  // namespace

TEST_CASE("a thousand crashes between passing and acknowledgement leave each passing on the board exactly once") {
    const std::string protocol = GENERATE(as<std::string>{}, "chronelec", "toolkit", "raceresult");
    int crashes = 0;
    for (std::uint64_t seed = 1; crashes < 340; ++seed) {
        CAPTURE(protocol, seed);
        World world(protocol, seed);
        for (int i = 0; i < 17; ++i) {
            Dice moments(seed * 100 + static_cast<std::uint64_t>(i));
            const int steps = roll(moments, 1, 60);
            for (int step = 0; step < steps; ++step) world.step(true);
            world.crash();
            ++crashes;
        }
        world.settle();
        REQUIRE(world.fault() == "");
    }
}
