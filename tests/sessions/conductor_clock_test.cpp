// What the clocks of decoders tell, and what a wrong one may move: nothing that was measured by another.
#include <catch2/catch.hpp>

#include "decoders/codec/codec.hpp"
#include "decoders/link/heard_decoder.hpp"
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
    const PassingKept last = centre.kept().back();
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

namespace {

/// A race of which the decoder restarts, and its first passing is held up on its way.
void restart_held_up(SourceCase& centre) {
    run_race(centre);
    centre.pass(101, 100 * second_us, ClockBase::start, 10);
    centre.pass(102, 105 * second_us, ClockBase::start, 15);
    centre.pass(101, 140 * second_us, ClockBase::start, 50);
    centre.epoch = 1;  // it starts at 60 s, and 102 passes then
    centre.pass(102, 0, ClockBase::start, 82);
    centre.pass(101, 30 * second_us, ClockBase::start, 90.010);
    centre.pass(102, 40 * second_us, ClockBase::start, 100.005);
}

std::vector<std::int64_t> laps_of(const SourceCase& centre, const std::string& number) {
    std::vector<std::int64_t> laps;
    const auto result = centre.conductor->result("ses_1");
    for (const sessions::ResultLap& lap : result->laps)
        if (lap.number == number) laps.push_back(lap.time_us);
    return laps;
}

constexpr std::int64_t way_us = 10'000;  // the quickest way since the restart

}  // namespace

TEST_CASE("where the first passing after a restart was held up, its epoch is moved to where quicker ones tell") {
    SourceCase centre;
    restart_held_up(centre);
    // 82 s was an arrival, 22 s late; nobody can know yet. Then 101 comes after 8 s that should be 30.
    CHECK(centre.clock.time.us - centre.begin.us == 100'005'000);
    const auto near = [](std::int64_t lap_us, std::int64_t true_us) { return std::abs(lap_us - true_us) <= way_us; };
    REQUIRE(laps_of(centre, "2").size() == 2);
    CHECK(near(laps_of(centre, "2")[0], 45 * second_us));
    CHECK(laps_of(centre, "2")[1] == 40 * second_us);  // within an epoch, the decoder's own
    REQUIRE(laps_of(centre, "1").size() == 2);
    CHECK(near(laps_of(centre, "1")[1], 40 * second_us));

    SECTION("a restart of the server tells the same") {
        const timing::Board before = centre.board();
        centre.open();
        CHECK(centre.board() == before);
        CHECK(near(laps_of(centre, "1")[1], 40 * second_us));
    }
    SECTION("and what comes after lies with it") {
        centre.pass(101, 72 * second_us, ClockBase::start, 132);
        CHECK(laps_of(centre, "1")[2] == 42 * second_us);
        CHECK(std::ranges::count_if(centre.journal.entries, [](const Entry& entry) {
                  return std::holds_alternative<EpochMoved>(entry.body);
              }) == 1);
    }
}

TEST_CASE("a lap over a stop of the server is right, whether the decoder restarted meanwhile or went on") {
    const bool restarted = GENERATE(false, true);
    SourceCase centre;
    centre.held_out = false;
    std::optional<link::HeardDecoder> heard{link::DecoderTraits{}};
    const auto pass = [&](std::int64_t shown_s, double at_s) {
        auto received = centre.made(101, shown_s * second_us, ClockBase::start);
        const auto placed = heard->passing(received.passing, {centre.begin.us + std::llround(at_s * 1e6)});
        received.epoch = placed.epoch;
        received.delay_us = placed.delay_us;
        centre.told(received, at_s);
    };
    pass(30, 40);
    pass(70, 80);
    centre.open();
    heard.emplace(link::DecoderTraits{});
    const LastPassing last = centre.conductor->last_passings().at(0);
    heard->resume({.decoder = last.decoder,
                   .last_number = last.number,
                   .last_time_us = last.time_us,
                   .epoch = last.epoch,
                   .newest_number = last.newest_number,
                   .newest_time_us = last.newest_time_us,
                   .newest_received = last.newest_received});
    pass(restarted ? 90 : 190, 200);
    CHECK(centre.board().rows.at(0).last_us == 120 * second_us);
    pass(restarted ? 131 : 231, 241);
    CHECK(centre.board().rows.at(0).last_us == 41 * second_us);
}

TEST_CASE("an epoch whose first passing came as quickly as others stays where it is") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, 100 * second_us, ClockBase::start, 10);
    centre.epoch = 1;
    for (int lap = 0; lap < 5; ++lap) centre.pass(101, lap * 40 * second_us, ClockBase::start, 60.015 + lap * 40);
    for (int lap = 5; lap < 9; ++lap) centre.pass(101, lap * 40 * second_us, ClockBase::start, 60 + lap * 40);
    CHECK(std::ranges::none_of(centre.journal.entries,
                               [](const Entry& entry) { return std::holds_alternative<EpochMoved>(entry.body); }));
}

TEST_CASE("a clock that somebody sets ahead is an alarm, and no lap becomes longer") {
    SourceCase centre;
    begin_at_ten(centre);
    const std::int64_t set_us = GENERATE(45 * minute_us, 2 * hour_us);
    const ClockBase base = GENERATE(ClockBase::utc, ClockBase::local);
    const std::int64_t zone_us = base == ClockBase::local ? hour_us : 0;
    const auto passes = [&](int at_s, std::int64_t ahead_us) {
        centre.epoch = ahead_us == 0 ? 0 : 1;  // its source knows a clock that was set
        centre.pass(101, centre.begin.us + zone_us + at_s * second_us + ahead_us, base, at_s);
    };
    passes(10, 0);
    CHECK_FALSE(has(centre.view(), AlarmKind::clock_jump));
    passes(50, set_us);
    const auto alarms = centre.view().alarms;
    REQUIRE(std::ranges::count(alarms, AlarmKind::clock_jump, &Alarm::kind) == 1);
    CHECK(alarms.front().subject == "sf");
    CHECK(std::abs(alarms.front().value - set_us / second_us) <= 1);
    passes(90, set_us);
    CHECK(centre.board().rows.at(0).laps == 2);
    CHECK(centre.board().rows.at(0).last_us == 40 * second_us);
    CHECK(centre.board().rows.at(0).best_us == 40 * second_us);
    CHECK(centre.kept().back().time().us == centre.begin.us + 90 * second_us);
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
}

TEST_CASE("a passing that was missing when a clock was set is placed by the clock that told it, and no lap is longer") {
    SourceCase centre;
    begin_at_ten(centre);
    const auto passes = [&](int crossed_s, int came_s, std::uint32_t times_set) {
        centre.epoch = times_set;
        centre.pass(101, centre.begin.us + crossed_s * second_us - times_set * hour_us, ClockBase::utc, came_s);
    };
    passes(10, 10, 0);
    passes(50, 50, 1);
    passes(130, 130, 2);
    REQUIRE(has(centre.view(), AlarmKind::clock_jump));
    const std::int64_t told_s = centre.view().alarms.front().value;
    passes(90, 135, 1);
    CHECK(centre.board().rows.at(0).laps == 3);
    CHECK(centre.board().rows.at(0).best_us == 40 * second_us);
    CHECK(centre.board().rows.at(0).last_us == 40 * second_us);
    CHECK(centre.view().alarms.front().value == told_s);
    passes(170, 170, 2);
    CHECK(centre.board().rows.at(0).laps == 4);
    CHECK(centre.board().rows.at(0).last_us == 40 * second_us);
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
}

TEST_CASE(
    "the server's own clock is set: race control is told by how much until it is right again, and no time moves") {
    SourceCase centre;
    centre.pass(101, centre.begin.us + 10 * second_us, ClockBase::utc, 10);
    centre.conductor->on_clock_set(900'000);  // a time server does that
    CHECK(centre.view().alarms.empty());
    centre.conductor->on_clock_set(-3'600'200'000);
    REQUIRE(has(centre.view(), AlarmKind::server_clock_set));
    CHECK(centre.view().alarms.front().value == -3'600);
    const auto views = centre.seen.size();
    centre.conductor->on_clock_set(-3'600'300'000);  // looked at again: nothing is new
    CHECK(centre.view().alarms.size() == 1);
    CHECK(centre.seen.back() == centre.seen[views - 1]);
    centre.pass(101, centre.begin.us + 50 * second_us, ClockBase::utc, 50);
    CHECK(centre.board().rows.at(0).last_us == 40 * second_us);
    centre.conductor->on_clock_set(100'000);
    CHECK_FALSE(has(centre.view(), AlarmKind::server_clock_set));
}

TEST_CASE("a decoder with numbers whose clock is set ahead by an hour is an alarm") {
    ConductorCase centre;
    centre.pass(101, 10);
    centre.hear(101, centre.begin.us + 50 * second_us + hour_us, timing::HostTime{centre.begin.us + 50 * second_us});
    const auto alarms = centre.view().alarms;
    REQUIRE(alarms.size() == 1);
    CHECK(alarms.front().kind == AlarmKind::clock_jump);
    CHECK(alarms.front().value == 3'600);
}

namespace {

/// Its decoder was asked what its clock shows, which is so far ahead of the host's.
void shows(SourceCase& centre, std::int64_t ahead_us, int at_s, std::uint32_t epoch = 0) {
    centre.at(at_s);
    link::SourceHealth health;
    health.state = link::SourceState::up;
    health.epoch = epoch;
    health.clock_offset_us = -ahead_us;
    centre.conductor->on_health("sf", health);
}

}  // namespace

TEST_CASE("a clock set ahead that a reading tells of first ends no race, and its next passing is the alarm") {
    SourceCase centre;
    sessions::Setup setup = ConductorCase::race("ses_1", 0);
    setup.rules.end.laps = 0;
    setup.rules.end.time_us = 20 * minute_us;
    REQUIRE(centre.did(StageSession{setup}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    centre.pass(101, centre.begin.us + 10 * second_us, ClockBase::utc, 10);
    const auto before = centre.journal.entries.size();
    SECTION("of the same epoch") { shows(centre, hour_us, 30); }
    SECTION("of the next epoch") { shows(centre, hour_us, 30, 1); }
    centre.wake_at(35);
    CHECK(centre.journal.entries.size() == before);
    CHECK(centre.conductor->session("ses_1")->phase == SessionView::Phase::running);
    centre.pass(101, centre.begin.us + 50 * second_us + hour_us, ClockBase::utc, 50);
    CHECK(has(centre.view(), AlarmKind::clock_jump));
}

TEST_CASE("a reading sets the track's clock right, unless it is of another epoch's clock") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, centre.begin.us + 10 * second_us, ClockBase::utc, 12);  // two seconds on its way
    const std::uint32_t epoch = GENERATE(0, 1);
    shows(centre, 0, 20, epoch);
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::yellow}));
    const auto* flag = std::get_if<FlagKept>(&centre.journal.entries.back().body);
    REQUIRE(flag);
    CHECK(flag->at.us == centre.begin.us + (epoch == 0 ? 20 : 18) * second_us);
}

TEST_CASE("past its midnight a clock of the day is read by what it shows, a day on") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, day_us - 20 * second_us, ClockBase::day, 10);
    centre.pass(101, 20 * second_us, ClockBase::day, 50);
    shows(centre, day_us + 20 * second_us - (centre.begin.us + 50 * second_us), 60);  // its source counts on
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::yellow}));
    const auto* flag = std::get_if<FlagKept>(&centre.journal.entries.back().body);
    REQUIRE(flag);
    CHECK(flag->at.us == centre.begin.us + 60 * second_us);
}
