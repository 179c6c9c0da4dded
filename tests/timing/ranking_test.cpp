// Goal: who is ahead of whom, and by how much (contract.md, replay: Ranking, Gap). Method: karts 0, 1, 2 and a few laps each.
#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

using Order = std::vector<int>;

Rules ranked_by(Ranking rank) {
    Rules rules = race_rules();
    rules.rank = rank;
    return rules;
}

/// Begins at `start` and drives the laps, one after another; karts must not overlap where order matters.
void drive(Run& run, std::uint16_t kart, double start, std::initializer_list<double> laps) {
    run.pass(kart, start);
    for (const double lap : laps) run.pass(kart, start += lap);
}

Gap gap(std::int64_t ms, std::int32_t laps) { return {ms * 1000, laps}; }
Gap laps_down(std::int32_t laps) { return {std::nullopt, laps}; }

}  // namespace

TEST_CASE("best_lap: the better best is ahead, whoever drove more") {
    Run run(ranked_by(Ranking::best_lap));
    drive(run, 0, 0, {30, 31, 32});
    drive(run, 1, 200, {29.999});
    CHECK(run.order() == Order{1, 0, 2});
}

TEST_CASE("best_lap: equal bests are told apart by the second best, then the third") {
    Run run(ranked_by(Ranking::best_lap));
    drive(run, 0, 0, {30, 32});
    drive(run, 1, 200, {30, 31});
    drive(run, 2, 400, {30, 31, 33});
    CHECK(run.order() == Order{2, 1, 0});
}

TEST_CASE("best_lap: who has one lap more is ahead of his equal") {
    Run run(ranked_by(Ranking::best_lap));
    drive(run, 0, 0, {30});
    drive(run, 1, 200, {30, 40});
    CHECK(run.order() == Order{1, 0, 2});
}

TEST_CASE("best_lap: equal in everything, who crossed first with his best is ahead") {
    Run run(ranked_by(Ranking::best_lap));
    drive(run, 1, 0, {30.0009});
    drive(run, 0, 200, {30});  // the same millisecond
    CHECK(run.order() == Order{1, 0, 2});
}

TEST_CASE("best_lap: it is the crossing of the best that counts, not the first or the last") {
    Run run(ranked_by(Ranking::best_lap));
    run.pass(0, 0);
    run.pass(1, 10);
    run.pass(1, 40);  // 30
    run.pass(0, 41);
    run.pass(0, 71);   // 30, after kart 1
    run.pass(1, 121);  // 81
    run.pass(0, 152);  // 81
    run.pass(1, 162);  // 41, as kart 0's first
    CHECK(run.order() == Order{1, 0, 2});
}

TEST_CASE("nothing to rank by: in order of first crossing, then in order of entry") {
    Run run(ranked_by(Ranking::best_lap), 5);
    run.pass(3, 0);
    run.pass(1, 1);
    drive(run, 4, 10, {30});
    CHECK(run.order() == Order{4, 3, 1, 0, 2});
}

TEST_CASE("best_lap: laps over the maximum are nothing to rank by") {
    Rules rules = ranked_by(Ranking::best_lap);
    rules.max_lap_us = at_s(60).us;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(1, 90);
    CHECK(run.order() == Order{0, 1, 2});
}

TEST_CASE("average_lap: laps over the maximum are nothing to rank by") {
    Rules rules = ranked_by(Ranking::average_lap);
    rules.max_lap_us = at_s(60).us;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(1, 90);
    run.pass(2, 100);
    run.pass(2, 150);
    CHECK(run.order() == Order{2, 0, 1});
    CHECK(run.row(1).gap == laps_down(0));
}

TEST_CASE("laps: more laps are ahead, on equal laps who crossed first") {
    Run run(ranked_by(Ranking::laps));
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(2, 2);
    CHECK(run.order() == Order{0, 1, 2});
    run.pass(1, 30);
    CHECK(run.order() == Order{1, 0, 2});
    run.pass(2, 31);
    run.pass(0, 32);
    CHECK(run.order() == Order{1, 2, 0});
}

TEST_CASE("laps: crossings of one microsecond rank in order of crossing") {
    Run run(ranked_by(Ranking::laps));
    run.pass(0, 0);
    run.pass(1, 0);
    run.pass(1, 30);
    run.pass(0, 30);
    CHECK(run.order() == Order{1, 0, 2});
}

TEST_CASE("total_time: laps, then total time at a millisecond, then order of the last crossing") {
    Rules rules = ranked_by(Ranking::total_time);
    rules.first_crossing = FirstCrossing::own_clock;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 10);
    run.pass(2, 20);
    run.pass(0, 30);
    run.pass(1, 39.9995);
    run.pass(2, 49.9991);
    CHECK(run.order() == Order{1, 2, 0});
}

TEST_CASE("average_lap: the average, then the best, then who crossed first with it") {
    Run run(ranked_by(Ranking::average_lap));
    drive(run, 0, 0, {30, 32});
    drive(run, 1, 200, {29, 33});
    CHECK(run.order() == Order{1, 0, 2});
    drive(run, 2, 400, {30, 30});
    CHECK(run.order() == Order{2, 1, 0});
    run.pass(2, 560);
    CHECK(run.order() == Order{1, 0, 2});
}

TEST_CASE("average_lap: average and best are equal at a millisecond, then who crossed first with his best is ahead") {
    Run run(ranked_by(Ranking::average_lap));
    drive(run, 0, 0, {30.0009, 32});
    drive(run, 1, 200, {30, 32.0003});
    CHECK(run.order() == Order{0, 1, 2});
    Run later(ranked_by(Ranking::average_lap));
    later.pass(0, 0);
    later.pass(1, 1);
    later.pass(1, 31);  // its best of 30
    later.pass(0, 32);
    later.pass(0, 62);  // the same best, later; averages of 31
    later.pass(1, 63);
    CHECK(later.order() == Order{1, 0, 2});
}

TEST_CASE("total_time: equal at a millisecond, who had his last crossing first is ahead, whoever began first") {
    Rules rules = ranked_by(Ranking::total_time);
    rules.first_crossing = FirstCrossing::own_clock;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 0.0004);
    run.pass(1, 30.0004);
    run.pass(0, 30.0005);
    CHECK(run.order() == Order{1, 0, 2});
}

TEST_CASE("the first has gap and interval 0, and who has no crossing has none") {
    Run run(ranked_by(Ranking::laps));
    run.pass(0, 0);
    CHECK(run.row(0).gap == gap(0, 0));
    CHECK(run.row(0).interval == gap(0, 0));
    CHECK(run.row(1).gap == Gap{});
    CHECK(run.row(1).interval == Gap{});
}

TEST_CASE("best_lap: gaps are differences of bests, as cut, to the first and to the row above") {
    Run run(ranked_by(Ranking::best_lap));
    drive(run, 0, 0, {30.0009});
    drive(run, 1, 100, {30.5});
    drive(run, 2, 200, {31.0001});
    CHECK(run.row(1).gap == gap(500, 0));
    CHECK(run.row(2).gap == gap(1000, 0));
    CHECK(run.row(2).interval == gap(500, 0));
}

TEST_CASE("best_lap: a gap is null where a best is missing, for the first too, and no laps down") {
    Run run(ranked_by(Ranking::best_lap));
    run.pass(0, 0);
    run.pass(1, 1);
    CHECK(run.row(0).gap == laps_down(0));
    CHECK(run.row(0).interval == laps_down(0));
    CHECK(run.row(1).gap == laps_down(0));
}

TEST_CASE("laps: on the same lap the gap is the difference of the crossings on the session's clock, as cut") {
    Run run(ranked_by(Ranking::laps));
    run.pass(0, 0.0005);
    run.pass(1, 1);
    run.pass(0, 30);       // on the clock 29.9995, cut to 29.999
    run.pass(1, 31.0005);  // 31.000
    CHECK(run.row(1).gap == gap(1001, 0));
}

TEST_CASE("laps: n laps down is a number of laps and no time") {
    Rules rules = ranked_by(Ranking::laps);
    rules.end.laps = 3;
    rules.end.grace_us = 0;
    Run run(rules);
    run.pass(1, 0);
    drive(run, 0, 1, {20, 20, 20});
    run.now = at_s(62);
    REQUIRE(run.status(1) == "dnf");
    CHECK(run.row(1).gap == laps_down(3));
}

TEST_CASE("laps: who runs is a lap less down while the other has crossed since") {
    Run run(ranked_by(Ranking::laps));
    run.pass(0, 0);
    run.pass(1, 2);
    run.pass(0, 30);
    run.pass(1, 33);
    run.pass(0, 60);
    CHECK(run.row(1).gap == gap(3000, 0));  // at its last lap, which both have done
    run.pass(0, 90);
    CHECK(run.row(1).gap == laps_down(1));
    run.pass(1, 91);
    CHECK(run.row(1).gap == laps_down(1));  // kart 0 has not crossed since: it is a lap down
}

TEST_CASE("laps: the gap at the last lap is at least 0") {
    Run run(ranked_by(Ranking::laps));
    run.pass(1, 0);
    run.pass(0, 5);
    run.pass(1, 30);
    run.pass(0, 31);
    run.pass(0, 50);  // passed kart 1 within the lap
    CHECK(run.row(1).gap == gap(0, 0));
}

TEST_CASE("laps: the interval to the row above follows the same rule as the gap to the first") {
    Run run(ranked_by(Ranking::laps));
    for (std::uint16_t kart = 0; kart < 3; ++kart) run.pass(kart, kart);
    for (const double s : {30.0, 60.0, 90.0}) run.pass(0, s);
    run.pass(1, 91);
    run.pass(2, 93);
    run.pass(0, 120);
    run.pass(1, 125);
    CHECK(run.row(2).gap == laps_down(2));  // three down, and the first has crossed since
    CHECK(run.row(2).interval == gap(2000, 0));
    CHECK(run.row(1).interval == laps_down(2));  // the first has not crossed since
}

TEST_CASE("laps: who has finished is as many laps down as he is, whoever has crossed since") {
    Rules rules = ranked_by(Ranking::laps);
    rules.end.laps = 2;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(2, 2);
    run.pass(0, 20);
    run.pass(2, 25);
    run.pass(0, 40);
    run.pass(1, 41);
    run.pass(2, 50);
    REQUIRE(run.status(1) == "finished");
    CHECK(run.row(1).gap == laps_down(1));
    CHECK(run.row(1).interval == laps_down(1));  // kart 2 crossed after it
}

TEST_CASE("laps: on own starts the gap is still of the session's clock, and of total_time each one's own") {
    Rules rules = ranked_by(Ranking::laps);
    rules.start = Start::own;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 10);
    run.pass(0, 30);
    run.pass(1, 41);
    CHECK(run.row(1).gap == gap(11'000, 0));
    run.rules.rank = Ranking::total_time;
    CHECK(run.row(1).gap == gap(1000, 0));
}

TEST_CASE("total_time: gaps are differences of what is cut") {
    Rules rules = ranked_by(Ranking::total_time);
    rules.first_crossing = FirstCrossing::own_clock;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 30.0009);  // cut to 30.000
    run.pass(1, 32.0001);  // 31.0001, cut to 31.000
    CHECK(run.row(1).gap == gap(1000, 0));
}

TEST_CASE("total_time: gaps are differences of total times on the same lap") {
    Rules rules = ranked_by(Ranking::total_time);
    rules.first_crossing = FirstCrossing::own_clock;
    Run run(rules);
    run.pass(0, 0);
    run.pass(1, 10);
    run.pass(0, 30);
    CHECK(run.row(1).gap == laps_down(1));
    run.pass(1, 42.5);
    CHECK(run.row(1).gap == gap(2500, 0));
}
