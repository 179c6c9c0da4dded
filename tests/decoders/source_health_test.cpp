// What becomes of a source's figures as records come.
#include "decoders/link/source_health.hpp"

#include <catch2/catch.hpp>

using namespace chicane;
using namespace chicane::decoders;
using namespace chicane::decoders::link;

TEST_CASE("an empty status erases no figure") {
    SourceHealth health;
    note_status(health, {.noise = 40, .voltage_dv = 118, .decoder = 7}, {1});
    note_status(health, {}, {2});
    CHECK(health.last_status.noise == 40);
    CHECK(health.last_status.voltage_dv == 118);
    CHECK(health.decoder == 7u);
    CHECK(health.last_status_at.us == 2);
}

TEST_CASE("each loop of a decoder keeps its own noise") {
    SourceHealth health;
    note_status(health, {.noise = 21, .loop = "STA"}, {1});
    note_status(health, {.noise = 64, .loop = "BOX"}, {1});
    note_status(health, {.noise = 22, .loop = "STA"}, {2});
    REQUIRE(health.loop_statuses.size() == 2);
    CHECK(health.loop_statuses[0].noise == 22);
    CHECK(health.loop_statuses[1].noise == 64);
}

TEST_CASE("loops beyond the bound are not listed") {
    SourceHealth health;
    for (int loop = 0; loop < 100; ++loop) note_status(health, {.noise = loop, .loop = std::to_string(loop)}, {1});
    CHECK(health.loop_statuses.size() == loop_statuses_max);
    CHECK(health.last_status.noise == 99);
}

TEST_CASE("a weak tag is listed once, newest first, until its battery is well") {
    SourceHealth health;
    codec::Passing passing;
    const auto pass = [&](std::uint64_t tag, codec::Battery battery, std::int64_t at) {
        passing.transponder = {tag};
        passing.battery = battery;
        note_battery(health, passing, {at});
    };
    pass(1, codec::Battery::low, 1);
    pass(2, codec::Battery::faulty, 2);
    pass(1, codec::Battery::low, 3);
    REQUIRE(health.batteries.size() == 2);
    CHECK(health.batteries[0] == TagBattery{{1}, codec::Battery::low, {3}});
    pass(1, codec::Battery::ok, 4);
    CHECK(health.batteries.size() == 1);
    for (std::uint64_t tag = 10; tag < 200; ++tag) pass(tag, codec::Battery::low, 5);
    CHECK(health.batteries.size() == battery_tags_max);
    CHECK(health.batteries.front().transponder.value == 199);
}

TEST_CASE("only garbage with a wrong sum is a sum's error") {
    SourceHealth health;
    note_garbage(health, {51, codec::GarbageReason::crc});
    note_garbage(health, {40, codec::GarbageReason::checksum});
    note_garbage(health, {3, codec::GarbageReason::frame});
    CHECK(health.garbage_records == 3);
    CHECK(health.garbage_bytes == 94);
    CHECK(health.crc_errors == 2);
}

TEST_CASE("what a device did not like is kept as its code and its words, on one line that any screen can show") {
    SourceHealth health;
    note_complaint(health, {101, "no such\nantenna \xC3"});
    CHECK(health.complaint == "101: no such?antenna ?");
    note_complaint(health, {7, ""});
    CHECK(health.complaint == "7");
    note_complaint(health, {1, std::string(10'000, 'x')});
    CHECK(health.complaint.size() == complaint_max);
}
