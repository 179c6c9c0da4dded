// Goal: what flags do besides red, as the rule-set says (race-rules.md §4). Method: races of a few crossings under one flag whose rule says one
// thing; beside each the same race under the flag that says nothing.
#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"
#include "timing/overtakes.hpp"
#include "timing/run_share.hpp"

using namespace chicane::timing;

namespace {

Rules under(FlagRule rule) {
    Rules rules = race_rules();
    rules.flags = {std::move(rule)};
    return rules;
}

void tell(Run& run, const FlagShown& flag) {
    run.now = flag.at;
    apply(run.rules, run.state, run.book, Event(flag));
}

std::vector<Breach> passed_under_yellow(const Run& run, double from, double until) {
    const FlagSpan flag{at_s(from), at_s(until), {.flag = Flag::yellow, .reports_overtakes = true}};
    return overtakes(run.book, run.state.entrants.size(), {&flag, 1});
}

}  // namespace

TEST_CASE(
    "a flag whose rule stops the clock moves the end by as long as it was out, and one that says nothing does not") {
    const bool stops = GENERATE(true, false);
    Rules rules = under({.flag = Flag::slow, .stops_clock = stops});
    rules.end.time_us = at_s(100).us;
    rules.end.how = EndHow::next_crossing;
    Run run(rules);
    run.pass(0, 0);
    run.show(Flag::slow, 30);
    CHECK(run.session() == "running");
    CHECK(clock_at(run.rules, run.state, at_s(40)).runs != stops);
    run.show(Flag::yellow, 50);
    CHECK(run.session(110) == (stops ? "running" : "finishing"));
    CHECK(run.session(120) == "finishing");
}

TEST_CASE("a clock that a flag has stopped runs again at the chequered one") {
    Run run(under({.flag = Flag::slow, .stops_clock = true}));
    run.pass(0, 0);
    run.pass(1, 1);
    run.show(Flag::slow, 30);
    run.show(Flag::chequered, 40);
    run.pass(0, 45);
    CHECK(run.session() == "finishing");
    CHECK(clock_at(run.rules, run.state, at_s(50)).runs);
}

TEST_CASE("under a flag under which laps do not count a crossing begins a lap and ends none") {
    Rules rules = under({.flag = Flag::slow, .laps_count = false});
    rules.min_lap_us = at_s(20).us;
    Run run(rules);
    run.pass(0, 0);
    CHECK(run.pass(0, 40) == "counted");
    run.show(Flag::slow, 50);
    CHECK(run.pass(0, 90) == "starts_lap");
    CHECK(run.pass(0, 100) == "below_min_lap");
    CHECK(run.pass(0, 150) == "starts_lap");
    run.show(Flag::green, 160);
    CHECK(run.pass(0, 191) == "counted");
    CHECK(run.row(0).laps == 2);
    CHECK(run.row(0).last_us == at_s(41).us);
}

TEST_CASE("under a flag under which laps do not count nobody loses his place by crossing before the others") {
    Run run(under({.flag = Flag::slow, .laps_count = false}));
    for (const auto who : {0, 1, 2}) run.pass(who, who);
    for (const auto who : {0, 1, 2}) run.pass(who, 40 + who);
    run.show(Flag::slow, 50);
    CHECK(run.pass(0, 90) == "starts_lap");
    for (const auto who : {0, 1, 2}) CHECK(run.row(who).position == who + 1);
    CHECK(run.row(1).gap.us == at_s(1).us);
}

TEST_CASE("where laps are timed from the signal a first crossing under such a flag begins a lap as well") {
    Rules rules = under({.flag = Flag::yellow, .laps_count = false});
    rules.start = Start::signal;
    rules.start_at = at_s(0);
    rules.first_crossing = FirstCrossing::ends_lap;
    Run run(rules);
    run.show(Flag::yellow, 10);
    CHECK(run.pass(0, 40) == "starts_lap");
    run.show(Flag::green, 50);
    CHECK(run.pass(0, 75) == "counted");
    CHECK(run.row(0).laps == 1);
    CHECK(run.row(0).last_us == at_s(35).us);
}

TEST_CASE("a flag of the rule-set's own does what its rule says, and not what the flag does that it looks like") {
    Rules rules = race_rules();
    rules.flags = {{.flag = Flag::slow, .laps_count = false},
                   {.flag = Flag::slow, .name = "Code 60"},
                   {.flag = Flag::yellow, .name = "Pace kart", .laps_count = false}};
    Run run(rules);
    run.pass(0, 0);
    tell(run, {at_s(10), Flag::slow, 1});
    CHECK(run.pass(0, 40) == "counted");
    CHECK(flag_at(run.rules, run.state, run.now) == Flag::slow);
    tell(run, {at_s(50), Flag::yellow, 2});
    CHECK(run.pass(0, 80) == "starts_lap");
    tell(run, {at_s(90), Flag::slow});
    CHECK(run.pass(0, 120) == "starts_lap");
}

TEST_CASE("yellow at one post leaves the track's flag as it is, and goes with another flag there or green everywhere") {
    Run run(race_rules());
    run.pass(0, 0);
    tell(run, {at_s(10), Flag::yellow, 0, 3});
    tell(run, {at_s(11), Flag::yellow, 0, 32});
    CHECK(flag_at(run.rules, run.state, run.now) == Flag::green);
    CHECK(run.state.yellow_posts == ((1U << 2) | (1U << 31)));
    tell(run, {at_s(12), Flag::green, 0, 3});
    CHECK(run.state.yellow_posts == 1U << 31);
    run.show(Flag::green, 13);
    CHECK(run.state.yellow_posts == 0);
}

TEST_CASE("a lap during which any post was yellow is not suspicious") {
    Run run(race_rules());
    for (int lap = 0; lap <= 4; ++lap) run.pass(0, lap * 40);
    tell(run, {at_s(170), Flag::yellow, 0, 3});
    run.pass(0, 250);
    CHECK_FALSE(run.state.entrants[0].suspicious);
    run.pass(0, 340);
    CHECK_FALSE(run.state.entrants[0].suspicious);
    tell(run, {at_s(341), Flag::green, 0, 3});
    run.pass(0, 345);
    run.pass(0, 435);
    CHECK(run.state.entrants[0].suspicious);
}

TEST_CASE("who crosses twice between two crossings of another under the flag has overtaken him") {
    Run run(race_rules());
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 40);
    run.pass(1, 41);
    run.pass(1, 80);  // by now 1 is past 0
    run.pass(0, 82);
    CHECK(passed_under_yellow(run, 35, 90) ==
          std::vector{Breach{BreachKind::overtook, 1, std::nullopt, at_s(80), 1, 0}});
    CHECK(passed_under_yellow(run, 42, 90).empty());  // he may have passed before it
    CHECK(passed_under_yellow(run, 35, 80).empty());
}

TEST_CASE("who has stopped, is in the pit, or was overtaken on an earlier lap is not told again") {
    Run run(race_rules());
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 40);
    run.pass(1, 41);
    run.pass(1, 80);
    CHECK(passed_under_yellow(run, 35, 200).empty());  // whether 0 drives on is not known yet
    SECTION("told once") {
        run.pass(1, 120);
        run.pass(0, 130);
        CHECK(passed_under_yellow(run, 35, 200).size() == 1);
    }
    SECTION("in the pit") {
        run.pass(0, 85, LoopRole::pit_in);
        run.pass(0, 130);
        CHECK(passed_under_yellow(run, 35, 200).empty());
    }
}

TEST_CASE("a start that is taken back leaves no clock, and what passed is before the next one") {
    Rules rules = race_rules();
    rules.start = Start::signal;
    Run run(rules);
    apply(run.rules, run.state, run.book, Event(StartSignal{at_s(10)}));
    apply(run.rules, run.state, run.book, Event(FalseStart{at_s(20)}));
    CHECK(run.pass(0, 15) == "before_start");
    CHECK(run.session(30) == "waiting");
    apply(run.rules, run.state, run.book, Event(StartSignal{at_s(40)}));
    CHECK(run.pass(0, 41) == "starts_lap");
}

TEST_CASE("where passings start the clock, a false start makes all before it before the start") {
    Run run(race_rules());
    apply(run.rules, run.state, run.book, Event(FalseStart{at_s(20)}));
    CHECK(run.pass(0, 5) == "before_start");
    CHECK(run.pass(0, 20) == "starts_lap");
    CHECK(clock_at(run.rules, run.state, at_s(30)).elapsed_us == at_s(10).us);
}

TEST_CASE("after a false restart it is red again and what passes is before the start, until the next restart") {
    Rules rules = race_rules();
    rules.end.time_us = at_s(100).us;
    Run run(rules);
    run.pass(0, 0);
    run.show(Flag::red, 30);
    run.show(Flag::green, 50);
    apply(run.rules, run.state, run.book, Event(FalseRestart{at_s(50)}));
    CHECK(run.session(55) == "suspended");
    CHECK(flag_at(run.rules, run.state, at_s(55)) == Flag::red);
    CHECK(run.pass(0, 60) == "before_start");
    run.show(Flag::green, 80);
    CHECK(run.pass(0, 90) == "counted");
    CHECK(clock_at(run.rules, run.state, at_s(90)).elapsed_us == at_s(40).us);
}

TEST_CASE("a session that ends under red tells how much of its time or laps was run") {
    Rules rules = race_rules();
    rules.end.time_us = at_s(100).us;
    SECTION("time, without what the clock stood") {
        Run run(rules);
        run.pass(0, 0);
        run.show(Flag::red, 30);
        run.show(Flag::green, 50);
        run.show(Flag::red, 94);
        CHECK_FALSE(run_percent(run.rules, run.state).has_value());
        run.show(Flag::chequered, 300);
        CHECK(run_percent(run.rules, run.state) == 74);
        run.show(Flag::slow, 400);  // somebody puts the red flag away
        CHECK(run_percent(run.rules, run.state) == 74);
    }
    SECTION("of laps and time the end that counts") {
        rules.end.laps = 4;
        rules.end.priority = GENERATE(Priority::first, Priority::last);
        Run run(rules);
        for (int lap = 0; lap <= 3; ++lap) run.pass(0, lap * 10);
        run.show(Flag::red, 40);
        run.show(Flag::chequered, 50);
        CHECK(run_percent(run.rules, run.state) == (rules.end.priority == Priority::first ? 75 : 40));
    }
    SECTION("a session that did not end under red tells none") {
        Run run(rules);
        run.pass(0, 0);
        run.show(Flag::chequered, 50);
        CHECK_FALSE(run_percent(run.rules, run.state).has_value());
    }
}
