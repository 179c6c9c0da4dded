// Goal: how a session starts, what a first crossing does, and what makes a lap (contract.md, replay: Verdicts, Clock, Laps).
#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

constexpr double us = 0.000001;

Rules from_signal(double seconds, FirstCrossing first = FirstCrossing::starts_lap) {
    Rules rules = race_rules();
    rules.start = Start::signal;
    rules.start_at = at_s(seconds);
    rules.first_crossing = first;
    return rules;
}

}  // namespace

TEST_CASE("a session waits until its clock starts with the first crossing of anybody") {
    Run run(practice_rules());
    CHECK(run.session(0) == "waiting");
    run.pass(0, 5, LoopRole::sector, 1);
    CHECK(run.session() == "waiting");
    CHECK(run.pass(1, 10) == "starts_lap");
    CHECK(run.session() == "running");
    run.pass(0, 12);
    CHECK(run.row(0).total_us == at_s(2).us);
    CHECK(run.row(1).total_us == 0);
}

TEST_CASE("before the signal passings are before_start, at it they count") {
    Run run(from_signal(10));
    CHECK(run.pass(0, 10 - us) == "before_start");
    CHECK(run.session() == "waiting");
    CHECK(run.session(10) == "running");
    CHECK(run.pass(0, 10) == "starts_lap");
}

TEST_CASE("a session that starts by signal and has had none is waiting whatever passes") {
    Rules rules = from_signal(0);
    rules.start_at.reset();
    Run run(rules);
    CHECK(run.pass(0, 100) == "before_start");
    CHECK(run.session() == "waiting");
    apply(run.rules, run.state, run.book, Event(StartSignal{at_s(110)}));
    CHECK(run.pass(0, 111) == "starts_lap");
    CHECK(run.session() == "running");
}

TEST_CASE("passings before arming are before_start and do not start the clock") {
    Rules rules = practice_rules();
    rules.arm_at = at_s(10);
    Run run(rules);
    CHECK(run.pass(0, 10 - us) == "before_start");
    CHECK(run.session() == "waiting");
    CHECK(run.pass(0, 10, LoopRole::pit_out) == "counted");
    CHECK(run.pass(0, 10) == "starts_lap");
}

TEST_CASE("starts_lap: the first crossing begins lap 1 and makes none") {
    Run run(practice_rules());
    CHECK(run.pass(0, 10) == "starts_lap");
    CHECK(run.row(0).laps == 0);
    CHECK_FALSE(run.row(0).last_us);
    CHECK(run.pass(0, 30) == "counted");
    CHECK(run.row(0).laps == 1);
    CHECK(run.row(0).last_us == at_s(20).us);
}

TEST_CASE("ends_lap: the first crossing ends lap 1, timed from the signal") {
    Run run(from_signal(10, FirstCrossing::ends_lap));
    CHECK(run.pass(0, 35) == "counted");
    CHECK(run.row(0).laps == 1);
    CHECK(run.row(0).last_us == at_s(25).us);
    CHECK(run.row(0).total_us == at_s(25).us);
}

TEST_CASE("ends_lap: the minimum lap holds from the signal to the first crossing") {
    Rules rules = from_signal(10, FirstCrossing::ends_lap);
    rules.min_lap_us = at_s(15).us;
    Run run(rules);
    CHECK(run.pass(0, 25 - us) == "below_min_lap");
    CHECK(run.pass(0, 25) == "counted");
}

TEST_CASE("own_clock: an entrant's total runs from its own first crossing") {
    Run run(from_signal(0, FirstCrossing::own_clock));
    CHECK(run.pass(0, 10) == "starts_lap");
    CHECK(run.pass(1, 50) == "starts_lap");
    run.pass(0, 40);
    run.pass(1, 75);
    CHECK(run.row(0).total_us == at_s(30).us);
    CHECK(run.row(1).total_us == at_s(25).us);
}

TEST_CASE("a lap below the minimum keeps its passing, makes no lap and does not move the lap's begin") {
    Rules rules = practice_rules();
    rules.min_lap_us = at_s(15).us;
    Run run(rules);
    run.pass(0, 0);
    CHECK(run.pass(0, 15 - us) == "below_min_lap");
    CHECK(run.row(0).laps == 0);
    CHECK(run.pass(0, 15) == "counted");
    CHECK(run.row(0).last_us == at_s(15).us);
}

TEST_CASE("a lap over the maximum counts, but not for best and average") {
    Rules rules = practice_rules();
    rules.max_lap_us = at_s(30).us;
    Run run(rules);
    run.pass(0, 0);
    run.pass(0, 30 + us);
    CHECK(run.row(0).laps == 1);
    CHECK(run.row(0).last_us == at_s(30 + us).us);
    CHECK_FALSE(run.row(0).best_us);
    CHECK_FALSE(run.row(0).average_us);
    run.pass(0, 60 + us);
    CHECK(run.row(0).best_us == at_s(30).us);
    CHECK(run.row(0).best_lap == 2);
    CHECK(run.row(0).average_us == at_s(30).us);
}

TEST_CASE("the best lap is the first of those equal at a millisecond, and is not cut itself") {
    Run run(practice_rules());
    run.pass(0, 0);
    run.pass(0, 20.000900);
    run.pass(0, 40.001000);  // 20.000100: the same millisecond
    CHECK(run.row(0).best_lap == 1);
    CHECK(run.row(0).best_us == 20'000'900);
    run.pass(0, 60.000999);  // 19.999999
    CHECK(run.row(0).best_lap == 3);
}

TEST_CASE("an average is rounded down to a microsecond") {
    Run run(practice_rules());
    run.pass(0, 0);
    run.pass(0, 20);
    run.pass(0, 40 + us);
    CHECK(run.row(0).average_us == 20'000'000);
}
