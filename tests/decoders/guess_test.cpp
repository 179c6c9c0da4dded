// Which protocol speaks: named from its bytes, also through damage, and never with more certainty than the bytes give.
#include "decoders/codec/guess.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "tests/decoders/protocol_traffic.hpp"

using namespace chicane::decoders;

namespace {

codec::Guess guess_of(std::span<const std::byte> bytes) {
    codec::Guesser guesser;
    guesser.feed(bytes);
    return guesser.guess();
}

bool is_guessed(const codec::Protocol& protocol) { return codec::record_bits(protocol.word) > 0; }

}  // namespace

TEST_CASE("each protocol of the table is named from some seconds of its traffic") {
    for (const codec::Protocol& protocol : codec::protocols()) {
        if (!is_guessed(protocol)) continue;
        CAPTURE(protocol.word);
        const auto traffic = test::traffic_of(protocol.word);
        REQUIRE_FALSE(traffic.empty());  // else: a line in protocol_traffic.hpp
        const auto guess = guess_of(traffic);
        CHECK(guess.word == protocol.word);
        CHECK(guess.sureness >= codec::Sureness::likely);
        CHECK(guess.alternatives().empty());
        REQUIRE_FALSE(guess.readings.empty());
        CHECK(guess.readings.front().passings == test::karts_of_traffic);
        CHECK(guess.readings.front().garbage_bytes == 0);
    }
}

TEST_CASE("a protocol is named through a quarter of noise, and the noise is counted") {
    std::minstd_rand random(7);
    for (const codec::Protocol& protocol : codec::protocols()) {
        // A bare tag a line has neither sum nor form: what noise makes of it cannot be told from a tag.
        if (!is_guessed(protocol) || protocol.word == "lines") continue;
        CAPTURE(protocol.word);
        codec::Bytes noisy;
        for (const std::byte byte : test::traffic_of(protocol.word)) noisy.push_back(byte);
        const std::size_t noise = noisy.size() / 4;
        codec::Bytes before(noise);
        for (auto& byte : before) byte = static_cast<std::byte>(random() & 0xff);
        before.push_back(std::byte{'\r'});
        before.push_back(std::byte{'\n'});
        noisy.insert(noisy.begin(), before.begin(), before.end());
        const auto guess = guess_of(noisy);
        CHECK(guess.word == protocol.word);
        REQUIRE_FALSE(guess.readings.empty());
        CHECK(guess.readings.front().garbage_bytes >= noise / 2);
        CHECK(guess.readings.front().fit_permille() < 900);
    }
}

TEST_CASE("noise alone is nothing, or unsure") {
    std::minstd_rand random(3);
    codec::Bytes noise(8'192);
    for (auto& byte : noise) byte = static_cast<std::byte>(random() & 0xff);
    const auto guess = guess_of(noise);
    CHECK(guess.sureness <= codec::Sureness::unsure);
    CHECK(guess.bytes == noise.size());
    CHECK(guess_of({}).sureness == codec::Sureness::nothing);
    CHECK(guess_of({}).word.empty());
}

TEST_CASE("one number on a line is unsure, a dozen of them are likely") {
    const auto one = test::traffic_of("lines");
    const auto end = std::ranges::find(one, std::byte{'\n'});
    REQUIRE(end != one.end());
    CHECK(guess_of(std::span(one.begin(), end + 1)).sureness == codec::Sureness::unsure);
    codec::Bytes dozen;
    for (int times = 0; times < 2; ++times) dozen.insert(dozen.end(), one.begin(), one.end());
    CHECK(guess_of(dozen).sureness >= codec::Sureness::likely);
}

TEST_CASE("damaged sums are told from silence: the protocol is named, and its errors are counted") {
    codec::Bytes stream = test::traffic_of("p3");
    codec::Bytes broken = codec::p3::encode(test::kart(3));
    broken[20] ^= std::byte{1};
    stream.insert(stream.end(), broken.begin(), broken.end());
    const auto guess = guess_of(stream);
    CHECK(guess.word == "p3");
    CHECK(guess.readings.front().sum_errors() == 1);
    CHECK(guess.readings.front().last_status.noise == 40);
    CHECK(guess.readings.front().decoder == 204);
}

TEST_CASE("a guess adds up over streams that were cut") {
    codec::Guesser guesser;
    const auto traffic = test::traffic_of("p3");
    guesser.feed(std::span(traffic).first(traffic.size() - 5));
    guesser.finish();
    guesser.feed(traffic);
    CHECK(guesser.guess().word == "p3");
    CHECK(guesser.guess().readings.front().passings == 2 * test::karts_of_traffic - 1);
}
