// The simulated decoder, as its clients and its truth file see it; simulated time is given by the test.
#include "decoders/sim/decoder.hpp"

#include <catch2/catch.hpp>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/raceresult.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/wiclax.hpp"
#include "decoders/sim/field.hpp"
#include "tests/decoders/frames.hpp"

using namespace chicane::decoders;
using sim::Fault;

namespace {

constexpr std::int64_t start_us = 1'000'000'000;

struct Day {
    std::vector<sim::Truth> truth;
    std::vector<codec::Record> records;  ///< what a client that is always there reads
    int hang_ups = 0;
    std::unique_ptr<sim::Decoder> decoder;

    explicit Day(std::string_view faults, std::int32_t laps = 10, std::size_t memory = sim::remembered_max) {
        sim::TrackOptions track;
        track.karts = 20;
        track.laps = laps;
        track.seed = 11;
        sim::DecoderOptions options;
        options.decoder = 4711;
        options.seed = 11;
        options.faults = sim::parse_faults(faults).value();
        options.start_us = start_us;
        options.memory = memory;
        options.truth = [this](const sim::Truth& line) { truth.push_back(line); };
        decoder = std::make_unique<sim::Decoder>(std::make_unique<sim::Field>(track, start_us), options);
    }

    void read(const std::vector<sim::Outgoing>& outgoing) {
        codec::P3 p3;
        for (const auto& out : outgoing) {
            if (const auto* send = std::get_if<sim::Send>(&out))
                p3.feed(send->bytes, records);
            else
                ++hang_ups;
        }
        p3.finish(records);
    }

    Day& race() {
        std::vector<sim::Outgoing> outgoing;
        while (!decoder->finished()) decoder->advance(decoder->next_us(), outgoing);
        read(outgoing);
        return *this;
    }

    std::vector<codec::Record> ask(const codec::Bytes& request) {
        std::vector<sim::Outgoing> outgoing;
        decoder->received(1, request, outgoing);
        records.clear();
        read(outgoing);
        return records;
    }

    std::size_t count(Fault fault) const {
        return static_cast<std::size_t>(
            std::count_if(truth.begin(), truth.end(), [fault](const auto& line) { return line.fault == fault; }));
    }
    std::vector<codec::Passing> passings() const {
        std::vector<codec::Passing> all;
        for (const auto& record : records)
            if (const auto* passing = std::get_if<codec::Passing>(&record)) all.push_back(*passing);
        return all;
    }
    std::size_t garbage() const {
        return static_cast<std::size_t>(std::count_if(records.begin(), records.end(), [](const auto& record) {
            return std::holds_alternative<codec::Garbage>(record);
        }));
    }
};

}  // namespace

TEST_CASE("without faults the wire says exactly what happened") {
    Day day("");
    const auto passings = day.race().passings();
    REQUIRE(passings.size() == 20 * 11);
    REQUIRE(day.truth.size() == passings.size());
    for (std::size_t i = 0; i < passings.size(); ++i) {
        CHECK(passings[i].number == i + 1);
        CHECK(passings[i].number == day.truth[i].number);
        CHECK(passings[i].time_us == day.truth[i].time_us);
        CHECK(passings[i].transponder == day.truth[i].transponder);
        CHECK(passings[i].decoder == 4711u);
    }
    CHECK(day.garbage() == 0);
}

TEST_CASE("a status comes every few seconds, also after the race") {
    Day day("", 1);
    day.race();
    std::vector<sim::Outgoing> outgoing;
    const std::int64_t from = day.decoder->now_us();
    day.decoder->advance(from + 430'000'000, outgoing);
    CHECK(outgoing.size() == 100);
}

TEST_CASE("a dropped passing, a damaged one and one of a broken connection come after RESEND") {
    Day day("drop=0.2,crc=0.1,disconnect=0.05");
    const auto live = day.race().passings();
    const std::size_t lost = day.count(Fault::drop) + day.count(Fault::crc) + day.count(Fault::disconnect);
    CHECK(lost > 0);
    CHECK(live.size() == 20 * 11 - lost);
    CHECK(day.garbage() == day.count(Fault::crc));
    CHECK(day.hang_ups == static_cast<int>(day.count(Fault::disconnect)));
    const auto again = day.ask(codec::p3::resend_request(1, 1'000));
    CHECK(again.size() == 20 * 11);
    CHECK(day.ask(codec::p3::resend_request(5, 7)).size() == 3);
}

TEST_CASE("a decoder remembers a bounded number of passings, the latest") {
    constexpr std::size_t memory = 50;
    Day day("", 10, memory);
    day.race();
    day.ask(codec::p3::resend_request(1, UINT32_MAX));
    const auto again = day.passings();
    REQUIRE(again.size() == memory);
    CHECK(again.front().number == 20u * 11 - memory + 1);
}

TEST_CASE("the first and the last passing always arrive, as no gap could tell of them") {
    const auto passings = Day("drop=1").race().passings();
    REQUIRE(passings.size() == 2);
    CHECK(passings[0].number == 1u);
    CHECK(passings[1].number == 20u * 11);
}

TEST_CASE("noise, cuts, repetitions and delays lose no passing") {
    Day day("noise=0.2,split=0.3,duplicate=0.1,late=0.1");
    const auto passings = day.race().passings();
    CHECK(passings.size() == 20 * 11 + day.count(Fault::duplicate));
    CHECK(day.garbage() >= 1);
    CHECK(!std::is_sorted(passings.begin(), passings.end(),
                          [](const auto& left, const auto& right) { return left.number < right.number; }));
}

TEST_CASE("faults in the ground are on the wire as the truth tells them") {
    Day day("miss=0.1,double=0.1,weak=0.1,unknown=0.1");
    const auto passings = day.race().passings();
    CHECK(passings.size() == 20 * 11 - day.count(Fault::miss) + day.count(Fault::doubled));
    for (const auto& line : day.truth) {
        CHECK(line.number.has_value() == (line.fault != Fault::miss));
        if (!line.number) continue;
        const auto& passing = passings[*line.number - 1];
        CHECK(passing.transponder == line.transponder);
        CHECK((passing.hits <= 2) == (line.fault == Fault::weak));
        CHECK((passing.transponder == sim::kart_transponder(line.kart)) == (line.fault != Fault::unknown));
    }
}

TEST_CASE("a restart counts from one again and has forgotten what was before") {
    Day day("restart=0.02");
    const auto passings = day.race().passings();
    REQUIRE(day.count(Fault::restart) > 0);
    CHECK(passings.size() == 20 * 11);
    CHECK(static_cast<std::size_t>(std::count_if(passings.begin(), passings.end(), [](const auto& passing) {
              return passing.number == 1u;
          })) == day.count(Fault::restart) + 1);
    CHECK(day.ask(codec::p3::resend_request(1, UINT32_MAX)).size() == passings.back().number);
}

TEST_CASE("questions are answered, and what is no question is complained of") {
    Day day("", 1);
    std::vector<sim::Outgoing> outgoing;
    day.decoder->advance(start_us + 60'000'000, outgoing);
    const auto clock = day.ask(codec::p3::clock_request());
    CHECK(clock == std::vector<codec::Record>{codec::ClockReading{start_us + 60'000'000, 4711u}});
    CHECK(std::get<codec::Version>(day.ask(codec::p3::version_request()).at(0)).decoder == 4711u);
    CHECK(day.ask(codec::p3::resend_request(90'000, 90'001)).empty());
    CHECK(std::get<codec::DeviceError>(day.ask(codec::p3::first_contact(1)).at(0)).code == 4);
    CHECK(std::get<codec::DeviceError>(day.ask(test::hex("8e8f")).at(0)).code == 3);
    day.ask(codec::p3::clear_request());
    CHECK(day.ask(codec::p3::resend_request(1, 1'000)).empty());
}

TEST_CASE("a decoder that remembers tells what passed while nobody was there only to whoever asks") {
    sim::TrackOptions track;
    track.karts = 3;
    track.laps = 2;
    track.seed = 11;
    sim::DecoderOptions options;
    options.protocol = "wiclax";
    options.start_us = start_us;
    std::size_t crossed = 0;
    options.truth = [&](const sim::Truth&) { ++crossed; };
    sim::Decoder decoder(std::make_unique<sim::Field>(track, start_us), options);
    std::vector<sim::Outgoing> outgoing;
    while (!decoder.finished()) decoder.advance(decoder.next_us(), outgoing);
    decoder.joined(1, outgoing);
    const auto told_after = [&](const codec::Bytes& request) {
        outgoing.clear();
        decoder.received(1, request, outgoing);
        codec::Wiclax reader;
        std::vector<codec::Record> told;
        for (const auto& out : outgoing) reader.feed(std::get<sim::Send>(out).bytes, told);
        return std::ranges::count_if(told,
                                     [](const auto& each) { return std::holds_alternative<codec::Passing>(each); });
    };
    CHECK(told_after(codec::Wiclax().greet()) == 0);
    REQUIRE(crossed > 0);
    CHECK(told_after(codec::wiclax::rewind_request(0, sim::day_us)) == static_cast<std::ptrdiff_t>(crossed));
}

TEST_CASE(
    "a simulated RACE RESULT decoder names loop and box once a protocol is agreed, as the oldest lines have neither") {
    sim::TrackOptions track;
    track.karts = 3;
    track.laps = 2;
    track.seed = 11;
    sim::DecoderOptions options;
    options.protocol = "raceresult";
    options.decoder = 4711;
    options.start_us = start_us;
    sim::Decoder decoder(std::make_unique<sim::Field>(track, start_us), options);
    std::vector<sim::Outgoing> outgoing;
    while (!decoder.finished()) decoder.advance(decoder.next_us(), outgoing);
    decoder.joined(1, outgoing);
    const auto first_told = [&] {
        outgoing.clear();
        decoder.received(1, codec::bytes_of("1:1\r\n"), outgoing);
        std::vector<codec::Record> told;
        codec::RaceResult().feed(std::get<sim::Send>(outgoing.at(0)).bytes, told);
        return std::get<codec::Passing>(told.at(0));
    };
    CHECK(first_told().decoder == std::nullopt);
    decoder.received(1, codec::bytes_of("SETPROTOCOL;3.2\r\n"), outgoing);
    CHECK(first_told().decoder == 4711u);
    decoder.left(1);
    CHECK(first_told().decoder == std::nullopt);
}
