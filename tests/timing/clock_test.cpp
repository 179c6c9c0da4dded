// Goal: what a session's clock shows, when it needs to be looked at again, and when it was over (contract.md, live feed: clock;
// what a live session adds: deadlines fall due without a passing). Method: the same session asked at different moments.
#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

constexpr double us = 0.000001;

Rules timed(double seconds, EndHow how = EndHow::next_crossing) {
    Rules rules = race_rules();
    rules.end.how = how;
    rules.end.time_us = at_s(seconds).us;
    rules.end.grace_us = at_s(20).us;
    return rules;
}

Clock clock(const Run& run, double seconds) { return clock_at(run.rules, run.state, at_s(seconds)); }

std::optional<DecoderTime> deadline(const Run& run, double seconds) {
    return next_deadline(run.rules, run.state, at_s(seconds));
}

std::optional<DecoderTime> over(const Run& run, double seconds) {
    return finished_at(run.rules, run.state, at_s(seconds));
}

}  // namespace

TEST_CASE("a clock that has not started shows the whole time, and nothing that has passed") {
    const Run run(timed(50));
    CHECK_FALSE(clock(run, 30).elapsed_us);
    CHECK(clock(run, 30).remaining_us == at_s(50).us);
    CHECK_FALSE(clock(run, 30).runs);
    CHECK_FALSE(clock(run, 30).laps_total);
}

TEST_CASE("elapsed and remaining time add up, and the remaining ends at zero while the last lap is driven") {
    Run run(timed(50));
    run.pass(0, 10);
    run.pass(1, 11);
    CHECK(clock(run, 30).elapsed_us == at_s(20).us);
    CHECK(clock(run, 30).remaining_us == at_s(30).us);
    CHECK(clock(run, 30).runs);
    run.pass(0, 61);
    CHECK(clock(run, 70).elapsed_us == at_s(60).us);
    CHECK(clock(run, 70).remaining_us == 0);
    CHECK(clock(run, 70).runs);
}

TEST_CASE("a clock stops where the session was over, whenever it is asked") {
    Run run(timed(50));
    run.pass(0, 10);
    run.pass(0, 65);
    CHECK(clock(run, 66).elapsed_us == at_s(55).us);
    CHECK(clock(run, 6600).elapsed_us == at_s(55).us);
    CHECK_FALSE(clock(run, 66).runs);
}

TEST_CASE("a clock of a session without an end counts up and has nothing left") {
    Run run(race_rules());
    run.pass(0, 10);
    CHECK(clock(run, 100).elapsed_us == at_s(90).us);
    CHECK_FALSE(clock(run, 100).remaining_us);
}

TEST_CASE("laps done are the leader's, laps in all those of the rules or of the laps after time") {
    Rules rules = race_rules();
    rules.end.laps = 9;
    Run by_laps(rules);
    by_laps.pass(0, 0);
    by_laps.pass(1, 1);
    by_laps.pass(1, 30);
    CHECK(clock(by_laps, 30).laps_done == 1);
    CHECK(clock(by_laps, 30).laps_total == 9);

    rules = timed(50);
    rules.end.plus_laps = 2;
    Run plus(rules);
    plus.pass(0, 0);
    plus.pass(0, 30);
    CHECK_FALSE(clock(plus, 40).laps_total);
    plus.pass(0, 60);  // its second lap, the first past the time
    CHECK(clock(plus, 60).laps_total == 4);
}

TEST_CASE("with own starts nobody's remaining time is the session's") {
    Rules rules = timed(50);
    rules.start = Start::own;
    Run run(rules);
    run.pass(0, 10);
    CHECK_FALSE(clock(run, 20).remaining_us);
    CHECK(clock(run, 20).elapsed_us == at_s(10).us);
}

TEST_CASE("the next deadline is zero, then the microsecond after the grace, then none") {
    Run run(timed(50));
    CHECK_FALSE(deadline(run, 0));
    run.pass(0, 10);
    run.pass(1, 11);
    CHECK(deadline(run, 11) == at_s(60));
    CHECK(deadline(run, 60) == at_s(80 + us));
    CHECK(run.session(80 + us) == "finished");
    CHECK_FALSE(deadline(run, 80 + us));
}

TEST_CASE("where a leader is awaited the next deadline is the end of the grace after zero") {
    Run run(timed(50, EndHow::leader_first));
    run.pass(0, 10);
    CHECK(deadline(run, 10) == at_s(60));
    CHECK(deadline(run, 60) == at_s(80 + us));
}

TEST_CASE("a session that ends at the flag has no deadline after it") {
    Run run(timed(50, EndHow::immediate));
    run.pass(0, 10);
    CHECK(deadline(run, 10) == at_s(60));
    CHECK_FALSE(deadline(run, 60));
}

TEST_CASE("with own starts the next deadline is the first of all that run") {
    Rules rules = timed(50);
    rules.start = Start::own;
    Run run(rules);
    run.pass(0, 10);
    run.pass(1, 30);
    CHECK(deadline(run, 30) == at_s(60));
    CHECK(deadline(run, 60) == at_s(80));  // zero of the second, just before the first one's grace is over
    CHECK(deadline(run, 80) == at_s(80 + us));
    run.pass(1, 81);
    CHECK_FALSE(deadline(run, 81));
}

TEST_CASE("a session that ends by laps has no deadline before its flag") {
    Rules rules = race_rules();
    rules.end.laps = 1;
    rules.end.grace_us = at_s(20).us;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    CHECK_FALSE(deadline(run, 1));
    run.pass(0, 30);
    CHECK(deadline(run, 30) == at_s(50 + us));
}

TEST_CASE("a session was over with its last crossing, at the end of its grace, or at the flag that ends all") {
    Run all(timed(50));
    all.pass(0, 10);
    CHECK_FALSE(over(all, 64));
    all.pass(0, 65);
    CHECK(over(all, 500) == at_s(65));

    Run grace(timed(50));
    grace.pass(0, 10);
    grace.pass(1, 11);
    grace.pass(0, 65);
    CHECK(over(grace, 500) == at_s(80));

    Run flag(timed(50, EndHow::immediate));
    flag.pass(0, 10);
    CHECK(over(flag, 500) == at_s(60));

    Run nobody_came(timed(50, EndHow::leader_first));
    nobody_came.pass(0, 10);
    CHECK(over(nobody_came, 500) == at_s(80));
}

TEST_CASE(
    "the flag is green while it runs, chequered from the flag on, and none before and after a session without one") {
    const auto flag = [](const Run& run, double seconds) { return flag_at(run.rules, run.state, at_s(seconds)); };
    Run run(timed(50));
    CHECK(flag(run, 0) == Flag::none);
    run.pass(0, 10);
    CHECK(flag(run, 59) == Flag::green);
    CHECK(flag(run, 60) == Flag::chequered);
    CHECK(flag(run, 500) == Flag::chequered);

    Run awaited(timed(50, EndHow::leader_first));
    awaited.pass(0, 10);
    CHECK(flag(awaited, 70) == Flag::green);
    CHECK(flag(awaited, 500) == Flag::none);
}

TEST_CASE("an official's flag is shown until the next, and the chequered one goes before it") {
    Run run(timed(50));
    run.pass(0, 10);
    run.show(Flag::yellow, 20);
    CHECK(flag_at(run.rules, run.state, at_s(30)) == Flag::yellow);
    run.show(Flag::green, 40);
    CHECK(flag_at(run.rules, run.state, at_s(41)) == Flag::green);
    run.show(Flag::slow, 45);
    CHECK(flag_at(run.rules, run.state, at_s(60)) == Flag::chequered);
}
