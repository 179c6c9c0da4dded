// Goal: the verdict is the first that fits, in the contract's order, and its windows hold their last microsecond (contract.md,
// replay: Verdicts). Method: one passing each to which two verdicts would fit.
#include "timing/judge.hpp"

#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

constexpr double us = 0.000001;

/// Armed at 10 s, over one lap, minimum lap 15 s, pair window 3 s.
Rules strict() {
    Rules rules = race_rules();
    rules.arm_at = at_s(10);
    rules.min_lap_us = at_s(15).us;
    rules.end.laps = 1;
    return rules;
}

std::string verdict_on(const Run& run, Passing passing) {
    return std::string(word(judge(run.rules, run.state, passing)));
}

Passing passing_at(double seconds, Echo echo = Echo::none) {
    Passing passing;
    passing.time = at_s(seconds);
    passing.transponder = {100};
    passing.entrant = std::uint16_t{0};
    passing.echo = echo;
    return passing;
}

}  // namespace

TEST_CASE("an echo goes before all else, whosever it is and whenever it came") {
    Run run(strict());
    Passing stranger = passing_at(0, Echo::duplicate);
    stranger.entrant.reset();
    CHECK(verdict_on(run, stranger) == "duplicate");
    stranger.echo = Echo::backup;
    CHECK(verdict_on(run, stranger) == "backup");
    CHECK(verdict_on(run, passing_at(9, Echo::backup)) == "backup");
    run.pass(0, 10);
    run.pass(0, 30);
    CHECK(verdict_on(run, passing_at(31, Echo::duplicate)) == "duplicate");
}

TEST_CASE("a tag that nobody has is unknown before the start and after the finish, too") {
    Run run(strict());
    Passing stranger = passing_at(5);
    stranger.entrant.reset();
    CHECK(verdict_on(run, stranger) == "unknown_transponder");
    stranger.held = true;
    CHECK(verdict_on(run, stranger) == "not_entered");
    run.pass(0, 10);
    run.pass(0, 30);
    stranger.time = at_s(500);
    CHECK(verdict_on(run, stranger) == "not_entered");
    stranger.held = false;
    CHECK(verdict_on(run, stranger) == "unknown_transponder");
}

TEST_CASE("before_start goes before what a first crossing is, in the microsecond before arming and not at it") {
    Run run(strict());
    CHECK(verdict_on(run, passing_at(10 - us)) == "before_start");
    CHECK(verdict_on(run, passing_at(10)) == "starts_lap");
}

TEST_CASE("by signal, arming and signal both hold: the later of them starts") {
    Rules rules = strict();
    rules.start = Start::signal;
    for (const double signal : {5.0, 20.0}) {
        rules.start_at = at_s(signal);
        const double starts = std::max(10.0, signal);
        Run run(rules);
        CHECK(verdict_on(run, passing_at(starts - us)) == "before_start");
        CHECK(verdict_on(run, passing_at(starts)) == "starts_lap");
    }
}

TEST_CASE("after_finish goes before second_transponder and below_min_lap") {
    Run run(strict());
    run.pass(0, 10);
    run.pass(0, 25);
    REQUIRE(run.status(0) == "finished");
    CHECK(run.pass(0, 25 + us) == "after_finish");
    CHECK(run.pass_with(900, 0, 26) == "after_finish");
}

TEST_CASE("second_transponder goes before below_min_lap, up to the last microsecond of the pair window") {
    Run run(strict());
    run.pass(0, 10);
    CHECK(run.pass_with(900, 0, 10) == "second_transponder");
    CHECK(run.pass_with(900, 0, 13) == "second_transponder");
    CHECK(run.pass_with(900, 0, 13 + us) == "below_min_lap");
    CHECK(run.pass(0, 13) == "below_min_lap");  // the tag that crossed is no second one
}

TEST_CASE("the tag of the last crossing is the first, whichever of a kart's tags it was before") {
    Rules rules = strict();
    rules.end.laps = 0;
    Run run(rules);
    run.pass(0, 10);
    CHECK(run.pass_with(900, 0, 30) == "counted");
    CHECK(run.pass(0, 31) == "second_transponder");
    CHECK(run.pass_with(900, 0, 31) == "below_min_lap");
}

TEST_CASE("a passing that makes no crossing moves neither the pair window nor the minimum lap") {
    Rules rules = strict();
    rules.end.laps = 0;
    Run run(rules);
    run.pass(0, 10);
    CHECK(run.pass_with(900, 0, 12) == "second_transponder");
    CHECK(run.pass(0, 24) == "below_min_lap");
    CHECK(run.pass_with(900, 0, 26) == "counted");  // 16 s after the crossing, 2 s after what was none
    CHECK(run.row(0).last_us == at_s(16).us);
}

TEST_CASE("a pair window of zero is the microsecond of the crossing") {
    Rules rules = practice_rules();
    rules.pair_window_us = 0;
    Run run(rules);
    run.pass(0, 10);
    CHECK(run.pass_with(900, 0, 10) == "second_transponder");
    CHECK(run.pass_with(900, 0, 10 + us) == "counted");
}

TEST_CASE("without a minimum lap each passing of the same tag is a lap, in the same microsecond too") {
    Run run(practice_rules());
    run.pass(0, 10);
    CHECK(run.pass(0, 10) == "counted");
    CHECK(run.row(0).last_us == 0);
    CHECK(run.row(0).best_us == 0);
}

TEST_CASE("another role is before_start, after_finish or counted, and never a crossing") {
    Run run(strict());
    for (const LoopRole role :
         {LoopRole::sector, LoopRole::pit_in, LoopRole::pit_out, LoopRole::speed_trap, LoopRole::pit_box}) {
        Passing passing = passing_at(9);
        passing.role = role;
        CHECK(verdict_on(run, passing) == "before_start");
        passing.time = at_s(10);
        CHECK(verdict_on(run, passing) == "counted");
        CHECK(run.pass(0, 10, role) == "counted");
        CHECK(run.pass_with(900, 0, 10, role) == "counted");
    }
    CHECK(run.session() == "waiting");
    CHECK_FALSE(run.row(0).total_us);
    run.pass(0, 10);
    run.pass(0, 30);
    CHECK(run.pass(0, 31, LoopRole::pit_in) == "after_finish");
}

TEST_CASE("a finish in the pit makes crossings, laps and the end like any") {
    Run run(strict());
    CHECK(run.pass(0, 10, LoopRole::finish_in_pit) == "starts_lap");
    CHECK(run.pass(0, 20, LoopRole::finish_in_pit) == "below_min_lap");
    CHECK(run.pass(0, 25, LoopRole::finish_in_pit) == "counted");
    CHECK(run.status(0) == "finished");
}

TEST_CASE("judging changes nothing: what is told twice has one verdict") {
    Run run(strict());
    run.pass(0, 10);
    const State before = run.state;
    CHECK(verdict_on(run, passing_at(25)) == "counted");
    CHECK(verdict_on(run, passing_at(25)) == "counted");
    CHECK(run.state == before);
}
