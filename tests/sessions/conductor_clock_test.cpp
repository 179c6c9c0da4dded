// What the clocks of decoders tell, and what a wrong one may move: nothing that was measured by another.
#include <catch2/catch.hpp>

#include "decoders/codec/codec.hpp"
#include "tests/sessions/source_case.hpp"

using namespace chicane;
using namespace chicane::sessions::conductor;
using namespace decoders;

namespace {

/// A device's own words, and when they came.
void said(SourceCase& centre, const char* protocol, std::string_view text, double at_s) {
    std::vector<codec::Record> records;
    const auto codec = codec::find_protocol(protocol)->make();
    codec->feed(std::as_bytes(std::span(text)), records);
    for (const codec::Record& record : records)
        if (const auto* passing = std::get_if<codec::Passing>(&record)) {
            link::ReceivedPassing received;
            received.passing = *passing;
            centre.told(received, at_s);
        }
}

/// 2026-11-24, an hour ahead of UTC, as is the device's local time of the texts below.
void begin_at_ten(SourceCase& centre) {
    centre.begin = centre.clock.time = timing::HostTime{1'795'510'800'000'000};
    centre.open();
}

}  // namespace

TEST_CASE("a marker without a date moves no passing of a device whose passings have one") {
    SourceCase centre;
    begin_at_ten(centre);
    SECTION("an exporter's") {
        const auto passes = [&](const char* time, double at_s) {
            said(centre, "toolkit", "Finish@Passing@t=" + std::string(time) + "|c=0000101|d=261124@1@$", at_s);
        };
        passes("10:00:10.000", 10);
        said(centre, "toolkit", "Finish@Marker@t=10:00:20.500|mt=Gunshot|n=Gunshot 1@2@$", 20.6);
        passes("10:00:50.000", 50);
    }
    SECTION("a Wiclax device's") {
        said(centre, "wiclax", "101;24-11-2026 10:00:10.000;0A\r", 10);
        said(centre, "wiclax", "RACESTART 10:00:20,500\r", 20.6);
        said(centre, "wiclax", "101;24-11-2026 10:00:50.000;0A\r", 50);
    }
    SECTION("and where it is the first that is heard") {
        said(centre, "wiclax", "RACESTART 10:00:05,000\r", 5.1);
        said(centre, "wiclax", "101;24-11-2026 10:00:10.000;0A\r", 10);
        said(centre, "wiclax", "101;24-11-2026 10:00:50.000;0A\r", 50);
    }
    REQUIRE(centre.kept().size() == 3);
    const PassingKept& last = centre.kept().back();
    CHECK(last.correction_us == -hour_us);
    CHECK(last.time().us == centre.begin.us + 50 * second_us);
    for (const PassingKept& kept : centre.kept()) {
        if (!kept.passing.trigger) continue;
        INFO("the marker itself lies where the device's clock had it");
        CHECK(std::abs(kept.time().us - kept.received.us) <= 100'000);
    }
    CHECK(centre.board().rows.at(0).last_us == 40 * second_us);
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
}

TEST_CASE("a decoder without a clock is timed by when its words come") {
    SourceCase centre;
    for (const auto& [tag, at_s] : {std::pair{101, 10.0}, {102, 10.7}, {103, 11.1}, {101, 50.0}, {102, 50.4}})
        centre.pass(static_cast<std::uint64_t>(tag), 0, ClockBase::none, at_s);
    for (const PassingKept& kept : centre.kept()) CHECK(kept.time().us == kept.received.us);
    CHECK(centre.board().rows.at(0).last_us == 39'700'000);
}

TEST_CASE("a passing without a time moves none that has one") {
    SourceCase centre;
    centre.pass(101, centre.begin.us + 10 * second_us, ClockBase::utc, 10);
    centre.pass(102, 0, ClockBase::none, 20);
    centre.pass(101, centre.begin.us + 50 * second_us, ClockBase::utc, 50);
    CHECK(centre.kept().back().correction_us == 0);
}
