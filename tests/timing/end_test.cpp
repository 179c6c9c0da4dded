// Goal: how a session ends, rule by rule (contract.md, replay: Zero, Flag, Grace, state, status).
// Method: a handful of crossings each, at the very microseconds where a rule turns over.
#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

Rules race_over_laps(std::int32_t laps) {
    Rules rules = race_rules();
    rules.end.laps = laps;
    return rules;
}

Rules timed(EndHow how, double seconds) {
    Rules rules = race_rules();
    rules.end.how = how;
    rules.end.time_us = at_s(seconds).us;
    return rules;
}

constexpr double us = 0.000001;

}  // namespace

TEST_CASE("the crossing by which the first entrant has the laps shows the flag and is its own entrant's last") {
    Run run(race_over_laps(2));
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 20);
    run.pass(1, 22);
    CHECK(run.session() == "running");
    CHECK(run.pass(0, 40) == "counted");
    CHECK(run.session() == "finishing");
    CHECK(run.status(0) == "finished");
    CHECK(run.pass(0, 60) == "after_finish");
}

TEST_CASE("an entrant's first crossing from the flag on is its last, laps down or not") {
    Run run(race_over_laps(2));
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 20);
    run.pass(0, 40);
    CHECK(run.pass(1, 41) == "counted");
    CHECK(run.status(1) == "finished");
    CHECK(run.row(1).laps == 1);
    CHECK(run.session() == "finished");
    CHECK(run.pass(1, 60) == "after_finish");
}

TEST_CASE("who has no crossing when the flag is shown does not start any more, over any loop") {
    Run run(race_over_laps(1));
    run.pass(0, 0);
    CHECK(run.pass(1, 10, LoopRole::sector, 1) == "counted");
    run.pass(0, 20);
    CHECK(run.pass(1, 21) == "after_finish");
    CHECK(run.pass(1, 22, LoopRole::pit_in) == "after_finish");
    CHECK(run.status(1) == "dns");
}

TEST_CASE("with ends_lap all have started, so that a first crossing after the flag counts") {
    Rules rules = race_over_laps(1);
    rules.start = Start::signal;
    rules.start_at = at_s(0);
    rules.first_crossing = FirstCrossing::ends_lap;
    Run run(rules, 2);
    run.pass(0, 20);
    CHECK(run.session() == "finishing");
    CHECK(run.pass(1, 25) == "counted");
    CHECK(run.row(1).laps == 1);
    CHECK(run.session() == "finished");
}

TEST_CASE("next_crossing shows the flag at zero and every next crossing is a last one") {
    Run run(timed(EndHow::next_crossing, 50));
    run.pass(0, 0);
    run.pass(1, 1);
    CHECK(run.session(50 - us) == "running");
    CHECK(run.session(50) == "finishing");
    CHECK(run.pass(1, 50) == "counted");
    CHECK(run.status(1) == "finished");
    CHECK(run.pass(0, 51) == "counted");
    CHECK(run.session() == "finished");
}

TEST_CASE("leader_first shows the flag with the leader's first crossing at zero or later") {
    Run run(timed(EndHow::leader_first, 50));
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 40);
    run.pass(1, 49);
    CHECK(run.pass(1, 60) == "counted");  // takes the lead: more laps than kart 0
    CHECK(run.status(1) == "finished");
    CHECK(run.session() == "finishing");
}

TEST_CASE("leader_first lets those who cross before the leader go on") {
    Run run(timed(EndHow::leader_first, 50));
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 30);
    CHECK(run.pass(1, 55) == "counted");  // one lap each, kart 0 had it first
    CHECK(run.session() == "running");
    CHECK(run.status(1) == "running");
    CHECK(run.pass(0, 60) == "counted");
    CHECK(run.session() == "finishing");
    CHECK(run.pass(1, 80) == "counted");
    CHECK(run.row(1).laps == 2);
    CHECK(run.session() == "finished");
}

TEST_CASE("a crossing at exactly zero is past it") {
    Run run(timed(EndHow::leader_first, 50));
    run.pass(0, 0);
    run.pass(0, 50);
    CHECK(run.status(0) == "finished");
}

TEST_CASE("where a leader is awaited and does not come within the grace, the session finishes without a flag") {
    Rules rules = timed(EndHow::leader_first, 50);
    rules.end.grace_us = at_s(10).us;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 20);
    CHECK(run.session(60) == "running");
    CHECK(run.session(60 + us) == "finished");
    CHECK(flag_at(run.rules, run.state, at_s(61)) == Flag::none);
    CHECK(run.pass(0, 60 + us) == "after_finish");
    CHECK(run.status(0) == "dnf");
    CHECK(run.status(2) == "dns");
}

TEST_CASE("the leader may cross in the last microsecond of the grace") {
    Rules rules = timed(EndHow::leader_first, 50);
    rules.end.grace_us = at_s(10).us;
    Run run(rules);
    run.pass(0, 0);
    CHECK(run.pass(0, 60) == "counted");
    CHECK(run.status(0) == "finished");
}

TEST_CASE("immediate: a crossing at exactly zero still counts, an entrant's first too, and nothing after it") {
    Run run(timed(EndHow::immediate, 50));
    run.pass(0, 0);
    CHECK(run.pass(0, 50) == "counted");
    CHECK(run.pass(1, 50) == "starts_lap");
    CHECK(run.pass(0, 50) == "counted");  // there is no minimum lap here, and it is the same microsecond
    CHECK(run.pass(0, 50 + us) == "after_finish");
    CHECK(run.session() == "finished");
    CHECK(run.status(0) == "finished");
    CHECK(run.status(1) == "finished");
    CHECK(run.status(2) == "dns");
}

TEST_CASE("immediate: the session is finished at the flag") {
    Run run(timed(EndHow::immediate, 50));
    run.pass(0, 0);
    CHECK(run.session(50 - us) == "running");
    CHECK(run.session(50) == "finished");
}

TEST_CASE("immediate after laps: what follows the crossing that makes zero is after the finish, at the same time too") {
    Rules rules = race_over_laps(1);
    rules.end.how = EndHow::immediate;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    CHECK(run.pass(0, 20) == "counted");
    CHECK(run.pass(1, 20) == "after_finish");
}

TEST_CASE("full_distance: each does all its laps, within the grace from the flag") {
    Rules rules = race_over_laps(2);
    rules.end.how = EndHow::full_distance;
    rules.end.grace_us = at_s(100).us;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(2, 2);
    run.pass(0, 20);
    run.pass(0, 40);
    CHECK(run.session() == "finishing");
    CHECK(run.pass(1, 50) == "counted");
    CHECK(run.status(1) == "running");
    CHECK(run.pass(1, 90) == "counted");
    CHECK(run.status(1) == "finished");
    CHECK(run.pass(2, 140) == "counted");
    CHECK(run.pass(2, 140 + us) == "after_finish");
    CHECK(run.session() == "finished");
    CHECK(run.status(2) == "dnf");
}

TEST_CASE("full_distance with a time: the first of laps and time stops each, with the last both") {
    Rules rules = timed(EndHow::full_distance, 50);
    rules.end.laps = 3;
    Run first(rules);
    first.pass(0, 0);
    first.pass(0, 40);
    CHECK(first.pass(0, 60) == "counted");
    CHECK(first.status(0) == "finished");

    rules.end.priority = Priority::last;
    Run last(rules);
    last.pass(0, 0);
    last.pass(1, 1);
    last.pass(0, 10);
    last.pass(0, 20);
    last.pass(0, 30);
    CHECK(last.status(0) == "running");  // has the laps; the time is not up
    CHECK(last.session() == "running");
    last.pass(1, 45);
    CHECK(last.pass(0, 55) == "counted");
    CHECK(last.status(0) == "finished");
    CHECK(last.row(0).laps == 4);
    CHECK(last.pass(1, 60) == "counted");
    CHECK(last.status(1) == "running");
    last.pass(1, 70);
    CHECK(last.status(1) == "finished");
}

TEST_CASE("of laps and time the earlier ends with priority first") {
    Rules rules = timed(EndHow::next_crossing, 50);
    rules.end.laps = 2;
    Run by_laps(rules);
    by_laps.pass(0, 0);
    by_laps.pass(0, 10);
    by_laps.pass(0, 20);
    CHECK(by_laps.session() == "finished");
    Run by_time(rules);
    by_time.pass(0, 0);
    by_time.pass(0, 40);
    CHECK(by_time.session(50) == "finishing");
}

TEST_CASE("of laps and time the later ends with priority last") {
    Rules rules = timed(EndHow::next_crossing, 50);
    rules.end.laps = 2;
    rules.end.priority = Priority::last;
    Run slow(rules);
    slow.pass(0, 0);
    slow.pass(0, 40);
    CHECK(slow.session(50) == "running");
    slow.pass(0, 80);
    CHECK(slow.status(0) == "finished");
    Run fast(rules);
    fast.pass(0, 0);
    fast.pass(0, 10);
    fast.pass(0, 20);
    CHECK(fast.session() == "running");
    CHECK(fast.session(50) == "finishing");
}

TEST_CASE("the priority means nothing where only one end is set") {
    Rules rules = timed(EndHow::next_crossing, 50);
    rules.end.priority = Priority::last;
    Run by_time(rules);
    by_time.pass(0, 0);
    CHECK(by_time.session(50) == "finishing");
    rules = race_over_laps(1);
    rules.end.priority = Priority::last;
    Run by_laps(rules);
    by_laps.pass(0, 0);
    by_laps.pass(0, 20);
    CHECK(by_laps.status(0) == "finished");
}

TEST_CASE("on one microsecond the time is the earlier of time and laps") {
    Rules rules = timed(EndHow::leader_first, 50);
    rules.rank = Ranking::best_lap;
    rules.end.laps = 1;
    Run first(rules);
    first.pass(1, 0);
    first.pass(0, 30);
    first.pass(1, 49);  // 49 s: makes zero by laps before the time
    CHECK(first.session() == "finishing");

    Run equal(rules);
    equal.pass(0, 0);
    equal.pass(1, 1);
    equal.rules.end.laps = 2;
    equal.pass(0, 10);
    equal.pass(1, 30);
    equal.pass(1, 50);  // has the laps at zero, which is a time; kart 0 leads and is awaited
    CHECK(equal.session() == "running");
    CHECK(equal.status(1) == "running");

    rules.end.priority = Priority::last;
    rules.end.laps = 2;
    Run last(rules);
    last.pass(0, 0);
    last.pass(1, 1);
    last.pass(0, 10);
    last.pass(1, 30);
    last.pass(1, 50);  // the later of the two: zero is this crossing
    CHECK(last.session() == "finishing");
    CHECK(last.status(1) == "finished");
}

TEST_CASE("laps after time count from what the leader has at its first crossing past the time") {
    Rules rules = timed(EndHow::leader_first, 50);
    rules.end.plus_laps = 1;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 30);
    CHECK(run.pass(1, 52) == "counted");  // not the leader
    CHECK(run.session() == "running");
    run.pass(0, 60);  // leader, 2 laps: three make zero
    CHECK(run.session() == "running");
    run.pass(1, 70);
    CHECK(run.session() == "running");
    run.pass(1, 80);  // 3 laps, before kart 0
    CHECK(run.session() == "finishing");
    CHECK(run.status(1) == "finished");
    CHECK(run.pass(0, 90) == "counted");
    CHECK(run.session() == "finished");
}

TEST_CASE("laps after time: the leader is awaited for the grace after the time") {
    Rules rules = timed(EndHow::next_crossing, 50);
    rules.end.plus_laps = 2;
    rules.end.grace_us = at_s(10).us;
    Run run(rules);
    run.pass(0, 0);
    run.pass(0, 30);
    CHECK(run.session(60) == "running");
    CHECK(run.session(60 + us) == "finished");
    Run goes_on(rules);
    goes_on.pass(0, 0);
    goes_on.pass(0, 60);
    CHECK(goes_on.session(200) == "running");
}

TEST_CASE("a grace of zero allows the microsecond of the flag and nothing more") {
    Rules rules = timed(EndHow::next_crossing, 50);
    rules.end.grace_us = 0;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    CHECK(run.session(50) == "finishing");
    CHECK(run.pass(0, 50) == "counted");
    CHECK(run.session(50 + us) == "finished");
    CHECK(run.pass(1, 50 + us) == "after_finish");
    CHECK(run.status(1) == "dnf");
}

TEST_CASE("own: each has its time, its flag and its grace as if it were alone") {
    Rules rules = timed(EndHow::next_crossing, 50);
    rules.start = Start::own;
    rules.end.grace_us = at_s(30).us;
    Run run(rules);
    CHECK(run.session(0) == "waiting");
    run.pass(0, 0);
    run.pass(1, 40);
    run.pass(0, 60);
    CHECK(run.status(0) == "finished");
    CHECK(run.session() == "running");
    CHECK(run.pass(1, 80) == "counted");
    CHECK(run.status(1) == "running");
    CHECK(run.session(120) == "running");
    CHECK(run.session(120 + us) == "finished");
    CHECK(run.pass(1, 121) == "after_finish");
    CHECK(run.status(1) == "dnf");
    CHECK(run.status(2) == "running");
}

TEST_CASE("own: an entrant starts whenever it comes") {
    Rules rules = race_over_laps(1);
    rules.start = Start::own;
    Run run(rules);
    run.pass(0, 0);
    run.pass(0, 20);
    CHECK(run.session() == "finished");
    CHECK(run.pass(1, 500) == "starts_lap");
    CHECK(run.session() == "running");
    CHECK(run.row(1).total_us == 0);
}

TEST_CASE("who did not take the flag is dnf in a race and finished in practice, dns without a crossing") {
    Rules rules = timed(EndHow::next_crossing, 50);
    rules.end.grace_us = 0;
    for (const Kind kind : {Kind::race, Kind::endurance, Kind::practice, Kind::qualifying}) {
        rules.kind = kind;
        Run run(rules);
        run.pass(0, 0);
        const bool race = kind == Kind::race || kind == Kind::endurance;
        CHECK(run.status(0, 51) == (race ? "dnf" : "finished"));
        CHECK(run.status(1, 51) == "dns");
        CHECK(run.status(1, 20) == "running");
    }
}

TEST_CASE("an official's chequered flag makes zero and the session ends as its rules say") {
    Run run(race_rules());
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 20);
    run.show(Flag::chequered, 25);
    CHECK(run.session() == "running");  // leader_first: the leader is awaited
    run.pass(1, 26);
    CHECK(run.status(1) == "running");
    run.pass(0, 40);
    CHECK(run.session() == "finishing");
    run.pass(1, 45);
    CHECK(run.session() == "finished");

    Rules rules = race_rules();
    rules.end.how = EndHow::next_crossing;
    Run next(rules);
    next.pass(0, 0);
    next.show(Flag::chequered, 25);
    CHECK(next.session() == "finishing");
    next.pass(0, 30);
    CHECK(next.session() == "finished");
}

TEST_CASE("an official who finishes a session ends it at once and who is out stays where he is") {
    Run run(race_rules());
    run.pass(0, 0);
    run.pass(0, 20);
    apply(run.rules, run.state, run.book, Event(FinishedNow{at_s(25)}));
    CHECK(run.session(25) == "finished");
    CHECK(run.pass(0, 26) == "after_finish");
    CHECK(run.status(0) == "dnf");
    CHECK(run.row(0).laps == 1);
}

TEST_CASE("a red flag suspends a running session and stops its clock until another flag") {
    Run run(timed(EndHow::next_crossing, 50));
    run.pass(0, 0);
    run.show(Flag::red, 20);
    CHECK(run.session(20) == "suspended");
    CHECK(run.session(500) == "suspended");
    CHECK(clock_at(run.rules, run.state, at_s(120)).elapsed_us == at_s(20).us);
    run.show(Flag::green, 120);
    CHECK(run.session(120) == "running");
    CHECK(run.session(149) == "running");
    CHECK(run.session(150) == "finishing");
}
