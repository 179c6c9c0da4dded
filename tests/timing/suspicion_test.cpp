// Goal: a lap that likely hides a missed passing is told, and one that is slow for a reason is not (race-rules.md 2). Method: laps of
// 40 s, then one that is longer.
#include "timing/suspicion.hpp"

#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

constexpr double us = 0.000001;

/// Kart 0 on the track, 40 s a lap.
struct Ride : Run {
    double s = 0;

    explicit Ride(int laps, const Rules& given = race_rules()) : Run(given) {
        pass(0, s);
        for (int lap = 0; lap < laps; ++lap) drive(40);
    }
    void drive(double lap, LoopRole role = LoopRole::finish) { pass(0, s += lap, role); }
    bool suspicious() const { return state.entrants[0].suspicious; }
};

}  // namespace

TEST_CASE("a lap over 1.8 times the median is suspicious, at it not, and the next ordinary one not either") {
    Ride run(4);
    run.drive(72);
    CHECK_FALSE(run.suspicious());
    run.drive(72.001);
    CHECK(run.suspicious());
    CHECK(run.row(0).laps == 6);  // told, and counted as it is
    run.drive(40);
    CHECK_FALSE(run.suspicious());
}

TEST_CASE("three laps tell a pace, two do not") {
    Ride two(2);
    two.drive(80);
    CHECK_FALSE(two.suspicious());
    two.drive(81);  // the laps before it are 40, 40 and 80
    CHECK(two.suspicious());
    Ride three(3);
    three.drive(80);
    CHECK(three.suspicious());
}

TEST_CASE("it is the median that counts, not the best, the worst or the average") {
    Ride run(0);
    for (const double lap : {30.0, 50.0, 50.0, 50.0, 200.0}) run.drive(lap);
    run.drive(89);  // more than 1.8 times the best
    CHECK_FALSE(run.suspicious());
    run.drive(91);  // less than 1.8 times the average
    CHECK(run.suspicious());
}

TEST_CASE("a pace is that of the last laps") {
    Ride run(2 * pace_laps_max);
    for (int lap = 0; lap < pace_laps_max; ++lap) run.drive(60);  // it has begun to rain
    run.drive(90);
    CHECK_FALSE(run.suspicious());
}

TEST_CASE("a lap under a yellow, slow or red flag is not suspicious, wherever in it the flag was") {
    for (const Flag flag : {Flag::yellow, Flag::slow, Flag::red}) {
        Ride run(4);
        run.show(flag, run.s + 10);
        run.show(Flag::green, run.s + 30);
        run.drive(100);
        CHECK_FALSE(run.suspicious());
        run.drive(100);
        CHECK(run.suspicious());
        run.show(flag, run.s + 10);
        run.drive(100);
        run.drive(100);  // it is still out when this lap begins
        CHECK_FALSE(run.suspicious());
    }
}

TEST_CASE("a green flag is no reason for a long lap") {
    Ride run(4);
    run.show(Flag::green, run.s + 10);
    run.drive(100);
    CHECK(run.suspicious());
}

TEST_CASE("a lap through the pit is not suspicious, the one into it, out of it, nor over a finish in it") {
    for (const LoopRole role : {LoopRole::pit_in, LoopRole::pit_out, LoopRole::pit_box}) {
        Ride run(4);
        run.pass(0, run.s + 50, role);
        run.drive(100);
        CHECK_FALSE(run.suspicious());
    }
    Ride finish(4);
    finish.drive(100, LoopRole::finish_in_pit);
    CHECK_FALSE(finish.suspicious());
    finish.drive(100);
    CHECK_FALSE(finish.suspicious());
    finish.drive(100);
    CHECK(finish.suspicious());
}

TEST_CASE("a lap over the maximum may be suspicious, and with 0 percent none is") {
    Rules rules = race_rules();
    rules.max_lap_us = at_s(60).us;
    Ride run(4, rules);
    run.drive(80);
    CHECK(run.suspicious());
    rules.suspicious_percent = 0;
    Ride none(4, rules);
    none.drive(80);
    CHECK_FALSE(none.suspicious());
}

TEST_CASE("a passing that is no crossing leaves the last lap as it was judged") {
    Rules rules = race_rules();
    rules.min_lap_us = at_s(15).us;
    Ride run(4, rules);
    run.drive(80 + us);
    CHECK(run.pass(0, run.s + 5) == "below_min_lap");
    CHECK(run.suspicious());
}
