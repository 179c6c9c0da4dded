// The table of protocols.
#include "decoders/codec/codec.hpp"

#include <catch2/catch.hpp>

#include "decoders/codec/replies.hpp"

using namespace chicane::decoders;

TEST_CASE("a device that cannot be asked for its clock is missed after 15 seconds, or never") {
    for (const auto& protocol : codec::protocols()) {
        INFO(protocol.word);
        if (protocol.make()->ask_clock().empty()) CHECK(protocol.quiet_max_us <= 15'000'000);
    }
}

TEST_CASE("what a codec owes and nobody takes has a bound") {
    const std::pair<std::string_view, std::string_view> asks[] = {
        {"toolkit", "Start@Pong@$"}, {"jchip", "N0001name\r"}, {"raceresult", "SETPROTOCOL;3.2\r\n"}};
    for (const auto& [word, ask] : asks) {
        INFO(word);
        const auto reader = codec::make_codec(word).value();
        std::vector<codec::Record> records;
        for (int times = 0; times < 2'000; ++times) reader->feed(std::as_bytes(std::span(ask)), records);
        const std::size_t owed = reader->take_replies().size();
        CHECK(owed > 0);
        CHECK(owed <= codec::replies_bytes_max);
        reader->feed(std::as_bytes(std::span(ask)), records);
        CHECK_FALSE(reader->take_replies().empty());
    }
}

TEST_CASE("a protocol's word gives its codec, another word names the known ones") {
    const std::string known =
        "p3, "
        "p98, "
        "rc2, "
        "ilap, "
        "chronelec, "
        "thcom, "
        "alge, "
        "robitronic, "
        "zround, "
        "raceresult, "
        "toolkit, "
        "jchip, "
        "ultra, "
        "wiclax, "
        "llrp, "
        "laprf, "
        "openstint, "
        "vstm, "
        "lines, "
        "manual, "
        "raw";
    CHECK(codec::make_codec("p3").has_value());
    const auto unknown = codec::make_codec("p4");
    REQUIRE(!unknown.has_value());
    CHECK(unknown.error().detail == "unknown protocol \"p4\"; known: " + known);
}
