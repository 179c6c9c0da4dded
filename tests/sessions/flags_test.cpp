// Goal: what officials tell one kart, false starts and restarts, and what a session's flags come to in its result (race-rules.md §4, §5).
// Method: a race of three karts at seconds, told one thing.
#include <catch2/catch.hpp>

#include "sessions/rules/penalty_values.hpp"
#include "tests/sessions/session_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using timing::BreachKind;
using timing::Flag;
using timing::KartFlag;

namespace {

struct Race : Case {
    explicit Race(const Setup& setup = race()) : Case(setup) {}
    /// Karts 1, 2, 3 cross a second apart.
    void lap(double seconds) {
        pass(101, seconds);
        pass(102, seconds + 1);
        pass(103, seconds + 2);
    }
    std::uint64_t show(Flag flag, double seconds, std::uint8_t post = 0) {
        return tell(FlagShown{at_s(seconds), flag, 0, post});
    }
    std::vector<std::pair<BreachKind, std::string>> proposed() const {
        std::vector<std::pair<BreachKind, std::string>> all;
        for (const ResultBreach& breach : result().proposed) all.emplace_back(breach.breach.kind, breach.number);
        return all;
    }
    std::string restart() const {
        std::string numbers;
        for (const timing::EntrantId id : result().restart) numbers += std::to_string(id.value);
        return numbers;
    }
};

using Proposed = std::vector<std::pair<BreachKind, std::string>>;

DecisionMade decision(std::uint32_t number, std::uint32_t entrant, timing::Penalty penalty, std::int64_t amount = 0) {
    DecisionMade made;
    made.number = number;
    made.entrant = {entrant};
    made.penalty = penalty;
    made.amount = amount;
    return made;
}

}  // namespace

TEST_CASE("a flag to one kart stands at its row until another or none, and changes no place") {
    Race race;
    race.lap(0);
    race.tell(KartFlagTold{{2}, KartFlag::blue, at_s(3)});
    const auto told = race.tell(KartFlagTold{{2}, KartFlag::black_orange, at_s(4)});
    const auto flag_of_2 = [&] { return race.window.board(race.window.newest()).rows[1].flag; };
    CHECK(flag_of_2() == KartFlag::black_orange);
    CHECK(race.order() == "1 2 3");
    race.window.remove(told);
    CHECK(flag_of_2() == KartFlag::blue);
    race.tell(KartFlagTold{{2}, KartFlag::none, at_s(9)});
    CHECK(flag_of_2() == KartFlag::none);
}

TEST_CASE("a black flag proposes to exclude, and the decision that does so, once it is confirmed, ends the proposal") {
    Race race;
    race.lap(0);
    race.tell(KartFlagTold{{1}, KartFlag::black, at_s(3)});
    CHECK(race.proposed() == Proposed{{BreachKind::black_flag, "1"}});
    CHECK(race.order() == "1 2 3");
    DecisionMade made = decision(1, 1, timing::Penalty::disqualified);
    made.provisional = true;
    race.tell(made);
    CHECK(race.proposed() == Proposed{{BreachKind::black_flag, "1"}});
    CHECK(race.order() == "1 2 3");
    made.provisional = false;
    race.tell(made);
    CHECK(race.proposed().empty());
    CHECK(race.order() == "2 3 1");
}

TEST_CASE("a provisional penalty stands in the result and is charged once it is confirmed") {
    Setup setup = race();
    setup.rules.end.laps = 1;
    Race race(setup);
    race.lap(0);
    race.lap(40);
    DecisionMade made = decision(7, 1, timing::Penalty::time, 5'000'000);
    made.provisional = true;
    race.tell(made);
    CHECK(race.order() == "1 2 3");
    CHECK(race.row("1").penalty_us == 0);
    CHECK(race.result().decisions == std::vector{made});
    made.provisional = false;
    race.tell(made);
    CHECK(race.order() == "2 3 1");
    CHECK(race.row("1").penalty_us == 5'000'000);
}

TEST_CASE("who has not served his stop-and-go in the laps that he had is proposed, until it is served or withdrawn") {
    Setup setup = race();
    setup.rules.serve_laps = 2;
    Race race(setup);
    for (const int at : {0, 40, 80}) race.lap(at);
    DecisionMade made = decision(3, 2, timing::Penalty::stop_and_go, 20'000'000);
    made.since = at_s(85);
    race.tell(made);
    race.lap(120);
    race.lap(160);
    CHECK(race.proposed().empty());
    race.pass(101, 200);
    CHECK(race.proposed().empty());
    race.pass(102, 201);
    CHECK(race.proposed() == Proposed{{BreachKind::not_served, "2"}});
    CHECK(race.result().proposed[0].breach.at == at_s(201));
    CHECK(race.result().proposed[0].breach.amount == 3);
    made.served = GENERATE(true, false);
    made.withdrawn = !made.served;
    race.tell(made);
    CHECK(race.proposed().empty());
}

TEST_CASE("overtakes are proposed where the flag's rule says so, with whom") {
    Setup setup = race();
    const bool reports = GENERATE(true, false);
    setup.rules.flags = {{.flag = Flag::yellow, .reports_overtakes = reports}};
    Race race(setup);
    race.lap(0);
    race.lap(40);
    race.show(Flag::yellow, 39);
    race.pass(102, 80);
    race.pass(101, 81);
    if (!reports) {
        CHECK(race.proposed().empty());
        return;
    }
    CHECK(race.proposed() == Proposed{{BreachKind::overtook, "2"}});
    CHECK(race.result().proposed[0].other == "1");
}

TEST_CASE("yellow at posts, an own flag's name and the effects of a flag are on the board") {
    Setup setup = race();
    setup.rules.flags = {
        {.flag = Flag::slow, .speed_level = 2, .lights = timing::Lights::yellow, .pit = timing::PitLane::closed},
        {.flag = Flag::slow, .name = "Code 60", .speed_level = 0}};
    Race race(setup);
    race.lap(0);
    const auto show = [&] { return race.window.board(race.window.newest()).show; };
    CHECK(show() == timing::FlagShow{});
    race.show(Flag::yellow, 5, 7);
    race.show(Flag::yellow, 6, 2);
    CHECK(show().posts == std::vector{2, 7});
    race.show(Flag::slow, 10);
    CHECK(show() == timing::FlagShow{"", {2, 7}, 2, timing::Lights::yellow, timing::PitLane::closed});
    race.tell(FlagShown{at_s(20), Flag::slow, 1});
    CHECK(show() == timing::FlagShow{"Code 60", {2, 7}, 0});
    race.show(Flag::green, 30);
    CHECK(show() == timing::FlagShow{});
}

TEST_CASE(
    "a stop begun while a flag closes the pit counts for nothing, and one while it opens it counts outside the "
    "window") {
    Setup setup = race();
    setup.rules.kind = timing::Kind::endurance;
    setup.rules.endurance.stops_due = 1;
    setup.rules.endurance.pit_opens_us = at_s(100).us;
    const bool opens = GENERATE(true, false);
    setup.rules.flags = {{.flag = Flag::slow, .pit = opens ? timing::PitLane::open : timing::PitLane::closed}};
    setup.loops = {{{1}, LoopRole::finish, 0}, {{2}, LoopRole::pit_in, 0}, {{3}, LoopRole::pit_out, 0}};
    Race race(setup);
    race.pass(101, 0, 1);
    const double in_s = opens ? 50 : 150;
    race.show(Flag::slow, in_s - 10);
    race.pass(101, in_s, 2);
    race.show(Flag::green, in_s + 5);
    race.pass(101, in_s + 20, 3);
    CHECK(race.result().teams[0].row.stops_done == (opens ? 1 : 0));
    if (opens) {
        CHECK(race.proposed().empty());
    } else {
        REQUIRE(race.proposed() == Proposed{{BreachKind::pit_closed, "1"}});
        CHECK(race.result().proposed[0].breach.amount == at_s(10).us);
    }
}

TEST_CASE("a false start takes the signal back within the time that the rules give, and not later") {
    Setup setup = race();
    setup.rules.start = timing::Start::signal;
    setup.rules.false_start_us = at_s(30).us;
    Race race(setup);
    CHECK_FALSE(race.window.false_start(at_s(5)).has_value());
    race.tell(StartSignal{at_s(10)});
    const auto passing = race.pass(101, 15);
    CHECK(race.window.false_start(at_s(40)) == Correction{FalseStart{at_s(40)}});
    CHECK(race.window.false_start(at_s(40.000001)).error() ==
          "the start was 30 s before; it may be taken back for 30 s");
    const auto taken = race.tell(FalseStart{at_s(40)});
    CHECK(race.verdict(passing) == "before_start");
    CHECK(race.state() == "waiting");
    race.window.remove(taken);
    CHECK(race.verdict(passing) == "starts_lap");
}

TEST_CASE("a false restart is taken back before the start is, and the race is red again") {
    Race race;
    race.lap(0);
    race.lap(40);
    race.show(Flag::red, 50);
    CHECK(race.window.false_start(at_s(55)).error() == "it is red: nothing has started");
    race.show(Flag::green, 60);
    const auto passing = race.pass(101, 65);
    const auto taken = race.window.false_start(at_s(70));
    REQUIRE(taken == Correction{FalseRestart{at_s(60)}});
    race.tell(std::get<FalseRestart>(*taken));
    CHECK(race.verdict(passing) == "before_start");
    CHECK(race.state() == "suspended");
    race.show(Flag::green, 90);
    race.pass(101, 100);
    CHECK(race.row("1").laps == 2);
}

TEST_CASE("while it is red the restart order is that of the counted-back result, without who drives no more") {
    Race race;
    race.lap(0);
    race.lap(40);
    race.pass(102, 79);  // 2 leads by now, and 3 has not come round
    race.pass(101, 80);
    race.show(Flag::red, 81);
    CHECK(race.order() == "2 1 3");
    CHECK(race.restart() == "123");
    race.tell(StatusSaid{{2}, timing::RowState::retired});
    CHECK(race.restart() == "13");
    race.show(Flag::green, 200);
    CHECK(race.restart().empty());
}

TEST_CASE("a session that ends under red with less than its share is marked as no full result") {
    Setup setup = race();
    setup.rules.end.time_us = at_s(100).us;
    const int asked = GENERATE(0, 75, 76);
    setup.rules.red.full_percent = asked;
    Race race(setup);
    race.lap(0);
    race.show(Flag::red, 75);
    race.show(Flag::chequered, 90);
    const Result result = race.result();
    CHECK(result.full == (asked != 76));
    CHECK(result.run_percent == (asked == 0 ? std::nullopt : std::optional(75)));
}

TEST_CASE("the value of a fact is the last one from the session's day or before") {
    const std::vector<timing::PenaltyValue> values = {{"fairing", "2017-01-01", timing::Penalty::time, 5'000'000},
                                                      {"fairing", "", timing::Penalty::time, 30'000'000},
                                                      {"fairing", "2015-03-01", timing::Penalty::time, 10'000'000},
                                                      {"other", "2014-01-01", timing::Penalty::laps, 1}};
    const auto amount = [&](std::string_view day) { return rules::value_on(values, "fairing", day)->amount; };
    CHECK(amount("2015-02-28") == 30'000'000);
    CHECK(amount("2015-03-01") == 10'000'000);
    CHECK(amount("2016-12-31") == 10'000'000);
    CHECK(amount("2026-11-28") == 5'000'000);
    CHECK(amount("") == 5'000'000);
    CHECK(rules::value_on(values, "other", "2013-12-31") == nullptr);
}
