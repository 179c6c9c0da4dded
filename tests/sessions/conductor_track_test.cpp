// What is the track's: several of them, the backup decoder, clocks that jump, open practice, repair after a failed check.
#include <catch2/catch.hpp>

#include "sessions/conductor/alarms.hpp"
#include "sessions/conductor/held_passings.hpp"
#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;
using decoders::link::SourceState;

namespace {

bool has(const TrackView& view, AlarmKind kind) {
    return std::ranges::any_of(view.alarms, [&](const Alarm& alarm) { return alarm.kind == kind && !alarm.until; });
}

void run_race(ConductorCase& centre) {
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 9)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
}

}  // namespace

TEST_CASE("two tracks have one log each and do not see each other's passings") {
    ConductorCase centre(true, false);
    centre.pass(101, 0, "sf");
    centre.pass(102, 1, "kids-sf");
    CHECK(centre.board().rows.size() == 1);
    REQUIRE(centre.sink.boards.at("kids")->rows.size() == 1);
    CHECK(centre.sink.boards.at("kids")->rows[0].transponder->value == 102);
}

TEST_CASE("a deadline of one track is kept when another track is busy") {
    ConductorCase centre(true, false);
    auto setup = ConductorCase::race("ses_1", 0);
    setup.rules.end.time_us = minute_us;
    REQUIRE(centre.did(StageSession{setup}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    centre.pass(999, 30, "kids-sf");
    centre.wake_at(31);
    REQUIRE(centre.clock.wake);
    CHECK(centre.clock.wake->us == centre.begin.us + minute_us);
}

TEST_CASE("a passing is on the board at once, and those that come together are in the view once") {
    ConductorCase centre;
    const auto view_of = [&] { return centre.sink.views.at("main"); };
    const auto before = view_of();
    centre.pass(101, 5);
    centre.pass(102, 5);
    CHECK(centre.board().rows.size() == 2);
    CHECK(view_of() == before);
    REQUIRE(centre.clock.wake);
    CHECK(*centre.clock.wake == timing::later_by(centre.clock.time, gathered_us));
    centre.clock.time = *centre.clock.wake;
    centre.conductor->on_wake();
    CHECK(view_of()->strip.size() == 2);
}

TEST_CASE("what is gathered into a track's view makes no board anew, and nothing of another track") {
    ConductorCase centre(true, false);
    centre.pass(101, 5);
    const auto board = centre.sink.boards;
    const auto views = centre.sink.views;
    centre.clock.time = *centre.clock.wake;
    centre.conductor->on_wake();
    CHECK(centre.sink.boards == board);
    CHECK(centre.sink.views.at("kids") == views.at("kids"));
    CHECK(centre.sink.views.at("main")->strip.size() == 1);
}

TEST_CASE("a passing of the backup decoder waits for the main one's while that is healthy") {
    ConductorCase centre(false, true);
    run_race(centre);
    centre.health("sf", SourceState::up);
    const auto shown = [&] { return centre.view().strip.size(); };
    centre.pass(101, 12, "sf2");
    CHECK(shown() == 0);
    CHECK(centre.conductor->last_passings().at(0).device == "sf2");  // journaled at once
    centre.pass(101, 12, "sf");
    REQUIRE(shown() == 2);
    CHECK(centre.view().strip[0].verdict != centre.view().strip[1].verdict);
}

TEST_CASE("a backup passing that the main decoder missed is shown after the hold") {
    ConductorCase centre(false, true);
    run_race(centre);
    centre.health("sf", SourceState::up);
    centre.pass(101, 12, "sf2");
    CHECK(centre.view().strip.empty());
    REQUIRE(centre.clock.wake);
    CHECK(centre.clock.wake->us == centre.clock.time.us + hold_us);
    centre.wake_at(13);
    REQUIRE(centre.view().strip.size() == 1);
    CHECK(centre.view().strip[0].verdict == timing::Verdict::starts_lap);
}

TEST_CASE("a main passing that comes later still corrects the board") {
    ConductorCase centre(false, true);
    run_race(centre);
    centre.health("sf", SourceState::up);
    centre.pass(101, 12, "sf2");
    centre.wake_at(14);
    centre.hear(101, centre.begin.us + 12 * second_us - 5'000, centre.clock.time, "sf");
    REQUIRE(centre.view().strip.size() == 2);
    CHECK(centre.view().strip[0].verdict == timing::Verdict::backup);
    CHECK(centre.view().strip[1].verdict == timing::Verdict::starts_lap);
}

TEST_CASE("a backup passing does not wait for a main decoder that is silent") {
    ConductorCase centre(false, true);
    run_race(centre);
    centre.health("sf", SourceState::silent);
    centre.pass(101, 12, "sf2");
    CHECK(centre.view().strip.size() == 1);
}

TEST_CASE("a decoder that restarts in 1970 goes on on the track's clock, with an alarm") {
    ConductorCase centre;
    run_race(centre);
    centre.pass(101, 12);
    constexpr std::int64_t in_1970 = 5'000'000;
    centre.at(40);
    centre.hear(101, in_1970, centre.clock.time, "sf", 1);
    centre.at(70);
    centre.hear(101, in_1970 + 30 * second_us, centre.clock.time, "sf", 1);
    CHECK(centre.board().rows[0].laps == 2);
    CHECK(centre.board().rows[0].last_us == 30 * second_us);
    CHECK(has(centre.view(), AlarmKind::clock_jump));
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
}

TEST_CASE("passings that a decoder held back for minutes are late and not of a wrong clock") {
    ConductorCase centre;
    run_race(centre);
    centre.pass(101, 12);
    centre.at(600);
    centre.hear(101, centre.begin.us + 52 * second_us, centre.clock.time, "sf", 1);
    CHECK(centre.board().rows[0].last_us == 40 * second_us);
    CHECK_FALSE(has(centre.view(), AlarmKind::clock_jump));
}

TEST_CASE("a signal's host time becomes decoder time by the smallest delay") {
    ConductorCase centre;
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 2)}));
    // The decoder's clock is 7 s ahead; its passings are 0.2 s, once 0.05 s, on their way.
    constexpr std::int64_t ahead_us = 7 * second_us;
    centre.hear(555, centre.begin.us + ahead_us - 200'000, centre.clock.time);
    centre.at(5);
    centre.hear(555, centre.clock.time.us + ahead_us - 50'000, centre.clock.time);
    centre.at(10);
    centre.hear(555, centre.clock.time.us + ahead_us - 200'000, centre.clock.time);
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    centre.at(20);
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    const auto& start = std::get<StepKept>(centre.journal.entries.back().body);
    CHECK(start.at.us == centre.clock.time.us + ahead_us - 50'000);
}

TEST_CASE("a failed check is told, the track is made anew, and the passing is not lost") {
    ConductorCase centre;
    centre.break_next_morning = true;
    centre.pass(555, 0);
    CHECK(centre.sink.broken.size() == 1);
    REQUIRE(centre.view().alarms.size() == 1);
    const Alarm told = centre.view().alarms.front();
    CHECK(told.kind == AlarmKind::rebuilt);
    CHECK(told.until);  // it has happened, and holds no longer
    centre.break_next_morning = false;
    centre.pass(555, 40);
    REQUIRE(centre.did(SeeAlarm{told.id}));
    CHECK(centre.view().alarms.empty());
    REQUIRE(centre.board().rows.size() == 1);
    CHECK(centre.board().rows[0].laps == 1);
}

TEST_CASE("what was lost for good is an alarm until it is seen, and what still holds outlives many of them") {
    ConductorCase centre;
    centre.health("sf", decoders::link::SourceState::silent);
    for (std::uint32_t number = 1; number <= 2 * alarms_max; ++number) centre.conductor->on_lost("sf", number, number);
    const auto alarms = centre.view().alarms;
    CHECK(alarms.size() == alarms_max);
    CHECK(has(centre.view(), AlarmKind::decoder_silent));
    for (const Alarm& alarm : alarms)
        if (alarm.kind == AlarmKind::passings_lost) REQUIRE(centre.did(SeeAlarm{alarm.id}));
    REQUIRE(centre.view().alarms.size() == 1);
    CHECK(centre.view().alarms.front().kind == AlarmKind::decoder_silent);
}

TEST_CASE("open practice goes on where it was when a session is aborted") {
    ConductorCase centre;
    centre.pass(555, 0);
    const auto practice = centre.view().current;
    run_race(centre);
    centre.pass(555, 40);
    REQUIRE(centre.did(AbortSession{"ses_1"}));
    CHECK(centre.view().current == practice);
    CHECK(centre.board().rows[0].laps == 1);
}

TEST_CASE("abort, close and arm can be taken back") {
    ConductorCase centre;
    run_race(centre);
    centre.pass(101, 12);
    centre.pass(101, 52);
    const timing::Board running = centre.board();
    REQUIRE(centre.did(AbortSession{"ses_1"}));
    REQUIRE(centre.did(UndoAction{"main"}));
    CHECK(centre.board() == running);
    REQUIRE(centre.did(FinishSession{"ses_1"}));
    REQUIRE(centre.did(CloseSession{"ses_1"}));
    CHECK(centre.conductor->session("ses_1")->phase == SessionView::Phase::closed);
    REQUIRE(centre.did(UndoAction{"main"}));
    REQUIRE(centre.did(UndoAction{"main"}));
    CHECK(centre.conductor->session("ses_1")->phase == SessionView::Phase::running);
    CHECK(centre.board().rows[0].laps == 1);
}

TEST_CASE("a passing that comes after the close changes the result of its session") {
    ConductorCase centre;
    run_race(centre);
    centre.pass(101, 12);
    centre.at(60);
    REQUIRE(centre.did(FinishSession{"ses_1"}));
    REQUIRE(centre.did(CloseSession{"ses_1"}));
    centre.pass(101, 52);
    CHECK(centre.conductor->result("ses_1")->classification[0].laps == 1);
    CHECK_FALSE(centre.board().session);
}

TEST_CASE("a list of sessions says when each started and was over") {
    ConductorCase centre;
    run_race(centre);
    centre.pass(101, 12);
    centre.at(60);
    REQUIRE(centre.did(FinishSession{"ses_1"}));
    REQUIRE(centre.did(CloseSession{"ses_1"}));
    const auto lives = centre.conductor->lives();
    REQUIRE(lives.size() == 1);
    CHECK(lives[0].phase == SessionView::Phase::closed);
    CHECK(lives[0].started_at == centre.begin);
    CHECK(lives[0].finished_at == timing::HostTime{centre.begin.us + minute_us});
}

TEST_CASE("open practice ends in the morning, also when nobody passes") {
    ConductorCase centre;
    centre.pass(555, 0);
    REQUIRE(centre.board().session);
    centre.at(24 * 3600);
    centre.conductor->on_wake();
    CHECK_FALSE(centre.board().session);
}

TEST_CASE("a row that rests leaves the board by itself") {
    ConductorCase centre;
    centre.pass(555, 0);
    centre.pass(556, 60);
    centre.wake_at(61);
    REQUIRE(centre.clock.wake);
    CHECK(centre.clock.wake->us == centre.begin.us + 10 * minute_us);
    centre.wake_at(600);
    REQUIRE(centre.board().rows.size() == 1);
    CHECK(centre.board().rows[0].transponder->value == 556);
}

TEST_CASE("a tag that nobody has is listed in open practice and is an alarm in a session") {
    ConductorCase centre;
    centre.pass(900, 0);
    REQUIRE(centre.view().unknown.size() == 1);
    CHECK_FALSE(has(centre.view(), AlarmKind::unknown_tag));
    run_race(centre);
    centre.pass(900, 12);
    CHECK(has(centre.view(), AlarmKind::unknown_tag));
    REQUIRE(centre.did(AssignTransponder{{900}, {}, "ses_1", timing::EntrantId{1}, {}}));
    CHECK_FALSE(has(centre.view(), AlarmKind::unknown_tag));
}

TEST_CASE("a tag that an entrant of an earlier session had is nobody's in the next, and an alarm again") {
    ConductorCase centre;
    run_race(centre);
    REQUIRE(centre.did(AssignTransponder{{900}, {}, "ses_1", timing::EntrantId{1}, {}}));
    REQUIRE(centre.did(FinishSession{"ses_1"}));
    auto setup = ConductorCase::race("ses_2", 5);
    for (auto& entrant : setup.entrants) entrant.id.value += 10;
    REQUIRE(centre.did(StageSession{setup}));
    REQUIRE(centre.did(ArmSession{"ses_2"}));
    REQUIRE(centre.did(StartSession{"ses_2", {}}));
    centre.pass(900, 90);
    REQUIRE(centre.view().unknown.size() == 1);
    CHECK(has(centre.view(), AlarmKind::unknown_tag));
    CHECK(centre.view().strip[0].verdict == timing::Verdict::unknown_transponder);
}

TEST_CASE("a kart that does not take part is told by its number, not entered and no alarm") {
    ConductorCase centre;
    REQUIRE(centre.did(PutKart{timing::KartId{7}, "7", "adult", false}));
    REQUIRE(centre.did(AssignTransponder{{900}, timing::KartId{7}, {}, {}, {}}));
    run_race(centre);
    centre.pass(900, 12);
    CHECK(centre.view().strip[0].verdict == timing::Verdict::not_entered);
    CHECK(centre.view().strip[0].number == "7");
    CHECK(centre.view().unknown.empty());
    CHECK_FALSE(has(centre.view(), AlarmKind::unknown_tag));
}

TEST_CASE("a lap that is too long is an alarm until the next, or until the missed passing comes") {
    ConductorCase centre;
    for (int s = -600; s <= -440; s += 40) centre.pass(101, s);
    centre.pass(101, -300);
    CHECK_FALSE(has(centre.view(), AlarmKind::suspicious_lap));  // in open practice he has had a rest
    run_race(centre);
    for (int s = 20; s <= 180; s += 40) centre.pass(101, s);
    CHECK_FALSE(has(centre.view(), AlarmKind::suspicious_lap));
    centre.pass(101, 260);
    REQUIRE(has(centre.view(), AlarmKind::suspicious_lap));
    CHECK(centre.view().alarms[0].subject == "1");
    CHECK_FALSE(centre.view().alarms[0].grave);
    centre.pass(101, 220);  // the decoder sent it again
    CHECK_FALSE(has(centre.view(), AlarmKind::suspicious_lap));
    CHECK(centre.view().alarms[0].until);  // over, and shown until it is seen
    centre.pass(101, 340);
    CHECK(has(centre.view(), AlarmKind::suspicious_lap));
    centre.pass(101, 380);
    CHECK_FALSE(has(centre.view(), AlarmKind::suspicious_lap));
}

TEST_CASE("a tag that another holds changes hands from now on") {
    ConductorCase centre;
    run_race(centre);
    centre.pass(101, 12);
    centre.pass(101, 52);
    centre.at(60);
    REQUIRE(centre.did(AssignTransponder{{101}, {}, "ses_1", timing::EntrantId{2}, {}}));
    centre.pass(101, 92);
    CHECK(centre.conductor->result("ses_1")->classification[0].number == "1");
    CHECK(centre.conductor->result("ses_1")->classification[0].laps == 1);
}

TEST_CASE("a preview says who would move and changes nothing") {
    ConductorCase centre;
    run_race(centre);
    centre.pass(101, 12);
    centre.pass(102, 13);
    centre.pass(900, 11);
    centre.pass(900, 50);
    centre.pass(101, 52);
    const auto entries = centre.journal.entries.size();
    const timing::Board before = centre.board();
    const AssignTransponder assign{{900}, {}, "ses_1", timing::EntrantId{3}, {}};
    const auto preview = centre.ask(assign, true);
    REQUIRE(preview.has_value());
    CHECK((*preview)->adopted_passings == 2);
    REQUIRE((*preview)->moved.size() == 3);
    CHECK(centre.journal.entries.size() == entries);
    CHECK(centre.board() == before);
    const auto done = centre.ask(assign);
    CHECK((*done)->moved.size() == 3);
    CHECK((*done)->adopted_passings == 2);
}

TEST_CASE("who passes finish, sector and pit in quick succession does not stand, and who stands is told once") {
    ConductorCase centre;
    centre.set_up = [](TrackOptions& track) {
        track.devices.push_back({"sf2", "tcp://127.0.0.1:5404?protocol=p3"});
        track.devices.push_back({"s1", "tcp://127.0.0.1:5405?protocol=p3", timing::LoopRole::sector, 1});
        track.devices.push_back({"pit", "tcp://127.0.0.1:5406?protocol=p3", timing::LoopRole::pit_in});
    };
    centre.open();
    const char* loops[] = {"sf", "s1", "pit"};
    for (int i = 0; i < 6; ++i) centre.pass(101, 10 + 4 * i, loops[i % 3]);
    CHECK_FALSE(has(centre.view(), AlarmKind::parked_kart));
    for (int i = 0; i < 12; ++i) centre.pass(102, 40 + i, i % 2 == 0 ? "sf" : "sf2");
    CHECK(std::ranges::count(centre.view().alarms, AlarmKind::parked_kart, &Alarm::kind) == 1);
}
