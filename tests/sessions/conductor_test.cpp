// What a live session adds (contract.md): windows over one log, open practice, commands, the disk, restarts.
#include <catch2/catch.hpp>

#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;

namespace {

RefusalCode code_of(const std::optional<Outcome>& outcome) {
    REQUIRE(outcome.has_value());
    REQUIRE_FALSE(outcome->has_value());
    return outcome->error().code;
}

void run_race_to_its_start(ConductorCase& centre) {
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 2)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    centre.at(10);
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
}

}  // namespace

TEST_CASE("a track with no session runs open practice where every tag has a row") {
    ConductorCase centre;
    centre.pass(8101234, 0);
    centre.pass(8101234, 40);
    REQUIRE(centre.board().session);
    CHECK(centre.board().session->kind == timing::Kind::practice);
    CHECK(centre.board().flag == timing::Flag::green);
    REQUIRE(centre.board().rows.size() == 1);
    CHECK(centre.board().rows[0].name == "Unknown 8101234");
    CHECK(centre.board().rows[0].best_us == 40 * second_us);
}

TEST_CASE("a race is armed, started by the signal and finished by its laps") {
    ConductorCase centre;
    run_race_to_its_start(centre);
    CHECK(centre.board().session->state == timing::SessionState::running);
    centre.pass(101, 12);
    centre.pass(102, 13);
    centre.pass(101, 52);
    centre.pass(102, 54);
    centre.pass(101, 92);
    CHECK(centre.board().session->state == timing::SessionState::finishing);
    CHECK(centre.board().flag == timing::Flag::chequered);
    centre.pass(102, 95);
    CHECK(centre.board().session->state == timing::SessionState::finished);
    CHECK(centre.board().rows[0].number == "1");
    CHECK(centre.board().rows[0].laps == 2);
    CHECK(centre.board().rows[2].state == timing::RowState::dns);
}

TEST_CASE("a passing between arming and signal is before the start") {
    ConductorCase centre;
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 2)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    centre.pass(101, 5);
    CHECK(centre.view().strip.front().verdict == timing::Verdict::before_start);
    CHECK(centre.board().session->state == timing::SessionState::waiting);
}

TEST_CASE("green on an armed session is the start signal") {
    ConductorCase centre;
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 2)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::green}));
    CHECK(centre.board().session->state == timing::SessionState::running);
}

TEST_CASE("a passing goes to the window of its time, also when that session is finished") {
    ConductorCase centre;
    run_race_to_its_start(centre);
    centre.pass(101, 12);
    centre.pass(101, 52);
    centre.pass(102, 60);
    centre.pass(101, 92);
    REQUIRE(centre.board().rows[0].number == "1");
    centre.pass(103, 11);  // came late: a third kart had crossed first
    centre.pass(103, 50);
    centre.pass(103, 90);
    CHECK(centre.board().rows[0].number == "3");
}

TEST_CASE("an unknown tag's passings are adopted when a kart of the session gets it") {
    ConductorCase centre;
    REQUIRE(centre.did(PutKart{timing::KartId{7}, "7", "adult", false}));
    auto setup = ConductorCase::race("ses_1", 5);
    setup.entrants[0].transponders.clear();
    setup.entrants[0].kart = timing::KartId{7};
    REQUIRE(centre.did(StageSession{setup}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    centre.pass(8101234, 12);
    centre.pass(8101234, 52);
    REQUIRE(centre.view().unknown.size() == 1);
    CHECK(centre.view().unknown[0].passings == 2);
    const AssignTransponder assign{timing::TransponderId{8101234}, timing::KartId{7}, {}, {}, {}};
    const auto preview = centre.ask(assign, true);
    CHECK((*preview)->adopted_passings == 2);
    CHECK(centre.view().unknown.size() == 1);
    REQUIRE(centre.did(assign));
    CHECK(centre.view().unknown.empty());
    CHECK(centre.board().rows[0].number == "1");
    CHECK(centre.board().rows[0].laps == 1);
}

TEST_CASE("a command is answered only when its entry is on disk") {
    ConductorCase centre;
    centre.journal.quick = false;
    bool answered = false;
    centre.conductor->handle({StageSession{ConductorCase::race("ses_1", 2)}, "control", false},
                             [&](const Outcome&) { answered = true; });
    CHECK_FALSE(answered);
    CHECK(centre.conductor->session("ses_1"));
    centre.journal.sync();
    CHECK(answered);
}

TEST_CASE("after a kill the same session goes on where it was") {
    ConductorCase centre;
    run_race_to_its_start(centre);
    centre.pass(101, 12);
    centre.pass(102, 13);
    centre.pass(101, 52);
    const timing::Board before = centre.board();
    centre.kill();
    CHECK(centre.board() == before);
    centre.pass(101, 92);
    CHECK(centre.board().rows[0].laps == 2);
}

TEST_CASE("what was not on disk when the server was killed is asked for again") {
    ConductorCase centre;
    centre.pass(8101234, 0);
    centre.journal.quick = false;
    centre.pass(8101234, 40);
    centre.kill();
    const auto last = centre.conductor->last_passings();
    REQUIRE(last.size() == 1);
    CHECK(last[0].device == "sf");
    CHECK(last[0].number == 1);
}

TEST_CASE("abort makes the session as if it had never started, and its passings practice") {
    ConductorCase centre;
    run_race_to_its_start(centre);
    centre.pass(101, 12);
    centre.pass(101, 52);
    REQUIRE(centre.did(AbortSession{"ses_1"}));
    CHECK(centre.conductor->session("ses_1")->phase == SessionView::Phase::staged);
    REQUIRE(centre.board().session);
    CHECK(centre.board().session->kind == timing::Kind::practice);
    CHECK(centre.board().rows.size() == 1);
    CHECK(centre.board().rows[0].laps == 1);
}

TEST_CASE("a start can be taken back") {
    ConductorCase centre;
    run_race_to_its_start(centre);
    REQUIRE(centre.did(UndoAction{"main"}));
    CHECK(centre.conductor->session("ses_1")->phase == SessionView::Phase::armed);
    CHECK(centre.view().actions.front().undone);
    REQUIRE(centre.did(UndoAction{"main"}));
    CHECK(centre.conductor->session("ses_1")->phase == SessionView::Phase::staged);
    CHECK(code_of(centre.ask(UndoAction{"main"})) == RefusalCode::nothing_to_undo);
}

TEST_CASE("a chequered flag by an official ends the session as its rules say, and can be taken back") {
    ConductorCase centre;
    run_race_to_its_start(centre);
    centre.pass(101, 12);
    centre.pass(102, 13);
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::chequered}));
    centre.pass(101, 52);
    CHECK(centre.board().session->state == timing::SessionState::finishing);
    REQUIRE(centre.did(UndoAction{"main"}));
    CHECK(centre.board().session->state == timing::SessionState::running);
}

TEST_CASE("a deadline without a passing is a tick in the journal") {
    ConductorCase centre;
    auto setup = ConductorCase::race("ses_1", 0);
    setup.rules.end.time_us = minute_us;
    setup.rules.end.how = timing::EndHow::next_crossing;
    setup.rules.end.grace_us = minute_us;
    REQUIRE(centre.did(StageSession{setup}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    centre.pass(101, 5);
    centre.wake_at(6);
    REQUIRE(centre.clock.wake);
    CHECK(centre.clock.wake->us == centre.begin.us + minute_us);
    centre.at(60);
    centre.conductor->on_wake();
    CHECK(std::holds_alternative<TickKept>(centre.journal.entries.back().body));
    CHECK(centre.board().flag == timing::Flag::chequered);
    centre.at(121);
    centre.conductor->on_wake();
    CHECK(centre.board().session->state == timing::SessionState::finished);
}

TEST_CASE("more time moves the end while the session runs") {
    ConductorCase centre;
    auto setup = ConductorCase::race("ses_1", 0);
    setup.rules.end.time_us = minute_us;
    REQUIRE(centre.did(StageSession{setup}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    REQUIRE(centre.did(ExtendSession{"ses_1", minute_us, 0}));
    CHECK(centre.board().clock.remaining_us == 2 * minute_us);
}

TEST_CASE("the next session takes the track from one that is over and not from one that runs") {
    ConductorCase centre;
    run_race_to_its_start(centre);
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_2", 2)}));
    CHECK(code_of(centre.ask(ArmSession{"ses_2"})) == RefusalCode::bad_state);
    REQUIRE(centre.did(FinishSession{"ses_1"}));
    REQUIRE(centre.did(ArmSession{"ses_2"}));
    CHECK(centre.conductor->session("ses_1")->phase == SessionView::Phase::closed);
    CHECK(centre.board().session->id == "ses_2");
}

TEST_CASE("what cannot be is refused with its reason and changes nothing") {
    ConductorCase centre;
    CHECK(code_of(centre.ask(ArmSession{"ses_9"})) == RefusalCode::unknown_session);
    CHECK(code_of(centre.ask(ShowFlag{"main", timing::Flag::red})) == RefusalCode::bad_state);
    CHECK(code_of(centre.ask(PostMessage{"moon", timing::MessageKind::info, {}, "hello"})) ==
          RefusalCode::unknown_track);
    auto setup = ConductorCase::race("ses_1", 2);
    setup.entrants[1].transponders = setup.entrants[0].transponders;
    CHECK(code_of(centre.ask(StageSession{setup})) == RefusalCode::bad_setup);
    REQUIRE(centre.did(PutKart{timing::KartId{1}, "7", "adult", false}));
    CHECK(code_of(centre.ask(PutKart{timing::KartId{2}, "7", "adult", false})) == RefusalCode::number_taken);
    CHECK(centre.journal.entries.size() == 1);
}

TEST_CASE("a silent decoder is an alarm until it speaks again and somebody has seen it") {
    ConductorCase centre;
    decoders::link::SourceHealth health;
    health.state = decoders::link::SourceState::silent;
    centre.conductor->on_health("sf", health);
    REQUIRE(centre.view().alarms.size() == 1);
    CHECK(centre.view().alarms[0].grave);
    health.state = decoders::link::SourceState::up;
    centre.conductor->on_health("sf", health);
    REQUIRE(centre.view().alarms.size() == 1);
    CHECK(centre.view().alarms[0].until);
    REQUIRE(centre.did(SeeAlarm{centre.view().alarms[0].id}));
    CHECK(centre.view().alarms.empty());
}

TEST_CASE("open practice begins anew after the night") {
    ConductorCase centre;
    centre.pass(8101234, 0);
    const auto first = centre.board().session->id;
    centre.pass(8101234, 24 * 3600);
    CHECK(centre.board().session->id != first);
    CHECK(centre.board().rows.size() == 1);
}

TEST_CASE("a row that rests leaves the board of open practice and stays in the result") {
    ConductorCase centre;
    centre.pass(8101234, 0);
    centre.pass(8101235, 11 * 60);
    CHECK(centre.board().rows.size() == 1);
    CHECK(centre.conductor->result(centre.board().session->id)->classification.size() == 2);
}

TEST_CASE("a message is on the board, newest first") {
    ConductorCase centre;
    REQUIRE(centre.did(PostMessage{"main", timing::MessageKind::warning, "14", "Track limits"}));
    REQUIRE(centre.did(PostMessage{"main", timing::MessageKind::info, {}, "Briefing at 11"}));
    REQUIRE(centre.board().messages.size() == 2);
    CHECK(centre.board().messages[0].text == "Briefing at 11");
    CHECK(centre.board().messages[1].number == "14");
}

TEST_CASE("a flag of an official is a message with its time, and goes when the flag is taken back") {
    ConductorCase centre;
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 2)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    centre.at(30);
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::yellow}));
    REQUIRE(centre.board().messages.size() == 2);
    CHECK(centre.board().messages[0].kind == timing::MessageKind::flag);
    CHECK(centre.board().messages[0].text == "yellow");
    CHECK(centre.board().messages[0].at_ms == centre.clock.time.us / 1000);
    CHECK(centre.board().messages[1].text == "green");
    REQUIRE(centre.did(UndoAction{"main"}));
    REQUIRE(centre.board().messages.size() == 1);
    CHECK(centre.board().messages[0].text == "green");
}
