// The table of protocols.
#include "decoders/codec/codec.hpp"

#include <catch2/catch.hpp>

using namespace chicane::decoders;

TEST_CASE("a device that cannot be asked for its clock is missed after 15 seconds, or never") {
    for (const auto& protocol : codec::protocols()) {
        INFO(protocol.word);
        if (protocol.make()->ask_clock().empty()) CHECK(protocol.quiet_max_us <= 15'000'000);
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
