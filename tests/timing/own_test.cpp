// Goal: with `start = own` each entrant's time, laps, flag and grace are its own, as if it were alone (contract.md, replay: Clock).
// Method: the same kart alone and in company, and two karts whose runs overlap.
#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

constexpr double us = 0.000001;

Rules own(EndHow how, double seconds, std::int32_t laps = 0) {
    Rules rules = race_rules();
    rules.start = Start::own;
    rules.end.how = how;
    rules.end.time_us = at_s(seconds).us;
    rules.end.laps = laps;
    return rules;
}

}  // namespace

TEST_CASE("own: who comes later has as long as who came first") {
    for (const EndHow how : {EndHow::next_crossing, EndHow::leader_first}) {
        Run run(own(how, 50));
        run.pass(0, 0);
        run.pass(1, 1000);
        CHECK(run.pass(0, 1001) == "after_finish");  // its grace is long over
        CHECK(run.pass(1, 1049) == "counted");
        CHECK(run.status(1) == "running");
        CHECK(run.pass(1, 1050) == "counted");
        CHECK(run.status(1) == "finished");
        CHECK(run.pass(1, 1051) == "after_finish");
    }
}

TEST_CASE("own: each is its own leader, whoever is ahead of it") {
    Run run(own(EndHow::leader_first, 50));
    run.pass(0, 0);
    run.pass(1, 0);
    for (double s = 5; s <= 45; s += 5) run.pass(0, s);
    CHECK(run.pass(1, 60) == "counted");
    CHECK(run.row(1).position == 2);
    CHECK(run.status(1) == "finished");
    CHECK(run.status(0) == "running");
}

TEST_CASE("own and immediate: what follows its own zero is after the finish, its last microsecond counts") {
    Run run(own(EndHow::immediate, 50));
    run.pass(0, 0);
    run.pass(1, 30);
    CHECK(run.pass(0, 50) == "counted");
    CHECK(run.pass(0, 50 + us) == "after_finish");
    CHECK(run.status(0) == "finished");
    CHECK(run.session() == "running");
    CHECK(run.pass(1, 80) == "counted");
    CHECK(run.session() == "finished");
    CHECK(run.status(1) == "finished");
}

TEST_CASE("own and full_distance: laps or time end each its own run, with the last both") {
    Rules rules = own(EndHow::full_distance, 50, 2);
    Run first(rules);
    first.pass(0, 0);
    first.pass(0, 10);
    CHECK(first.pass(0, 20) == "counted");
    CHECK(first.status(0) == "finished");
    first.pass(1, 100);
    CHECK(first.pass(1, 150) == "counted");  // one lap, and its time is up
    CHECK(first.status(1) == "finished");

    rules.end.priority = Priority::last;
    Run last(rules);
    last.pass(0, 0);
    last.pass(0, 10);
    last.pass(0, 20);
    CHECK(last.status(0) == "running");
    last.pass(1, 100);
    CHECK(last.pass(0, 101) == "counted");
    CHECK(last.status(0) == "finished");
    last.pass(1, 151);
    CHECK(last.status(1) == "running");
}

TEST_CASE("own and laps: another's laps end nobody's run") {
    Run run(own(EndHow::next_crossing, 0, 2));
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 20);
    run.pass(0, 40);
    CHECK(run.status(0) == "finished");
    CHECK(run.pass(1, 41) == "counted");
    CHECK(run.status(1) == "running");
    CHECK(run.pass(1, 80) == "counted");
    CHECK(run.status(1) == "finished");
}

TEST_CASE("own and laps after time: each counts on from its own first crossing past its time") {
    Rules rules = own(EndHow::next_crossing, 50);
    rules.end.plus_laps = 1;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 40);
    CHECK(run.pass(0, 60) == "counted");  // one lap: two make its zero
    CHECK(run.status(0) == "running");
    CHECK(run.pass(0, 80) == "counted");
    CHECK(run.status(0) == "finished");
    run.pass(1, 85);
    run.pass(1, 90);
    CHECK(run.status(1) == "running");
    run.pass(1, 100);
    CHECK(run.status(1) == "finished");
}

TEST_CASE("own: a run whose grace is over is dnf in a race and finished in practice, while others run") {
    for (const Kind kind : {Kind::race, Kind::practice}) {
        Rules rules = own(EndHow::next_crossing, 50);
        rules.kind = kind;
        rules.end.grace_us = at_s(10).us;
        Run run(rules);
        run.pass(0, 0);
        run.pass(1, 59);
        CHECK(run.status(0, 60) == "running");
        CHECK(run.status(0, 60 + us) == (kind == Kind::race ? "dnf" : "finished"));
        CHECK(run.session(60 + us) == "running");
        CHECK(run.status(2, 1000) == "running");  // its own run has never begun, and so is not over
    }
}

TEST_CASE("own: a session is never finishing, and waits until somebody has crossed") {
    Run run(own(EndHow::next_crossing, 50));
    run.pass(0, 0, LoopRole::pit_out);
    CHECK(run.session() == "waiting");
    run.pass(0, 1);
    for (const double s : {1.0, 51.0, 231.0}) CHECK(run.session(s) == "running");
    CHECK(run.session(231 + us) == "finished");
}

TEST_CASE("own: total times run from each first crossing and so do the gaps of total_time") {
    Rules rules = own(EndHow::next_crossing, 0, 1);
    rules.rank = Ranking::total_time;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 100);
    run.pass(0, 30.5);
    run.pass(1, 130);
    CHECK(run.row(1).position == 1);
    CHECK(run.row(1).total_us == at_s(30).us);
    CHECK(run.row(0).total_us == at_s(30.5).us);
    CHECK(run.row(0).gap == Gap{500'000, 0});
}
