// Goal: what a passing may and may not change (timing/engine.hpp), and what a session holds at most (race-rules.md 9).
// Method: states before and after.
#include "timing/engine.hpp"

#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"
#include "timing/ensure.hpp"

using namespace chicane::timing;

namespace {

Rules race_of(std::int32_t laps) {
    Rules rules = race_rules();
    rules.end.laps = laps;
    rules.min_lap_us = at_s(15).us;
    return rules;
}

}  // namespace

TEST_CASE("a passing that does not count changes nothing but who was seen, by which tag, when") {
    Run run(race_of(1));
    run.pass(0, 0);
    const State before = run.state;
    for (const auto& [tag, seconds] : {std::pair{900, 1.0}, {100, 2.0}}) {
        run.pass_with(static_cast<std::uint64_t>(tag), 0, seconds);
        State after = run.state;
        CHECK(after.entrants[0].last_tag->value == static_cast<std::uint64_t>(tag));
        CHECK(after.entrants[0].last_seen == at_s(seconds));
        after.order = before.order;
        after.entrants[0].last_tag = before.entrants[0].last_tag;
        after.entrants[0].last_seen = before.entrants[0].last_seen;
        after.entrants[0].on_line = before.entrants[0].on_line;
        CHECK(after == before);
    }
    CHECK(run.book.laps().empty());
}

TEST_CASE("a passing of nobody's changes no entrant, whatever time it shows") {
    Run run(race_of(1));
    run.pass(0, 0);
    const std::vector<Entrant> before = run.state.entrants;
    Passing stranger;
    stranger.time = at_s(500);
    CHECK(apply(run.rules, run.state, run.book, stranger).verdict == Verdict::unknown_transponder);
    CHECK(run.state.entrants == before);
}

TEST_CASE("whether anybody passed at a deadline changes nothing afterwards") {
    Rules rules = race_rules();
    rules.end.time_us = at_s(50).us;
    rules.end.grace_us = at_s(20).us;
    for (const EndHow how : {EndHow::next_crossing, EndHow::leader_first, EndHow::immediate}) {
        rules.end.how = how;
        Run quiet(rules);
        Run busy(rules);
        for (Run* run : {&quiet, &busy}) run->pass(0, 0);
        Passing stranger;
        for (const double s : {49.0, 50.0, 51.0}) {
            stranger.time = at_s(s);
            apply(busy.rules, busy.state, busy.book, stranger);
        }
        for (const double s : {55.0, 69.0, 70.0, 71.0}) {
            CHECK(quiet.session(s) == busy.session(s));
            CHECK(quiet.status(0, s) == busy.status(0, s));
        }
        CHECK(quiet.pass(0, 60) == busy.pass(0, 60));
        CHECK(quiet.row(0) == busy.row(0));
    }
}

TEST_CASE("a passing that completed a lap says so, and the lap is the last of the book") {
    Run run(race_of(0));
    const auto judged = [&](double seconds) {
        Passing passing;
        passing.time = at_s(seconds);
        passing.entrant = std::uint16_t{1};
        return apply(run.rules, run.state, run.book, passing);
    };
    CHECK_FALSE(judged(0).lap);
    CHECK_FALSE(judged(10).lap);
    CHECK(judged(20).lap);
    CHECK(run.book.laps().back() == Lap{at_s(20), at_s(20).us, 1, 1});
    CHECK(run.state.laps == run.book.laps().size());
}

TEST_CASE("a session has room for entrants_max and no more") {
    State state = initial(race_rules(), static_cast<std::uint16_t>(entrants_max - 1), 0);
    CHECK(enter(state) == std::uint16_t{entrants_max - 1});
    CHECK_FALSE(enter(state));
    CHECK(state.entrants.size() == entrants_max);
    CHECK_THROWS_AS(initial(race_rules(), static_cast<std::uint16_t>(entrants_max + 1), 0), BrokenInvariant);
}

TEST_CASE("who enters during a session is last in order of entry and may start") {
    Run run(race_of(0), 1);
    run.pass(0, 0);
    REQUIRE(enter(run.state) == std::uint16_t{1});
    CHECK(run.order() == std::vector<int>{0, 1});
    CHECK(run.pass(1, 5) == "starts_lap");
    CHECK(run.pass(1, 25) == "counted");
    CHECK(run.order() == std::vector<int>{1, 0});
}

TEST_CASE("places and order name each other after every crossing of a full field") {
    Run run(race_of(0), entrants_max);
    for (int lap = 0; lap < 3; ++lap) {
        for (std::uint16_t i = 0; i < entrants_max; ++i) {
            const auto kart = static_cast<std::uint16_t>((i * 7 + lap * 13) % entrants_max);
            run.pass(kart, lap * 100 + i * 0.2);
            REQUIRE(run.state.ranked[run.state.places[kart]] == kart);
        }
    }
    const auto rows = run.rows();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CHECK(rows[i].row.position == static_cast<std::int32_t>(i + 1));
        CHECK(rows[i - 1].row.laps >= rows[i].row.laps);
    }
}
