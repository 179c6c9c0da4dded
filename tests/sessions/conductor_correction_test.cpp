// Goal: officials correct a session, see before what it changes, take it back in any order, and a restart knows it all (race-rules.md §5,
// §6). Method: a race of three karts run to its end; each command previewed, done, undone, and the server killed in between.
#include <catch2/catch.hpp>

#include "sessions/journal/event_json.hpp"
#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;

namespace {

/// Karts 1, 2, 3 cross at 12, 13, 14 s and every 40 s from then on; two laps end the race.
struct Raced : ConductorCase {
    Raced() {
        auto setup = race("ses_1", 2);
        for (std::uint32_t i = 0; i < 3; ++i) {
            REQUIRE(did(PutKart{timing::KartId{i + 11}, std::to_string(i + 11), "adult", false}));
            setup.entrants[i].kart = timing::KartId{i + 11};
        }
        REQUIRE(did(PutKart{timing::KartId{20}, "20", "adult", false}));
        REQUIRE(did(AssignTransponder{timing::TransponderId{120}, timing::KartId{20}, {}, {}, {}}));
        REQUIRE(did(StageSession{setup}));
        REQUIRE(did(ArmSession{"ses_1"}));
        at(10);
        REQUIRE(did(StartSession{"ses_1", {}}));
    }
    void run(std::int64_t from_lap, std::int64_t to_lap) {
        for (std::int64_t lap = from_lap; lap <= to_lap; ++lap) {
            for (std::uint32_t kart = 1; kart <= 3; ++kart) pass(100 + kart, 11 + kart + lap * 40);
        }
    }
    std::string order() const {
        std::string numbers;
        for (const auto& row : board().rows) numbers += row.number;
        return numbers;
    }
    timing::Row row(const std::string& of) const {
        for (const auto& row : board().rows) {
            if (row.number == of) return row;
        }
        return {};
    }
    std::uint64_t passing_at(std::int64_t s, std::uint64_t tag) {
        for (const Entry& entry : journal.entries) {
            const auto* kept = std::get_if<PassingKept>(&entry.body);
            if (kept && kept->passing.transponder.value == tag && kept->time().us == begin.us + s * second_us)
                return entry.seq;
        }
        return 0;
    }
};

DeviceOptions loop(std::string id, timing::LoopRole role) {
    DeviceOptions made{std::move(id), "tcp://192.0.2.7:5403?protocol=p3"};
    made.role = role;
    return made;
}

RefusalCode refusal(const std::optional<Outcome>& outcome) {
    REQUIRE(outcome.has_value());
    REQUIRE_FALSE(outcome->has_value());
    return outcome->error().code;
}

PassingMeant lap_of(std::uint32_t entrant, std::int32_t lap) { return {std::nullopt, {entrant}, lap}; }

Decide penalty(std::uint32_t entrant, timing::Penalty kind, std::int64_t amount, std::uint32_t number = 0) {
    Decide ask{"ses_1", {}};
    ask.made.number = number;
    ask.made.entrant = {entrant};
    ask.made.penalty = kind;
    ask.made.amount = amount;
    return ask;
}

}  // namespace

TEST_CASE("a passing taken out is previewed, done, and taken back") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.order() == "123");
    const RemarkPassing out{"ses_1", RemarkKind::voided, {race.passing_at(52, 101), {}, 0}};
    const auto preview = race.ask(out, true);
    REQUIRE((*preview)->moved.size() == 3);
    CHECK(race.order() == "123");
    REQUIRE(race.did(out));
    CHECK(race.order() == "231");
    CHECK(race.row("1").laps == 1);
    CHECK(race.view().actions.front().word == "void");
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(race.order() == "123");
    CHECK(race.row("1").laps == 2);
}

TEST_CASE("what a correction or its undo changes in a session that is over is told, before and after") {
    Raced race;
    race.run(0, 3);
    REQUIRE(race.did(CloseSession{"ses_1"}));
    REQUIRE(race.did(StageSession{race.race("ses_2", 2)}));
    REQUIRE(race.did(ArmSession{"ses_2"}));
    REQUIRE(race.board().session->id == "ses_2");
    const auto tells = [](const std::optional<Outcome>& outcome) {
        std::string told;
        for (const auto& row : (*outcome)->moved)
            told += row.number + ":" + std::to_string(row.from) + ">" + std::to_string(row.to) + " ";
        return told;
    };
    const RemarkPassing out{"ses_1", RemarkKind::voided, {race.passing_at(52, 101), {}, 0}};
    CHECK(tells(race.ask(out, true)) == "2:2>1 3:3>2 1:1>3 ");
    CHECK(tells(race.ask(out, true)) == "2:2>1 3:3>2 1:1>3 ");
    CHECK(tells(race.ask(out)) == "2:2>1 3:3>2 1:1>3 ");
    const std::uint64_t seq = race.journal.entries.back().seq;
    CHECK(tells(race.ask(UndoAction{"main", seq}, true)) == "1:3>1 2:1>2 3:2>3 ");
    CHECK(tells(race.ask(UndoAction{"main", seq})) == "1:3>1 2:1>2 3:2>3 ");
}

TEST_CASE("an entrant's passings say what became of each, and which lap to look at") {
    Raced race;
    REQUIRE(race.did(ExtendSession{"ses_1", 0, 10}));
    race.run(0, 4);
    race.pass(101, 12 + 6 * 40);  // the crossing of lap 5 is missing
    const auto own = [&](std::uint32_t entrant) { return *race.conductor->driver_passings("ses_1", {entrant}); };
    auto passings = own(1);
    REQUIRE(passings.size() == 6);
    CHECK(passings[0].judged.lap == 5);
    CHECK(passings[0].lap == DoubtfulLap{Doubt::too_long, 2});
    CHECK(passings[1].lap == DoubtfulLap{});
    CHECK(passings[5].judged.verdict == timing::Verdict::starts_lap);
    CHECK(passings[0].device == "sf");
    CHECK(std::ranges::none_of(own(2), [](const auto& each) { return each.lap.doubt != Doubt::none; }));

    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::lap_split, lap_of(1, 5), 2}));
    passings = own(1);
    CHECK(passings[0].lap == DoubtfulLap{});
    CHECK(passings[0].remarks == std::vector{RemarkKind::lap_split});
    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(1, 2)}));
    CHECK(own(1)[3].judged.verdict == timing::Verdict::voided);
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(own(1)[3].remarks.empty());
    CHECK_FALSE(race.conductor->driver_passings("ses_1", {9}));
    CHECK_FALSE(race.conductor->driver_passings("ses_9", {1}));
}

TEST_CASE("a preview shows each row that would be another, as it is and as it would be") {
    Raced race;
    race.run(0, 2);
    const auto preview = race.ask(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(1, 1)}, true);
    const auto& changed = (*preview)->changed;
    REQUIRE(changed.size() == 3);
    CHECK_FALSE((*preview)->if_ended);
    const auto own = std::ranges::find(changed, "1", [](const auto& each) { return each.after.number; });
    REQUIRE(own != changed.end());
    CHECK(own->before.laps == 2);
    CHECK(own->after.laps == 1);
    CHECK(own->after.best_us == 80 * second_us);
    CHECK(race.ask(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(1, 1)})->value().changed.empty());
}

TEST_CASE("a time penalty in a race that runs is previewed as if the race ended now") {
    Raced race;
    race.run(0, 1);
    const auto preview = race.ask(penalty(1, timing::Penalty::time, 90 * second_us), true);
    CHECK((*preview)->if_ended);
    REQUIRE((*preview)->moved.size() == 3);
    const auto own = std::ranges::find((*preview)->moved, "1", &Done::Moved::number);
    CHECK(own->to == 3);
    CHECK(race.board().session->state == timing::SessionState::running);
    REQUIRE(race.did(penalty(1, timing::Penalty::time, 90 * second_us)));
    CHECK(race.order() == "123");  // what runs is shown as driven
    race.run(2, 2);
    CHECK(race.order() == "231");
    const auto after = race.ask(penalty(2, timing::Penalty::places, 2), true);
    CHECK_FALSE((*after)->if_ended);
}

TEST_CASE("corrections are known after a kill") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(1, 1)}));
    REQUIRE(race.did(penalty(2, timing::Penalty::time, 90 * second_us)));
    const timing::Board before = race.board();
    race.kill();
    race.conductor->on_wake();
    CHECK(race.board().rows == before.rows);
    CHECK(race.order() == "321");
}

TEST_CASE("corrections are undone in any order") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(1, 1)}));
    const std::uint64_t first = race.journal.entries.back().seq;
    REQUIRE(race.did(penalty(2, timing::Penalty::places, 2)));
    REQUIRE(race.order() == "312");
    REQUIRE(race.did(UndoAction{"main", first}));
    CHECK(race.order() == "132");
    CHECK(refusal(race.ask(UndoAction{"main", first})) == RefusalCode::stands_already);
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(race.order() == "123");
}

TEST_CASE("a correction that was taken back is done again once, and then taken back again") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(1, 1)}));
    const std::uint64_t first = race.journal.entries.back().seq;
    CHECK(refusal(race.ask(RedoAction{"main", first})) == RefusalCode::nothing_to_undo);
    REQUIRE(race.did(UndoAction{"main", first}));
    CHECK(refusal(race.ask(UndoAction{"main", first})) == RefusalCode::stands_already);
    const auto preview = race.ask(RedoAction{"main", first}, true);
    CHECK((*preview)->moved.size() == 3);
    CHECK(race.order() == "123");
    REQUIRE(race.did(RedoAction{"main", first}));
    CHECK(race.order() == "231");
    CHECK(refusal(race.ask(RedoAction{"main", first})) == RefusalCode::stands_already);
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(race.order() == "123");
    race.kill();
    CHECK(race.order() == "123");
    CHECK(refusal(race.ask(RedoAction{"main", 1})) == RefusalCode::nothing_to_undo);
}

TEST_CASE("the number of a decision that was taken back is nobody else's, so that both stand when it is made again") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.did(penalty(2, timing::Penalty::time, 5 * second_us)));
    const std::uint64_t first = race.journal.entries.back().seq;
    REQUIRE(race.did(UndoAction{"main", first}));
    REQUIRE(race.did(penalty(3, timing::Penalty::time, 7 * second_us)));
    REQUIRE(race.did(RedoAction{"main", first}));
    const auto decisions = race.conductor->result("ses_1")->decisions;
    REQUIRE(decisions.size() == 2);
    CHECK(decisions[0].number != decisions[1].number);
    CHECK(decisions[0].entrant != decisions[1].entrant);
}

TEST_CASE(
    "a result that was official is not so again by the undo of what came after, where something older was taken back") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.did(SayStatus{"ses_1", {{2}, timing::RowState::guest}}));
    const std::uint64_t guest = race.journal.entries.back().seq;
    REQUIRE(race.did(SayOfficial{"ses_1"}));
    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(1, 1)}));
    const std::uint64_t voided = race.journal.entries.back().seq;
    REQUIRE(race.did(UndoAction{"main", guest}));
    REQUIRE(race.did(UndoAction{"main", voided}));
    CHECK_FALSE(race.conductor->result("ses_1")->official);
}

TEST_CASE("an action says whom it is about, why, and who took it back") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(3, 1)}));
    CHECK(race.view().actions.front().entrant == timing::EntrantId{3});
    CHECK(race.view().actions.front().redoable);
    auto warning = penalty(2, timing::Penalty::warning, 0);
    warning.made.fact = "pushed kart 7";
    REQUIRE(race.did(warning));
    CHECK(race.view().actions.front().entrant == timing::EntrantId{2});
    CHECK(race.view().actions.front().detail == "warning");
    CHECK(race.view().actions.front().why == "pushed kart 7");
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(race.view().actions.front().undone_by == "control");
    REQUIRE(race.did(SayStatus{"ses_1", {{1}, timing::RowState::dnf}}));
    CHECK(race.view().actions.front().detail == "dnf");
    CHECK_FALSE(race.view().actions.back().redoable);
}

TEST_CASE("a correction says why, and does so again when it is done again") {
    Raced race;
    race.run(0, 2);
    std::optional<Outcome> outcome;
    const Command voided{RemarkPassing{"ses_1", RemarkKind::voided, lap_of(3, 1)}, "control", false, "cut the chicane"};
    race.conductor->handle(voided, [&](Outcome told) { outcome = std::move(told); });
    REQUIRE(outcome.has_value());
    const std::uint64_t seq = (*outcome)->seq;
    CHECK(race.view().actions.front().why == "cut the chicane");
    REQUIRE(race.did(UndoAction{"main", seq}));
    race.kill();
    REQUIRE(race.did(RedoAction{"main", seq}));
    CHECK(race.view().actions.front().why == "cut the chicane");
    CHECK(race.view().actions.front().word == "void");
}

TEST_CASE("a result is official once it is said of a session that is over, and until something of it is changed") {
    Raced race;
    const auto official = [&] { return race.conductor->result("ses_1")->official; };
    race.run(0, 1);
    CHECK(refusal(race.ask(SayOfficial{"ses_1"})) == RefusalCode::bad_state);
    race.run(2, 2);
    REQUIRE(race.did(SayStatus{"ses_1", {{2}, timing::RowState::guest}}));
    const std::uint64_t guest = race.journal.entries.back().seq;
    CHECK_FALSE(official());
    REQUIRE(race.did(SayOfficial{"ses_1"}));
    REQUIRE(official());
    CHECK(official()->by == "control");
    CHECK(refusal(race.ask(SayOfficial{"ses_1"})) == RefusalCode::stands_already);
    race.kill();
    CHECK(official());
    CHECK(race.conductor->session("ses_1")->official == official());

    REQUIRE(race.did(CloseSession{"ses_1"}));
    CHECK(official());
    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::voided, lap_of(1, 1)}));
    CHECK_FALSE(official());
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(official());
    // What was there when it was said is no more: it is said anew.
    REQUIRE(race.did(UndoAction{"main", guest}));
    CHECK_FALSE(official());
    REQUIRE(race.did(SayOfficial{"ses_1"}));
    CHECK(official());
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK_FALSE(official());
    race.kill();
    CHECK_FALSE(official());
}

TEST_CASE("a lap is divided once, by the crossing that ends it") {
    Raced race;
    race.run(0, 0);
    race.pass(101, 92);
    race.run(3, 3);
    REQUIRE(race.did(RemarkPassing{"ses_1", RemarkKind::lap_split, lap_of(1, 1), 2}));
    CHECK(race.row("1").laps == 2);
    CHECK(refusal(race.ask(RemarkPassing{"ses_1", RemarkKind::lap_split, lap_of(1, 9), 2})) ==
          RefusalCode::unknown_passing);
    CHECK(refusal(race.ask(RemarkPassing{"ses_1", RemarkKind::lap_split, lap_of(2, 1), 1})) == RefusalCode::bad_setup);
    CHECK(refusal(race.ask(RemarkPassing{"ses_1", RemarkKind::lap_split, {race.passing_at(12, 101), {}, 0}, 2})) ==
          RefusalCode::ends_no_lap);
}

TEST_CASE("a finished and closed session is corrected, and its result is another") {
    Raced race;
    race.run(0, 2);
    race.at(200);
    REQUIRE(race.did(CloseSession{"ses_1"}));
    REQUIRE(race.did(penalty(1, timing::Penalty::disqualified, 0)));
    const auto result = race.conductor->result("ses_1");
    REQUIRE(result);
    CHECK(result->classification.back().number == "1");
    CHECK(result->classification.back().status == timing::RowState::dsq);
    REQUIRE(result->decisions.size() == 1);
    CHECK(result->decisions[0].by == "control");
    CHECK(result->decisions[0].at == race.clock.time);
}

TEST_CASE("decisions are numbered through the sessions of a day, and amended by their number") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.did(penalty(1, timing::Penalty::warning, 0)));
    REQUIRE(race.did(penalty(2, timing::Penalty::laps, 1)));
    CHECK(race.conductor->result("ses_1")->decisions.back().number == 2);
    REQUIRE(race.did(penalty(2, timing::Penalty::places, 1, 2)));
    CHECK(race.conductor->result("ses_1")->decisions.back().penalty == timing::Penalty::places);
    CHECK(race.order() == "132");
    CHECK(refusal(race.ask(penalty(2, timing::Penalty::places, 1, 3))) == RefusalCode::bad_state);
    race.at(200);
    auto next = ConductorCase::race("ses_2", 2);
    REQUIRE(race.did(StageSession{next}));
    REQUIRE(race.did(ArmSession{"ses_2"}));
    auto warning = penalty(1, timing::Penalty::warning, 0);
    warning.session = "ses_2";
    REQUIRE(race.did(warning));
    CHECK(race.conductor->result("ses_2")->decisions.back().number == 3);
}

TEST_CASE("a kart is swapped while the race runs, from now or from a time that officials say") {
    Raced race;
    race.run(0, 1);
    race.at(60);
    REQUIRE(race.did(SwapKart{"ses_1", {1}, timing::KartId{20}, {}}));
    race.pass(120, 92);
    CHECK(race.row("1").laps == 2);
    CHECK(refusal(race.ask(SwapKart{"ses_1", {1}, timing::KartId{20}, {}})) == RefusalCode::stands_already);
    CHECK(refusal(race.ask(SwapKart{"ses_1", {9}, timing::KartId{20}, {}})) == RefusalCode::unknown_entrant);
    CHECK(refusal(race.ask(SwapKart{"ses_1", {1}, timing::KartId{99}, {}})) == RefusalCode::unknown_kart);
}

TEST_CASE("a relay is told for now, corrected many laps later, and taken back: driver times follow") {
    Raced race;
    auto setup = race.race("ses_1", 2);
    for (std::uint32_t i = 0; i < 3; ++i) setup.entrants[i].kart = timing::KartId{i + 11};
    setup.entrants[0].drivers = {{{71}, "Anna", "A."}, {{72}, "Bo", "B."}};
    setup.rules.kind = timing::Kind::endurance;
    REQUIRE(race.did(StageSession{setup}));
    REQUIRE(race.did(ExtendSession{"ses_1", 0, 100}));
    race.run(0, 9);
    const auto times = [&] {
        std::string told;
        const auto result = race.conductor->result("ses_1");
        for (const timing::DriverTime& time : result->teams.front().row.driver_times)
            told += std::to_string(time.driver.value) + ":" + std::to_string(time.us / second_us) + " ";
        return told;
    };
    race.at(380);
    CHECK(times() == "71:370 72:0 ");
    REQUIRE(race.did(TellRelay{"ses_1", {1}, {72}, race.host(312)}));
    CHECK(times() == "71:302 72:68 ");
    REQUIRE(race.did(TellRelay{"ses_1", {1}, {72}, race.host(72)}));
    CHECK(times() == "71:62 72:308 ");
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(times() == "71:302 72:68 ");
    CHECK(race.view().actions.front().word == "relay");
    CHECK(refusal(race.ask(TellRelay{"ses_1", {1}, {73}, {}})) == RefusalCode::unknown_driver);
    CHECK(refusal(race.ask(TellRelay{"ses_1", {9}, {71}, {}})) == RefusalCode::unknown_entrant);
    CHECK(refusal(race.ask(TellJoker{"ses_1", {1}, race.host(100)})) == RefusalCode::bad_state);
}

TEST_CASE("a relay is told of a moment between arming and now") {
    Raced race;
    auto setup = race.race("ses_1", 2);
    setup.entrants[0].drivers = {{{71}, "Anna", "A."}, {{72}, "Bo", "B."}};
    REQUIRE(race.did(StageSession{setup}));
    race.at(30);
    CHECK(refusal(race.ask(TellRelay{"ses_1", {1}, {72}, race.host(31)})) == RefusalCode::bad_state);
    CHECK(refusal(race.ask(TellRelay{"ses_1", {1}, {72}, timing::HostTime{1'000}})) == RefusalCode::bad_state);
    CHECK(race.did(TellRelay{"ses_1", {1}, {72}, race.host(30)}));
}

TEST_CASE("a stop is made a joker by any moment inside it, and stays one when its end is heard") {
    Raced race;
    REQUIRE(race.conductor->put_device("main", loop("in", timing::LoopRole::pit_in), "meca"));
    REQUIRE(race.conductor->put_device("main", loop("out", timing::LoopRole::pit_out), "meca"));
    auto setup = race.race("ses_1", 2);
    for (std::uint32_t i = 0; i < 3; ++i) setup.entrants[i].kart = timing::KartId{i + 11};
    setup.entrants[0].drivers = {{{71}, "Anna", "A."}};
    setup.rules.kind = timing::Kind::endurance;
    REQUIRE(race.did(StageSession{setup}));
    REQUIRE(race.did(ExtendSession{"ses_1", 0, 100}));
    race.run(0, 1);
    race.pass(101, 70, "in");
    race.at(100);
    CHECK(refusal(race.ask(TellJoker{"ses_1", {1}, race.host(101)})) == RefusalCode::bad_state);
    REQUIRE(race.did(TellJoker{"ses_1", {1}, race.host(99)}));
    CHECK(refusal(race.ask(TellJoker{"ses_1", {1}, race.host(80)})) == RefusalCode::bad_state);
    race.pass(101, 95, "out");
    const auto result = race.conductor->result("ses_1");
    REQUIRE(result->teams.front().row.stops.size() == 1);
    CHECK(result->teams.front().row.stops.front().joker);
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK_FALSE(race.conductor->result("ses_1")->teams.front().row.stops.front().joker);
}

TEST_CASE("passings wrong since the beginning are given to whose they are") {
    Raced race;
    race.run(0, 2);
    REQUIRE(race.did(GivePassings{"ses_1", {1}, {3}, true, {}}));
    CHECK(race.order() == "321");
    CHECK(refusal(race.ask(GivePassings{"ses_1", {1}, {1}, false, {}})) == RefusalCode::bad_setup);
}

TEST_CASE("the result of a red flag is that of the last lap which all have completed, or of one before") {
    Raced race;
    REQUIRE(race.did(ExtendSession{"ses_1", 0, 10}));
    race.run(0, 2);
    race.pass(103, 130);
    CHECK(refusal(race.ask(TakeRedLine{"ses_1", 0})) == RefusalCode::bad_state);
    race.at(131);
    REQUIRE(race.did(ShowFlag{"main", timing::Flag::red}));
    CHECK(race.order() == "312");
    REQUIRE(race.did(TakeRedLine{"ses_1", 0}));
    CHECK(race.order() == "123");
    CHECK(race.row("3").laps == 2);
    CHECK(refusal(race.ask(TakeRedLine{"ses_1", 9})) == RefusalCode::bad_state);
}

TEST_CASE("who retires says so on the board, and takes it back") {
    Raced race;
    race.run(0, 1);
    REQUIRE(race.did(SayStatus{"ses_1", {{2}, timing::RowState::retired}}));
    CHECK(race.row("2").state == timing::RowState::retired);
    REQUIRE(race.did(SayStatus{"ses_1", {{2}, std::nullopt}}));
    CHECK(race.row("2").state == timing::RowState::running);
    CHECK(refusal(race.ask(SayStatus{"ses_1", {{2}, timing::RowState::finished}})) == RefusalCode::bad_setup);
}

TEST_CASE("a session that was never armed has nothing to correct") {
    ConductorCase centre;
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 2)}));
    CHECK(refusal(centre.ask(penalty(1, timing::Penalty::warning, 0))) == RefusalCode::bad_state);
}

TEST_CASE("every correction is read as it was written") {
    const std::vector<Correction> all = {
        RemarkMade{RemarkKind::lap_split, 7, 5, 3},
        PassingsGiven{{1}, {2}, true, {9}},
        KartSwapped{{1}, {4}, {-3}},
        DecisionMade{
            3, {2}, timing::Penalty::stop_and_go, 20'000'000, true, true, {12}, "control", "pushed kart 7", "2.14"},
        StatusSaid{{2}, timing::RowState::guest},
        StatusSaid{{2}, std::nullopt},
        DecisionMade{4,
                     {1},
                     timing::Penalty::time,
                     5'000'000,
                     false,
                     false,
                     {13},
                     "control",
                     "fairing",
                     "2.24",
                     true,
                     "fairing",
                     timing::DecoderTime{77}},
        KartFlagTold{{2}, timing::KartFlag::black_orange, {15}},
        FalseStart{{16}},
        FalseRestart{{17}},
        RelayTold{{1}, {2}, {18}},
        RelayTold{{1}, {2}, {19}, RelayMeans::phone},
        JokerTold{{1}, {20}},
        JokerTold{{1}, {21}, StopKind::refuel},
    };
    for (const Correction& what : all) {
        const CorrectionKept kept{"ses_1", what, "the clerk saw it"};
        const auto text = journal::event_text(kept);
        CHECK(text.kind == "correction");
        const auto read = journal::event_body(text.kind, text.version, text.body);
        REQUIRE(read);
        CHECK(std::get<CorrectionKept>(*read) == kept);
    }
    CHECK_FALSE(journal::event_body("correction", 1, R"({"session":"ses_1","what":"shrug"})"));
}
