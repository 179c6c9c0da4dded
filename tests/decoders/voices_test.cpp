// Every protocol that can be simulated: what its decoder says is what its codec reads, and what is asked is answered.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "decoders/codec/chronelec_commands.hpp"
#include "decoders/codec/commands.hpp"
#include "decoders/codec/text_write.hpp"
#include "tests/decoders/talk.hpp"

using namespace chicane::decoders;

namespace {

constexpr std::int64_t start_us = 1'795'500'000'000'000;

sim::DecoderOptions options_of(std::string_view word) {
    sim::DecoderOptions options;
    options.protocol = word;
    options.decoder = sim::decoder_id(11);
    options.seed = 11;
    options.start_us = start_us;
    return options;
}

sim::TrackOptions track_of(std::int32_t laps) {
    sim::TrackOptions track;
    track.karts = 20;
    track.laps = laps;
    track.seed = 11;
    return track;
}

/// Of a race without faults.
test::Talk talk_of(std::string_view word, sim::DecoderOptions options) {
    options.protocol = word;
    return {track_of(10), std::move(options)};
}

std::string_view word_under_test() {
    const auto words = sim::voices();
    return words[static_cast<std::size_t>(GENERATE(range(0, static_cast<int>(sim::voices().size()))))];
}

}  // namespace

TEST_CASE("every protocol of a decoder can be simulated") {
    for (const auto& protocol : codec::protocols()) {
        if (protocol.word == "raw" || protocol.word == "manual") continue;  // no decoder's
        INFO(protocol.word);
        CHECK(sim::make_voice(protocol.word) != nullptr);
    }
    CHECK(sim::make_voice("p4") == nullptr);
}

TEST_CASE("in every protocol the codec reads what the decoder says, in order and without garbage") {
    const auto word = word_under_test();
    INFO(word);
    constexpr std::int32_t laps = 100;
    test::Talk talk(track_of(laps), options_of(word));
    talk.to_the_end();
    CHECK(talk.garbage == 0);
    REQUIRE(talk.truth.size() == 20 * (laps + 1));
    REQUIRE(talk.passings.size() == talk.truth.size());
    for (std::size_t at = 0; at < talk.truth.size(); ++at) {
        CHECK(talk.passings[at].transponder == talk.truth[at].transponder);
        CHECK(talk.passings[at].time_us == talk.truth[at].clock_us);
    }
}

TEST_CASE("in every protocol a passing reads as it was fitted into the protocol's terms") {
    const auto word = word_under_test();
    INFO(word);
    const auto voice = sim::make_voice(word);
    codec::Passing heard;
    heard.number = 17;
    heard.transponder = sim::kart_transponder(7);
    heard.time_us = start_us / voice->manner().resolution_us * voice->manner().resolution_us;
    if (voice->manner().clock == codec::ClockBase::start) heard.time_us = 1'234'567'000;
    if (voice->manner().clock == codec::ClockBase::day) heard.time_us = 45'296'789'000;
    heard.clock = voice->manner().clock;
    heard.strength = 140;
    heard.hits = 40;
    heard.flags = 0;
    heard.decoder = 200'011;
    heard.battery = codec::Battery::low;
    codec::Passing said = voice->fit(heard);
    std::vector<codec::Record> records;
    const auto codec = codec::make_codec(word).value();
    codec->feed(voice->say(std::span(&said, 1), 5), records);
    REQUIRE(records.size() == 1);
    auto read = std::get<codec::Passing>(records[0]);
    read.receipt.reset();  // of the message, not of the passing
    CHECK(read == said);
}

TEST_CASE("in every protocol a damaged message is noticed") {
    const auto word = word_under_test();
    INFO(word);
    const auto voice = sim::make_voice(word);
    const codec::Passing said = [&] {
        codec::Passing heard;
        heard.number = 17;
        heard.transponder = sim::kart_transponder(7);
        heard.time_us = 45'296'789'000;
        heard.clock = voice->manner().clock;
        return voice->fit(heard);
    }();
    std::vector<codec::Record> records;
    const auto codec = codec::make_codec(word).value();
    codec->feed(voice->damaged(voice->say(std::span(&said, 1), 5)), records);
    codec->finish(records);
    for (const auto& record : records) CHECK(std::holds_alternative<codec::Garbage>(record));
    CHECK(!records.empty());
}

TEST_CASE("a decoder that repeats until it is acknowledged says nothing else before, and loses nothing") {
    for (const std::string word : {"chronelec", "vstm", "toolkit"}) {
        INFO(word);
        sim::DecoderOptions options = options_of(word);
        // Chronelec's acknowledgement names no passing: who answers each repetition loses the next one. Sources do not.
        const bool names = word != "chronelec";
        options.faults =
            sim::parse_faults(names ? "drop=0.1,crc=0.1,duplicate=0.1,late=0.1" : "drop=0.1,crc=0.1").value();
        test::Talk talk = talk_of(word, options);
        talk.to_the_end();
        std::vector<std::pair<std::int64_t, std::uint64_t>> said, read;
        for (const auto& line : talk.truth) said.emplace_back(line.clock_us, line.transponder.value);
        for (const auto& passing : talk.passings) read.emplace_back(passing.time_us, passing.transponder.value);
        std::ranges::sort(read);
        read.erase(std::unique(read.begin(), read.end()), read.end());
        std::ranges::sort(said);
        CHECK(read == said);
    }
}

TEST_CASE("a clock drifts, is set, passes its end and starts anew as it is told to") {
    const auto last_of = [](std::string_view word, const char* faults) {
        sim::DecoderOptions options = options_of(word);
        options.faults = sim::parse_faults(faults).value();
        test::Talk talk = talk_of(word, options);
        talk.to_the_end();
        return talk.truth;
    };
    const auto drifted = last_of("p3", "clock_drift=0.001").back();
    CHECK(drifted.clock_us - drifted.time_us == Approx((drifted.time_us - start_us) / 1'000).margin(2));
    const auto jumped = last_of("p3", "clock_jump=0.01");
    CHECK(std::ranges::count(jumped, sim::Fault::clock_jump, &sim::Truth::fault) > 0);
    CHECK(std::ranges::any_of(
        jumped, [](const auto& line) { return std::abs(line.clock_us - line.time_us) >= 3'600'000'000; }));
    const auto rolled = last_of("rc2", "rollover=0.05");
    const auto first = std::ranges::find(rolled, sim::Fault::rollover, &sim::Truth::fault);
    REQUIRE(first != rolled.end());
    CHECK(first->clock_us < 60'000'000);
    CHECK((first - 1)->clock_us > 4'294'900'000'000);
    CHECK(first->time_us - start_us == Approx(180e6).margin(20e6));
    const auto restarted = last_of("robitronic", "restart=0.02");
    const auto again = std::ranges::find(restarted, sim::Fault::restart, &sim::Truth::fault);
    REQUIRE(again != restarted.end());
    INFO("it was ready in the middle between that passing and the one before");
    CHECK(again->clock_us == Approx((again->time_us - (again - 1)->time_us) / 2).margin(1'000));
}

TEST_CASE("a stall holds everything back for longer than a watchdog waits, and loses nothing") {
    sim::DecoderOptions options = options_of("p98");
    options.faults = sim::parse_faults("stall=0.02").value();
    test::Talk talk = talk_of("p98", options);
    talk.to_the_end();
    CHECK(std::ranges::count(talk.truth, sim::Fault::stall, &sim::Truth::fault) > 0);
    CHECK(talk.passings.size() == talk.truth.size());
}

TEST_CASE("a parked kart is heard again and again, and a low battery is told where the protocol can") {
    sim::DecoderOptions options = options_of("chronelec");
    options.faults = sim::parse_faults("parked=0.05,battery_low=0.1").value();
    test::Talk talk = talk_of("chronelec", options);
    talk.to_the_end();
    const auto parked = std::ranges::count(talk.truth, sim::Fault::parked, &sim::Truth::fault);
    CHECK(talk.passings.size() == talk.truth.size() + static_cast<std::size_t>(parked * sim::parked_hearings));
    const auto tells_low = [](const auto& passing) { return passing.battery == codec::Battery::low; };
    CHECK(std::ranges::count_if(talk.passings, tells_low) ==
          std::ranges::count(talk.truth, sim::Fault::battery_low, &sim::Truth::fault));
}

TEST_CASE("a Chronelec decoder's clock is set by command, and no byte of another command is taken for one") {
    sim::Decoder decoder(std::make_unique<sim::Field>(track_of(1), start_us), options_of("chronelec"));
    std::vector<sim::Outgoing> outgoing;
    const auto say = [&](const codec::Bytes& bytes) { decoder.received(1, bytes, outgoing); };
    const auto shown = [&] {
        outgoing.clear();
        say(codec::chronelec::status_request());
        const auto& bytes = std::get<sim::Send>(outgoing.at(0)).bytes;
        return std::string(reinterpret_cast<const char*>(bytes.data()), 10);
    };
    say(codec::chronelec::time_command(9, 17, 31).value());
    CHECK(shown() == "[09:17'31\"");
    std::array<std::byte, codec::chronelec::config_bytes> settings{};
    settings[3] = std::byte{0x1B};
    settings[4] = std::byte{0x07};  // as if it said start, which sets the clock to 0
    say(codec::chronelec::config_command(settings));
    say(codec::chronelec::address_command({{192, 0, 2, 20}, {255, 255, 255, 0}, {0x1B, 0x07, 0, 0}, {}}));
    say(codec::chronelec::date_command(2027, 7, 27).value());
    CHECK(shown() == "[09:17'31\"");
    say(codec::chronelec::start_command());
    CHECK(shown() == "[00:00'00\"");
}

TEST_CASE("a RACE RESULT decoder whose clock is set between stop and start counts anew") {
    sim::DecoderOptions options = options_of("raceresult");
    sim::Decoder decoder(std::make_unique<sim::Field>(track_of(1), start_us), std::move(options));
    std::vector<sim::Outgoing> outgoing;
    decoder.advance(start_us + 60'000'000, outgoing);
    const auto ask = [&](const codec::Bytes& bytes) {
        outgoing.clear();
        decoder.received(1, bytes, outgoing);
        std::string text;
        for (const auto& out : outgoing)
            for (const std::byte byte : std::get<sim::Send>(out).bytes) text += static_cast<char>(byte);
        return text;
    };
    CHECK(!ask(codec::bytes_of("PASSINGS\r\n")).starts_with("PASSINGS;0;"));
    constexpr std::int64_t at_us = 1'795'857'451LL * 1'000'000;
    ask(codec::command_bytes("raceresult", {codec::CommandWord::set_time}, at_us).value());
    CHECK(ask(codec::bytes_of("PASSINGS\r\n")) == "PASSINGS;0;2\r\n");
    CHECK(ask(codec::bytes_of("GETTIME\r\n")) == "GETTIME;2026-11-28;09:17:31.000\r\n");
}
