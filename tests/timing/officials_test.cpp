// Goal: what officials do to a session: more time, the chequered and the red flag, the end (issue D). Method: each act between
// crossings, and the same act for each way to end.
#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

constexpr double us = 0.000001;

Rules timed(EndHow how, double seconds) {
    Rules rules = race_rules();
    rules.end.how = how;
    rules.end.time_us = at_s(seconds).us;
    return rules;
}

void tell(Run& run, const Event& event) { apply(run.rules, run.state, run.book, event); }

}  // namespace

TEST_CASE("more time moves zero, and less time brings it nearer") {
    for (const double more : {-20.0, 30.0}) {
        Run run(timed(EndHow::next_crossing, 50));
        tell(run, EndExtended{at_s(0), static_cast<std::int64_t>(more * 1e6), 0});
        run.pass(0, 0);
        CHECK(run.session(50 + more - us) == "running");
        CHECK(run.session(50 + more) == "finishing");
        CHECK(clock_at(run.rules, run.state, at_s(10)).remaining_us == at_s(40 + more).us);
    }
}

TEST_CASE("more laps move the end, and what the clock shows as laps in all") {
    Rules rules = race_rules();
    rules.end.laps = 1;
    Run run(rules);
    tell(run, EndExtended{at_s(0), 0, 1});
    run.pass(0, 0);
    run.pass(0, 20);
    CHECK(run.session() == "running");
    CHECK(clock_at(run.rules, run.state, run.now).laps_total == 2);
    run.pass(0, 40);
    CHECK(run.status(0) == "finished");
}

TEST_CASE("more laps are more for each where each does all its laps") {
    Rules rules = race_rules();
    rules.end.laps = 1;
    rules.end.how = EndHow::full_distance;
    Run run(rules);
    tell(run, EndExtended{at_s(0), 0, 1});
    run.pass(0, 0);
    run.pass(1, 0);
    run.pass(0, 20);
    CHECK(run.session() == "running");
    run.pass(0, 40);
    run.pass(1, 50);
    CHECK(run.status(0) == "finished");
    CHECK(run.status(1) == "running");
}

TEST_CASE("the chequered flag before anybody has crossed ends a session that nobody starts any more") {
    Run run(race_rules());
    run.show(Flag::chequered, 10);
    CHECK(run.session() == "finished");
    CHECK(run.pass(0, 11) == "after_finish");
    CHECK(run.status(0) == "dns");
}

TEST_CASE("the chequered flag makes each next crossing the last one, however the session was to end") {
    for (const EndHow how : {EndHow::next_crossing, EndHow::full_distance}) {
        Rules rules = race_rules();
        rules.end.laps = 10;
        rules.end.how = how;
        Run run(rules);
        run.pass(0, 0);
        run.pass(1, 1);
        run.show(Flag::chequered, 25);
        CHECK(run.session() == "finishing");
        CHECK(run.pass(0, 30) == "counted");
        CHECK(run.status(0) == "finished");
        CHECK(run.pass(2, 31) == "after_finish");
        CHECK(run.pass(1, 32) == "counted");
        CHECK(run.session() == "finished");
    }
}

TEST_CASE("the chequered flag ends an immediate session at once") {
    Rules rules = race_rules();
    rules.end.how = EndHow::immediate;
    Run run(rules);
    run.pass(0, 0);
    run.show(Flag::chequered, 25);
    CHECK(run.session() == "finished");
    CHECK(run.pass(0, 25 + us) == "after_finish");
}

TEST_CASE("the chequered flag ends a wait for laps after time: the leader's next crossing shows it") {
    Rules rules = timed(EndHow::leader_first, 50);
    rules.end.plus_laps = 5;
    Run run(rules);
    run.pass(0, 0);
    run.pass(0, 60);
    REQUIRE(run.session() == "running");
    run.show(Flag::chequered, 70);
    run.pass(0, 80);
    CHECK(run.status(0) == "finished");
}

TEST_CASE("the chequered flag with own starts calls in all who have started, and who comes later is too late") {
    Rules rules = race_rules();
    rules.start = Start::own;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 10);
    CHECK(run.status(2) == "running");
    run.show(Flag::chequered, 25);
    CHECK(run.status(2) == "dns");
    CHECK(run.pass(0, 30) == "counted");
    CHECK(run.status(0) == "finished");
    CHECK(run.session() == "running");
    CHECK(run.pass(2, 31) == "after_finish");
    CHECK(run.pass(1, 40) == "counted");
    CHECK(run.session() == "finished");
    CHECK(run.status(2) == "dns");
}

TEST_CASE("with own starts the chequered flag is what the board shows from then on") {
    Rules rules = race_rules();
    rules.start = Start::own;
    for (const EndHow how : {EndHow::next_crossing, EndHow::leader_first, EndHow::immediate}) {
        rules.end.how = how;
        Run nobody(rules);
        nobody.show(Flag::chequered, 25);
        CHECK(nobody.session() == "finished");
        CHECK(nobody.pass(0, 26) == "after_finish");
        Run run(rules);
        run.pass(0, 0);
        run.show(Flag::yellow, 20);
        run.show(Flag::chequered, 25);
        CHECK(flag_at(run.rules, run.state, at_s(26)) == Flag::chequered);
        CHECK(run.pass(2, 31) == "after_finish");
        CHECK(flag_at(run.rules, run.state, at_s(5000)) == Flag::chequered);
    }
}

TEST_CASE("the chequered flag was shown, also where the leader never came to it") {
    Run run(race_rules());
    run.rules.end.grace_us = at_s(10).us;
    run.pass(0, 0);
    run.show(Flag::chequered, 25);
    CHECK(run.session(35 + us) == "finished");
    CHECK(flag_at(run.rules, run.state, at_s(36)) == Flag::chequered);
}

TEST_CASE("a chequered flag while the leader is awaited gives him no more time, nor does a second one") {
    Run run(timed(EndHow::leader_first, 50));
    run.rules.end.grace_us = at_s(10).us;
    run.pass(0, 0);
    run.show(Flag::chequered, 55);
    CHECK(run.session(60) == "running");
    CHECK(run.session(60 + us) == "finished");

    Rules rules = timed(EndHow::leader_first, 50);
    rules.end.plus_laps = 5;
    rules.end.grace_us = at_s(10).us;
    Run twice(rules);
    twice.pass(0, 0);
    twice.show(Flag::chequered, 20);
    twice.show(Flag::chequered, 25);
    CHECK(twice.session(30) == "running");
    CHECK(twice.session(30 + us) == "finished");
}

TEST_CASE("a second chequered flag changes nothing") {
    Run run(timed(EndHow::next_crossing, 500));
    run.rules.end.grace_us = at_s(10).us;
    run.pass(0, 0);
    run.show(Flag::chequered, 25);
    run.show(Flag::chequered, 30);
    CHECK(run.session(35 + us) == "finished");
}

TEST_CASE("a chequered flag that is shown after time was up does not move the flag") {
    Run run(timed(EndHow::next_crossing, 50));
    run.rules.end.grace_us = at_s(10).us;
    run.pass(0, 0);
    run.show(Flag::chequered, 55);
    CHECK(run.session(60) == "finishing");
    CHECK(run.session(60 + us) == "finished");
}

TEST_CASE("what an official has finished stays finished from then on, and not before") {
    Run run(timed(EndHow::next_crossing, 50));
    run.pass(0, 0);
    run.pass(0, 20);
    tell(run, FinishedNow{at_s(25)});
    tell(run, FinishedNow{at_s(40)});
    CHECK(finished_at(run.rules, run.state, at_s(100)) == at_s(25));
    CHECK(run.pass(0, 25) == "after_finish");
    CHECK(run.pass(1, 30) == "after_finish");
}

TEST_CASE("red flags add up, and time that had passed before them has passed") {
    Run run(timed(EndHow::next_crossing, 50));
    run.pass(0, 0);
    run.show(Flag::red, 10);
    run.show(Flag::green, 30);
    run.show(Flag::red, 40);
    run.show(Flag::yellow, 45);
    CHECK(run.session(74) == "running");
    CHECK(clock_at(run.rules, run.state, at_s(74)).elapsed_us == at_s(49).us);
    CHECK(run.session(75) == "finishing");
}

TEST_CASE("a red flag that is shown twice stops the clock once") {
    Run run(timed(EndHow::next_crossing, 50));
    run.pass(0, 0);
    run.show(Flag::red, 10);
    run.show(Flag::red, 20);
    run.show(Flag::green, 30);
    CHECK(run.session(69) == "running");
    CHECK(run.session(70) == "finishing");
}

TEST_CASE("a red flag after zero does not take the flag back") {
    Run run(timed(EndHow::next_crossing, 50));
    run.pass(0, 0);
    run.show(Flag::red, 60);
    CHECK(run.session(60) == "finishing");
}

TEST_CASE("with own starts a red flag is taken off the time of those who had started and of nobody else's") {
    Rules rules = timed(EndHow::next_crossing, 50);
    rules.start = Start::own;
    Run run(rules);
    run.pass(0, 0);
    run.show(Flag::red, 10);
    run.show(Flag::green, 30);
    run.pass(1, 40);
    CHECK(run.pass(0, 69) == "counted");
    CHECK(run.status(0) == "running");
    CHECK(run.pass(0, 70) == "counted");
    CHECK(run.status(0) == "finished");
    CHECK(run.pass(1, 89) == "counted");
    CHECK(run.status(1) == "running");
    CHECK(run.pass(1, 90) == "counted");
    CHECK(run.status(1) == "finished");
}

TEST_CASE("a tick is a time that passes, and nothing else") {
    Run run(timed(EndHow::next_crossing, 50));
    run.pass(0, 0);
    const State before = run.state;
    tell(run, Ticked{at_s(60)});
    CHECK(run.state == before);
}
