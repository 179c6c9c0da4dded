// Goal: sectors and pit stops are told beside the laps and never change one (race-rules.md 2: a missed or doubled sector).
// Method: laps over two sector loops and the finish, with a loop missed, doubled, or out of order.
#include "timing/sectors.hpp"

#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

using Seconds = std::optional<double>;

struct Circuit : Run {
    explicit Circuit(std::uint8_t sectors = 2) : Run(practice_rules(), 2, sectors) { pass(0, 0); }

    void sector(std::uint8_t number, double seconds) { pass(0, seconds, LoopRole::sector, number); }
    Seconds last(std::size_t number) const { return seconds(row(0).sectors.at(number - 1).last_us); }
    Seconds best(std::size_t number) const { return seconds(row(0).sectors.at(number - 1).best_us); }

  private:
    static Seconds seconds(std::optional<std::int64_t> us) {
        return us ? Seconds(static_cast<double>(*us) / 1e6) : std::nullopt;
    }
};

}  // namespace

TEST_CASE("a sector runs from the loop before it to its own, the last one to the finish") {
    Circuit run;
    run.sector(1, 10);
    run.sector(2, 21);
    run.pass(0, 33);
    CHECK(run.row(0).sectors.size() == 3);
    CHECK(run.last(1) == 10);
    CHECK(run.last(2) == 11);
    CHECK(run.last(3) == 12);
    run.sector(1, 42);
    CHECK(run.last(1) == 9);
    CHECK(run.best(1) == 9);
    CHECK(run.last(2) == 11);  // of the lap before, until it is driven again
}

TEST_CASE("a best sector stays when a later one is slower") {
    Circuit run;
    run.sector(1, 10);
    run.pass(0, 30);
    run.sector(1, 41);
    CHECK(run.last(1) == 11);
    CHECK(run.best(1) == 10);
}

TEST_CASE("where a loop was missed neither its sector nor the next has a time, and the lap is whole") {
    Circuit run;
    run.sector(2, 21);
    run.pass(0, 33);
    CHECK_FALSE(run.last(1));
    CHECK_FALSE(run.last(2));
    CHECK(run.last(3) == 12);
    CHECK(run.row(0).last_us == at_s(33).us);
}

TEST_CASE("a loop that is passed twice keeps the first time, and the next sector runs from it") {
    Circuit run;
    run.sector(1, 10);
    run.sector(1, 12);
    run.sector(2, 21);
    CHECK(run.last(1) == 10);
    CHECK(run.last(2) == 11);
}

TEST_CASE("a loop that comes after a later one of the lap tells nothing") {
    Circuit run;
    run.sector(1, 10);
    run.sector(2, 21);
    run.sector(1, 22);
    run.pass(0, 33);
    CHECK(run.last(1) == 10);
    CHECK(run.last(3) == 12);
}

TEST_CASE("before the first crossing a sector has no begin") {
    Run run(practice_rules(), 1, 2);
    run.pass(0, 5, LoopRole::sector, 1);
    run.pass(0, 9);
    CHECK_FALSE(run.row(0).sectors[0].last_us);
    run.pass(0, 15, LoopRole::sector, 1);
    CHECK(run.row(0).sectors[0].last_us == at_s(6).us);
}

TEST_CASE("a sector of a lap that its crossing did not end goes on from where the lap began") {
    Rules rules = practice_rules();
    rules.min_lap_us = at_s(15).us;
    Run run(rules, 1, 1);
    run.pass(0, 0);
    CHECK(run.pass(0, 5) == "below_min_lap");
    run.pass(0, 10, LoopRole::sector, 1);
    CHECK(run.row(0).sectors[0].last_us == at_s(10).us);
}

TEST_CASE("a track without sector loops shows no sectors") {
    Circuit run(0);
    run.pass(0, 30);
    CHECK(run.row(0).sectors.empty());
}

TEST_CASE("of sectors beyond sectors_max the passings count and no time is shown") {
    Circuit run(sectors_max + 3);
    for (std::uint8_t number = 1; number <= sectors_max + 3; ++number) {
        CHECK(run.pass(0, number * 2.0, LoopRole::sector, number) == "counted");
    }
    run.pass(0, 40);
    CHECK(run.row(0).sectors.size() == sectors_max);
    CHECK(run.last(sectors_max) == 2);
    CHECK(run.row(0).laps == 1);
}

TEST_CASE(
    "in the pit from pit in to pit out or to the finish on the track, and a stop is one however often it is heard") {
    Circuit run;
    CHECK(run.pass(0, 20, LoopRole::pit_in) == "counted");
    CHECK(run.row(0).state == RowState::in_pit);
    run.pass(0, 21, LoopRole::pit_in);
    CHECK(run.row(0).pits == 1);
    run.pass(0, 30, LoopRole::finish_in_pit);
    CHECK(run.row(0).laps == 1);
    CHECK(run.row(0).state == RowState::in_pit);
    run.pass(0, 40, LoopRole::pit_out);
    CHECK(run.row(0).state == RowState::running);
    run.pass(0, 50, LoopRole::pit_in);
    run.pass(0, 60);  // pit out was missed
    CHECK(run.row(0).state == RowState::running);
    CHECK(run.row(0).pits == 2);
}

TEST_CASE("who ends his run in the pit has finished and is not shown in the pit") {
    Rules rules = race_rules();
    rules.end.laps = 1;
    Run run(rules, 2);
    run.pass(0, 0);
    run.pass(0, 20, LoopRole::pit_in);
    run.pass(0, 30, LoopRole::finish_in_pit);
    CHECK(run.row(0).state == RowState::finished);
}

TEST_CASE("who is in the pit is still running where his gap is counted") {
    Rules rules = race_rules();
    Run run(rules, 2);
    run.pass(0, 0);
    run.pass(1, 2);
    run.pass(0, 30);
    run.pass(1, 33);
    run.pass(1, 40, LoopRole::pit_in);
    run.pass(0, 60);
    CHECK(run.row(1).state == RowState::in_pit);
    CHECK(run.row(1).gap == Gap{3'000'000, 0});
}
