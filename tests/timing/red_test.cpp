// Goal: what a red flag does to laps, clock and end (race-rules.md §4). Method: races of a few crossings, with the flag between two
// of them, for each thing that a rule-set may say of it.
#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"
#include "timing/red_line.hpp"

using namespace chicane::timing;

namespace {

Rules red_rules(RedLap lap, RedRestart restart) {
    Rules rules = race_rules();
    rules.red.lap = lap;
    rules.red.restart = restart;
    return rules;
}

std::string pass_remarked(Run& run, std::uint16_t kart, double seconds, const Remark& remark) {
    run.now = at_s(seconds);
    Passing passing{run.now, {kart + 100U}, kart};
    passing.remark = remark;
    return std::string(word(apply(run.rules, run.state, run.book, passing).verdict));
}

Remark red_line() {
    Remark remark;
    remark.halts = true;
    return remark;
}

}  // namespace

TEST_CASE("under red the lap that each kart is on counts, and no further one") {
    Run run(red_rules(RedLap::counts, RedRestart::resumes));
    run.pass(0, 0);
    run.pass(1, 1);
    run.show(Flag::red, 30);
    CHECK(run.pass(0, 40) == "counted");
    CHECK(run.pass(0, 80) == "under_red");
    CHECK(run.pass(1, 81) == "counted");
    CHECK(run.row(0).laps == 1);
    CHECK(run.row(0).last_us == at_s(40).us);
}

TEST_CASE("where a rule-set says so, nothing counts under red") {
    Run run(red_rules(RedLap::void_lap, RedRestart::resumes));
    run.pass(0, 0);
    run.show(Flag::red, 30);
    CHECK(run.pass(0, 40) == "under_red");
    CHECK(run.pass(0, 41, LoopRole::sector, 1) == "under_red");
    run.show(Flag::green, 60);
    CHECK(run.pass(0, 80) == "counted");
    CHECK(run.row(0).last_us == at_s(80).us);
}

TEST_CASE("who drives into the pit under red is in the pit") {
    Run run(red_rules(RedLap::void_lap, RedRestart::resumes));
    run.pass(0, 0);
    run.show(Flag::red, 30);
    CHECK(run.pass(0, 40, LoopRole::pit_in) == "counted");
    CHECK(run.row(0).state == RowState::in_pit);
    CHECK(run.row(0).pits == 1);
}

TEST_CASE("after a restart the first crossing begins a lap and ends none") {
    Run run(red_rules(RedLap::counts, RedRestart::starts_lap));
    run.pass(0, 0);
    run.pass(0, 40);
    run.show(Flag::red, 50);
    CHECK(run.pass(0, 90) == "counted");
    run.show(Flag::green, 600);
    CHECK(run.pass(0, 610) == "starts_lap");
    CHECK(run.row(0).laps == 2);
    CHECK(run.pass(0, 651) == "counted");
    CHECK(run.row(0).laps == 3);
    CHECK(run.row(0).last_us == at_s(41).us);
    CHECK(run.row(0).best_us == at_s(40).us);
}

TEST_CASE("after a restart timed from its signal the first crossing ends a lap from there") {
    Rules rules = red_rules(RedLap::counts, RedRestart::starts_lap);
    rules.start = Start::signal;
    rules.start_at = at_s(0);
    rules.first_crossing = FirstCrossing::ends_lap;
    rules.min_lap_us = at_s(15).us;
    Run run(rules);
    run.pass(0, 40);
    run.show(Flag::red, 50);
    run.show(Flag::green, 600);
    CHECK(run.pass(0, 614) == "below_min_lap");
    CHECK(run.pass(0, 642) == "counted");
    CHECK(run.row(0).laps == 2);
    CHECK(run.row(0).last_us == at_s(42).us);
}

TEST_CASE("who had not started before the red flag starts after it as ever") {
    Run run(red_rules(RedLap::counts, RedRestart::starts_lap));
    run.pass(0, 0);
    run.show(Flag::red, 10);
    run.show(Flag::green, 60);
    CHECK(run.pass(1, 70) == "starts_lap");
    CHECK(run.pass(1, 110) == "counted");
    CHECK(run.row(1).laps == 1);
}

TEST_CASE("a red flag stops the time of a session, unless its rules let it run") {
    for (const bool stops : {true, false}) {
        Rules rules = race_rules();
        rules.end.time_us = at_s(100).us;
        rules.end.how = EndHow::next_crossing;
        rules.red.stops_clock = stops;
        Run run(rules);
        run.pass(0, 0);
        run.show(Flag::red, 30);
        CHECK(run.session(50) == "suspended");
        CHECK(clock_at(run.rules, run.state, at_s(50)).runs == !stops);
        CHECK(clock_at(run.rules, run.state, at_s(50)).elapsed_us == at_s(stops ? 30 : 50).us);
        run.show(Flag::green, 60);
        CHECK(run.session(stops ? 129.9 : 99.9) == "running");
        CHECK(run.session(stops ? 130 : 100) == "finishing");
    }
}

TEST_CASE("the chequered flag under red ends the session at once: nobody drives to it") {
    Rules rules = race_rules();
    rules.end.laps = 10;
    Run run(rules);
    run.pass(0, 0);
    run.pass(0, 40);
    run.show(Flag::red, 50);
    run.show(Flag::chequered, 100);
    CHECK(run.session(100) == "finished");
    CHECK(run.pass(0, 110) == "after_finish");
    CHECK(run.row(0).laps == 1);
    CHECK(flag_at(run.rules, run.state, at_s(120)) == Flag::chequered);
}

TEST_CASE("behind the line where the result of a red flag is taken nothing counts before the restart") {
    Run run(red_rules(RedLap::counts, RedRestart::starts_lap));
    for (const std::uint16_t kart : {0, 1, 2}) run.pass(kart, kart);
    run.pass(0, 40);
    run.pass(1, 41);
    run.pass(2, 42);
    // Kart 1 is overtaken in the lap of the accident, which is not run by all.
    CHECK(pass_remarked(run, 0, 80, red_line()) == "counted");
    CHECK(run.pass(2, 82) == "counted");
    CHECK(run.pass(1, 83) == "counted");
    CHECK(run.pass(2, 120) == "under_red");
    run.show(Flag::red, 122);
    CHECK(run.pass(0, 123) == "under_red");
    CHECK(run.order() == std::vector<int>{0, 2, 1});
    run.show(Flag::green, 600);
    CHECK(run.pass(1, 610) == "starts_lap");
    CHECK(run.pass(1, 650) == "counted");
    CHECK(run.row(1).laps == 3);
}

TEST_CASE("who crosses the line of a red flag's result only under red has no lap by it") {
    Run run(red_rules(RedLap::counts, RedRestart::resumes));
    run.pass(0, 0);
    run.pass(1, 1);
    pass_remarked(run, 0, 40, red_line());
    run.show(Flag::red, 50);
    CHECK(run.pass(1, 55) == "under_red");
    CHECK(run.row(1).laps == 0);
}

TEST_CASE("where an official set the first finisher the race ends there and nowhere else") {
    Rules rules = race_rules();
    rules.end.laps = 1;
    Run run(rules);
    apply(run.rules, run.state, run.book, Event(EndSet{}));
    Remark ends;
    ends.ends_race = true;
    run.pass(0, 0);
    run.pass(1, 1);
    CHECK(run.pass(0, 40) == "counted");
    CHECK(run.session() == "running");
    CHECK(pass_remarked(run, 0, 80, ends) == "counted");
    CHECK(run.status(0) == "finished");
    CHECK(run.session() == "finishing");
    CHECK(run.pass(1, 81) == "counted");
    CHECK(run.session() == "finished");
    CHECK(run.pass(0, 120) == "after_finish");
}

TEST_CASE("a time limit and a chequered flag are nothing beside the first finisher whom an official set") {
    Rules rules = race_rules();
    rules.end.time_us = at_s(60).us;
    Run run(rules);
    apply(run.rules, run.state, run.book, Event(EndSet{}));
    run.pass(0, 0);
    run.show(Flag::chequered, 50);
    CHECK(run.pass(0, 80) == "counted");
    CHECK(run.session(81) == "running");
}

TEST_CASE("a voided passing makes no lap, and the kart's other tag does not make it instead") {
    Run run(race_rules());
    run.pass(0, 0);
    Remark voided;
    voided.voided = true;
    CHECK(pass_remarked(run, 0, 20, voided) == "voided");
    CHECK(run.pass_with(200, 0, 20.1) == "second_transponder");
    CHECK(run.pass(0, 40) == "counted");
    CHECK(run.row(0).laps == 1);
    CHECK(run.row(0).last_us == at_s(40).us);
}

TEST_CASE("a divided lap is as many laps as officials say, none of them a best one") {
    Run run(race_rules());
    run.pass(0, 0);
    run.pass(0, 40);
    Remark divided;
    divided.parts = 3;
    CHECK(pass_remarked(run, 0, 140, divided) == "counted");
    CHECK(run.row(0).laps == 4);
    CHECK(run.row(0).best_us == at_s(40).us);
    CHECK(run.row(0).average_us == at_s(40).us);
    CHECK(run.state.laps == run.book.laps().size());
    std::int64_t sum_us = 0;
    for (std::int32_t lap = 2; lap <= 4; ++lap) sum_us += run.book.time_us(0, lap);
    CHECK(sum_us == at_s(100).us);
}

TEST_CASE("a deleted lap counts and is nobody's best, also where best laps are compared one by one") {
    Rules rules = practice_rules();
    Run run(rules);
    Remark deleted;
    deleted.lap_deleted = true;
    run.pass(0, 0);
    run.pass(1, 1);
    CHECK(pass_remarked(run, 0, 30, deleted) == "counted");
    run.pass(1, 36);
    run.pass(0, 70);
    CHECK(run.row(0).laps == 2);
    CHECK(run.row(0).best_us == at_s(40).us);
    CHECK(run.order() == std::vector<int>{1, 0, 2});
    CHECK(run.book.compare_bests(0, 1) > 0);
}

TEST_CASE("a book cut back behind a restart and deleted laps is as it was then") {
    LapBook book;
    book.begin(0, {0});
    book.end_lap(0, {40'000});
    book.begin(0, {100'000});
    book.end_lap(0, {130'000}, false);
    book.end_lap(0, {165'000});
    book.cut_back(1, 0, [](std::uint16_t) { return 1U; });
    CHECK(book.end_lap(0, {81'000}).time_us == 41'000);
    book.cut_back(1, 0, [](std::uint16_t) { return 1U; });
    book.begin(0, {100'000});
    CHECK(book.lap_began(0) == DecoderTime{100'000});
    CHECK(book.end_lap(0, {130'000}).time_us == 30'000);
    CHECK(book.time_us(0, 1) == 40'000);
    CHECK(book.crossing(0, 1) == DecoderTime{40'000});
}

namespace {

/// Laps of the book as text: "entrant.lap".
std::string line_of(const Run& run, double red_s, std::int32_t laps_back = 0) {
    const auto at = red_line(run.state, run.book, at_s(red_s), laps_back);
    if (!at) return "none";
    const Lap& lap = run.book.laps()[*at];
    return std::to_string(lap.entrant) + "." + std::to_string(lap.lap);
}

Run three_laps() {
    Run run(race_rules());
    for (const int lap : {0, 1, 2, 3}) {
        for (const std::uint16_t kart : {0, 1, 2}) run.pass(kart, lap * 40 + kart);
    }
    return run;
}

}  // namespace

TEST_CASE("the result of a red flag is that of the last lap that every kart has completed") {
    const Run run = three_laps();
    CHECK(line_of(run, 130) == "0.3");
    CHECK(line_of(run, 121.5) == "0.2");
    CHECK(line_of(run, 130, 1) == "0.2");
    CHECK(line_of(run, 41) == "none");
    CHECK(line_of(run, 130, 3) == "none");
}

TEST_CASE("who has stopped long before the red flag is not waited for") {
    Run run = three_laps();
    for (const int lap : {4, 5, 6}) {
        for (const std::uint16_t kart : {0, 1}) run.pass(kart, lap * 40 + kart);
    }
    CHECK(line_of(run, 250) == "0.6");
}

TEST_CASE("a lapped kart has completed the leader's lap once it has crossed after him") {
    Run run(race_rules(), 2);
    run.pass(0, 0);
    run.pass(1, 1);
    for (const int lap : {1, 2, 3, 4}) run.pass(0, lap * 40);
    run.pass(1, 70);
    run.pass(1, 139);
    CHECK(line_of(run, 150) == "0.3");
    run.pass(1, 161);
    CHECK(line_of(run, 165) == "0.4");
}

TEST_CASE("who still ran when the chequered flag came out under red is finished where he stands") {
    Run run(race_rules());
    run.pass(0, 0);
    run.pass(1, 1);
    run.show(Flag::red, 50);
    run.show(Flag::chequered, 100);
    CHECK(run.status(0) == "finished");
    CHECK(run.status(2) == "dns");
}

TEST_CASE("what officials take from the end leaves a lap, and no time") {
    Rules rules = race_rules();
    rules.end.laps = 3;
    Run run(rules);
    apply(run.rules, run.state, run.book, Event(EndExtended{at_s(0), 0, -9}));
    run.pass(0, 0);
    CHECK(clock_at(run.rules, run.state, run.now).laps_total == 1);
    run.pass(0, 40);
    CHECK(run.status(0) == "finished");
}
