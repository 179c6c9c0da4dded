// What decoders of all kinds ask of the conductor: repeats that are known, passings that are held out until they are on disk, clocks
// that count from their start, from midnight or not at all, loops inside a decoder, and crossings without a tag.
#include <catch2/catch.hpp>

#include "sessions/conductor/track_clock.hpp"
#include "tests/sessions/source_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;
using decoders::codec::ClockBase;

TEST_CASE("a message of which one passing was not taken is not acknowledged by its last, but by its repetition") {
    SourceCase centre;
    centre.listen();
    const auto message = [&](double at_s, bool first_is_taken) {
        centre.held_out = false;
        centre.journal.takes_no_more = !first_is_taken;
        centre.pass(101, 40 * second_us, ClockBase::local, at_s);
        centre.held_out = true;
        centre.journal.takes_no_more = false;
        centre.pass(102, 41 * second_us, ClockBase::local, at_s);
        centre.journal.sync();
    };
    message(1, false);
    CHECK(centre.safe.empty());
    message(2, true);
    CHECK(centre.safe == std::vector<std::string>{"sf 102"});
    CHECK(centre.kept().size() == 2);
}

TEST_CASE("a passing that is held out is said to be safe only once it is on disk, and once") {
    SourceCase centre;
    centre.listen();
    centre.journal.quick = false;
    centre.pass(101, 40 * second_us, ClockBase::start, 1);
    centre.pass(101, 40 * second_us, ClockBase::start, 1.5);  // it repeats it meanwhile
    CHECK(centre.safe.empty());
    centre.journal.sync();
    CHECK(centre.safe == std::vector<std::string>{"sf 101"});
    CHECK(centre.kept().size() == 1);
    centre.pass(101, 40 * second_us, ClockBase::start, 3);  // our answer was lost: it is answered at once
    CHECK(centre.safe.size() == 2);
    CHECK(centre.kept().size() == 1);
}

TEST_CASE("what was told again after a crash is known by the journal, and safe at once") {
    SourceCase centre;
    centre.listen();
    centre.pass(101, 40 * second_us, ClockBase::start, 1);
    centre.kill();
    centre.safe.clear();
    centre.listen();
    centre.pass(101, 40 * second_us, ClockBase::start, 5);
    CHECK(centre.kept().size() == 1);
    CHECK(centre.safe.size() == 1);
    centre.pass(101, 70 * second_us, ClockBase::start, 31);
    CHECK(centre.board().rows[0].laps == 1);
    CHECK(centre.board().rows[0].last_us == 30 * second_us);
}

TEST_CASE("what a crash took from the disk is taken when it is told again") {
    SourceCase centre;
    centre.listen();
    centre.pass(101, 40 * second_us, ClockBase::start, 1);
    centre.journal.quick = false;
    centre.pass(101, 70 * second_us, ClockBase::start, 31);
    centre.kill();
    centre.listen();
    centre.pass(101, 70 * second_us, ClockBase::start, 33);
    CHECK(centre.kept().size() == 2);
    CHECK(centre.board().rows[0].last_us == 30 * second_us);
}

TEST_CASE("what no disk can take any more is never said to be safe, and is taken when it is told again") {
    SourceCase centre;
    centre.listen();
    if (GENERATE(false, true)) {
        auto tested = *centre.conductor->device("sf");
        tested.test = true;
        REQUIRE(centre.conductor->put_device("main", tested, "meca"));
    }
    const auto entries = [&] { return centre.journal.entries.size(); };
    centre.pass(101, 40 * second_us, ClockBase::start, 1);
    const std::size_t before = entries();
    centre.safe.clear();
    centre.journal.takes_no_more = true;
    centre.pass(102, 70 * second_us, ClockBase::start, 31);
    const auto flag = centre.ask(ShowFlag{"main", timing::Flag::yellow});
    CHECK((!flag || !flag->has_value()));
    centre.journal.takes_no_more = false;
    centre.pass(103, 71 * second_us, ClockBase::start, 32);  // durable() is past the lost one now
    CHECK(centre.safe == std::vector<std::string>{"sf 103"});
    centre.pass(102, 70 * second_us, ClockBase::start, 33);
    CHECK(centre.safe == std::vector<std::string>{"sf 103", "sf 102"});
    CHECK(entries() == before + 2);
}

TEST_CASE("a repeat is counted with its device and is no passing") {
    SourceCase centre;
    centre.pass(101, 40 * second_us, ClockBase::start, 1);
    const auto strip = centre.view().strip.size();
    centre.pass(101, 40 * second_us, ClockBase::start, 2);
    CHECK(centre.view().strip.size() == strip);
    centre.epoch = 1;  // the decoder began anew: the same reading is another crossing
    centre.pass(101, 40 * second_us, ClockBase::start, 62);
    CHECK(centre.kept().size() == 2);
}

TEST_CASE("a repeat waits for all that was taken before it") {
    SourceCase centre;
    centre.listen();
    centre.pass(101, 40 * second_us, ClockBase::start, 1);
    centre.safe.clear();
    centre.journal.quick = false;
    centre.pass(102, 41 * second_us, ClockBase::start, 2);
    centre.pass(101, 40 * second_us, ClockBase::start, 2.1);  // the last of a message whose receipt is for both
    CHECK(centre.safe.empty());
    centre.journal.sync();
    CHECK(centre.safe.size() == 2);
}

TEST_CASE("a clock that counts from its start is placed by its epoch's first passing, and laps are its own") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, 500 * second_us, ClockBase::start, 12);
    CHECK(centre.kept().back().correction_us == centre.begin.us + 12 * second_us - 500 * second_us);
    centre.pass(101, 540 * second_us, ClockBase::start, 52.3);  // 0.3 s on its way
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
    centre.epoch = 1;
    centre.pass(101, 5 * second_us, ClockBase::start, 92);
    CHECK(centre.board().rows[0].laps == 2);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
    CHECK_FALSE(has(centre.view(), AlarmKind::clock_jump));
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
    centre.pass(101, 45 * second_us, ClockBase::start, 132.1);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
}

TEST_CASE("an epoch whose first passing was held back is placed by its delay") {
    SourceCase centre;
    run_race(centre);
    auto first = centre.made(101, 100 * second_us, ClockBase::start);
    first.delay_us = 20 * second_us;  // a reading of the clock told of it
    centre.told(first, 32);
    CHECK(centre.board().rows[0].laps == 0);
    centre.pass(101, 140 * second_us, ClockBase::start, 52);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
    CHECK(centre.kept().back().time().us == centre.begin.us + 52 * second_us);
}

TEST_CASE("a backlog without a clock's reading does not push later passings into the future") {
    SourceCase centre;
    centre.pass(101, 100 * second_us, ClockBase::start, 3600);  // of an hour ago, but nobody can know
    centre.pass(102, 3'700 * second_us, ClockBase::start, 3601);
    CHECK(centre.kept().back().time().us == centre.begin.us + 3'601 * second_us);
}

TEST_CASE("a clock that counts from midnight runs on over it") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, day_us - 10 * second_us, ClockBase::day, 12);
    centre.pass(101, 30 * second_us, ClockBase::day, 52);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
    centre.pass(102, day_us - 5 * second_us, ClockBase::day, 53);  // late, of before midnight
    CHECK(centre.kept().back().time().us == centre.begin.us + 17 * second_us);
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
    centre.pass(101, 70 * second_us, ClockBase::day, 92.2);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
}

TEST_CASE("a clock of 32 bits runs on over its end") {
    SourceCase centre;
    centre.rolls_over_us = (std::int64_t{1} << 32) * 1'000;
    run_race(centre);
    centre.pass(101, centre.rolls_over_us - 10 * second_us, ClockBase::start, 12);
    centre.pass(101, 30 * second_us, ClockBase::start, 52);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
}

TEST_CASE("a decoder that shows local time is brought back by whole quarters of an hour") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, centre.begin.us + 2 * hour_us + 12 * second_us + 7, ClockBase::local, 12);
    CHECK(centre.kept().back().correction_us == -2 * hour_us);
    CHECK_FALSE(has(centre.view(), AlarmKind::clock_jump));
}

TEST_CASE("without a clock a passing has the host's time, and the strip says so") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, 0, ClockBase::none, 12);
    centre.pass(101, 0, ClockBase::none, 52);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
    CHECK(centre.view().strip.front().host_time);
    centre.pass(101, 0, ClockBase::none, 92);
    CHECK(centre.board().rows[0].laps == 2);
}

TEST_CASE("a second decoder whose clock is apart is brought onto the first one's, unless both have GPS") {
    const bool gps = GENERATE(false, true);
    SourceCase centre(false, true);
    decoders::link::SourceHealth health;
    health.state = decoders::link::SourceState::silent;
    if (gps) health.last_status.gps = 1;
    centre.conductor->on_health("sf2", health);
    centre.conductor->on_health("sf", health);
    auto first = centre.made(101, centre.begin.us + 10 * second_us, ClockBase::utc);
    first.delay_us = 0;
    centre.told(first, 10);
    auto second = centre.made(102, centre.begin.us + 15 * second_us + 700'000, ClockBase::utc);
    second.delay_us = 0;
    centre.told(second, 15, "sf2");
    CHECK(centre.kept().back().correction_us == (gps ? 0 : -700'000));
}

TEST_CASE("a second decoder that drifts is held on the first one's clock for a day") {
    SourceCase centre(false, true);
    constexpr double ppm = 40;
    const auto drifted = [&](std::int64_t at_us) {
        return at_us + static_cast<std::int64_t>(static_cast<double>(at_us) * ppm / 1e6);
    };
    std::int64_t worst_us = 0;
    for (int minute = 1; minute < 24 * 60; ++minute) {
        const std::int64_t at_us = minute * minute_us;
        auto main = centre.made(101, centre.begin.us + at_us, ClockBase::utc);
        main.delay_us = 0;
        centre.told(main, static_cast<double>(at_us) / 1e6);
        auto backup = centre.made(102, centre.begin.us + drifted(at_us), ClockBase::utc);
        backup.delay_us = 0;
        centre.told(backup, static_cast<double>(at_us) / 1e6, "sf2");
        const auto& kept = std::get<PassingKept>(centre.journal.entries.back().body);
        worst_us = std::max(worst_us, std::abs(at_us + centre.begin.us - kept.time().us));
    }
    CHECK(worst_us < 50'000);  // alone it would be 3.4 s: more than the merge window
}

TEST_CASE(
    "a second decoder that is heard again after hours is brought back in one step, and the track's clock with it") {
    constexpr double ppm = 40;
    TrackClock clock;
    for (const char* device : {"sf", "sf2"}) clock.add_device(device, 1);
    const auto hear = [&](const std::string& device, std::int64_t time_us, std::int64_t at_us) {
        decoders::link::ReceivedPassing received;
        received.passing.time_us = time_us;
        received.received = timing::HostTime{at_us};
        received.delay_us = 0;
        clock.heard({device, 0, received.received, received.passing, clock.correction_us(device, received, {})});
    };
    for (int minute = 1; minute < 640; ++minute) {
        const std::int64_t at_us = minute * minute_us;
        hear("sf", at_us, at_us);
        if (minute >= 60 && minute < 600) continue;
        hear("sf2", at_us + static_cast<std::int64_t>(static_cast<double>(at_us) * ppm / 1e6), at_us);
        CHECK(std::abs(clock.at(timing::HostTime{at_us}).us - at_us) < 50'000);
    }
}

TEST_CASE("loops inside a decoder have their own roles") {
    SourceCase centre;
    centre.set_up = [](TrackOptions& track) { track.devices[0].loops = {{"BOX", timing::LoopRole::pit_in, 0}}; };
    centre.open();
    run_race(centre);
    centre.pass(101, 500 * second_us, ClockBase::start, 12);
    centre.loop = "BOX";
    centre.pass(101, 530 * second_us, ClockBase::start, 42);
    CHECK(centre.board().rows[0].laps == 0);
    CHECK(centre.view().strip.front().role == timing::LoopRole::pit_in);
    centre.loop = "STA";
    centre.pass(101, 560 * second_us, ClockBase::start, 72);
    CHECK(centre.board().rows[0].laps == 1);
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
}

TEST_CASE("a crossing that no tag told of waits for an official, who gives it to an entrant") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, 500 * second_us, ClockBase::start, 12);
    auto light = centre.made(0, 540 * second_us, ClockBase::start);
    light.passing.trigger = true;
    centre.told(light, 52);
    CHECK(centre.board().rows[0].laps == 0);
    REQUIRE(centre.view().crossings.size() == 1);
    const std::uint64_t crossing = centre.view().crossings[0].seq;
    REQUIRE(centre.did(AssignCrossing{"ses_1", crossing, timing::EntrantId{1}}));
    CHECK(centre.board().rows[0].laps == 1);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
    CHECK(centre.view().crossings.empty());
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
    REQUIRE(centre.did(UndoAction{"main"}));
    CHECK(centre.board().rows[0].laps == 0);
    CHECK(centre.view().crossings.size() == 1);
}

TEST_CASE("a crossing beside a tag's is that kart's, whichever is told first") {
    SourceCase centre;
    run_race(centre);
    auto light = centre.made(0, 500 * second_us, ClockBase::start);
    light.passing.trigger = true;
    centre.told(light, 12);
    CHECK(centre.view().crossings.size() == 1);
    centre.pass(101, 500 * second_us + 200'000, ClockBase::start, 12.3);
    CHECK(centre.view().crossings.empty());
    auto again = centre.made(0, 540 * second_us, ClockBase::start);
    again.passing.trigger = true;
    centre.pass(102, 540 * second_us + 400'000, ClockBase::start, 52.5);
    centre.told(again, 52.6);
    CHECK(centre.view().crossings.empty());
}

TEST_CASE("a crossing cannot be given twice, nor to who is not there") {
    SourceCase centre;
    run_race(centre);
    auto light = centre.made(0, 500 * second_us, ClockBase::start);
    light.passing.trigger = true;
    centre.told(light, 12);
    const std::uint64_t crossing = centre.view().crossings.at(0).seq;
    CHECK_FALSE(centre.did(AssignCrossing{"ses_1", crossing, timing::EntrantId{99}}));
    CHECK_FALSE(centre.did(AssignCrossing{"ses_1", crossing + 50, timing::EntrantId{1}}));
    CHECK(centre.did(AssignCrossing{"ses_1", crossing, timing::EntrantId{1}}));
    CHECK_FALSE(centre.did(AssignCrossing{"ses_1", crossing, timing::EntrantId{2}}));
}

TEST_CASE("a kart that stands on the line is an alarm and makes no laps, and drives on as before") {
    SourceCase centre;
    run_race(centre);
    centre.pass(101, 500 * second_us, ClockBase::start, 12);
    for (int at_s = 14; at_s < 80; at_s += 2) centre.pass(101, (488 + at_s) * second_us, ClockBase::start, at_s);
    CHECK(centre.board().rows[0].laps == 0);
    CHECK(has(centre.view(), AlarmKind::parked_kart));
    centre.pass(101, (488 + 120) * second_us, ClockBase::start, 120);
    CHECK(centre.board().rows[0].laps == 1);
    CHECK_FALSE(has(centre.view(), AlarmKind::parked_kart));
}

TEST_CASE("a dead main decoder loses nothing that its backup hears, and is an alarm") {
    SourceCase centre(false, true);
    centre.health("sf", decoders::link::SourceState::up);
    run_race(centre);
    const auto hear = [&](const std::string& device, double at_s) {
        centre.told(centre.made(101, centre.begin.us + static_cast<std::int64_t>(at_s * 1e6), ClockBase::utc),
                    at_s + 0.01, device);
    };
    hear("sf", 12);
    hear("sf2", 12.02);
    centre.health("sf", decoders::link::SourceState::down);  // its switch died
    hear("sf2", 52.02);
    CHECK(centre.board().rows[0].laps == 1);  // at once
    CHECK(has(centre.view(), AlarmKind::decoder_lost));
    centre.health("sf", decoders::link::SourceState::up);
    hear("sf", 92);
    hear("sf2", 92.02);
    hear("sf", 52);  // it had heard that one, and tells of it now that it is back
    CHECK(centre.board().rows[0].laps == 2);
    CHECK(centre.board().rows[0].best_us == 40 * second_us);
}
