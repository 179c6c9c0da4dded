// Goal: penalties and the order in which they are applied: laps, then time, then places, then disqualifications (race-rules.md §5).
// Method: small races and qualifyings with known gaps; one charge, then two that would come out otherwise in another order.
#include "timing/classify.hpp"

#include <catch2/catch.hpp>

#include "tests/timing/run.hpp"

using namespace chicane::timing;

namespace {

/// Karts 0 … 4 run two laps each, `apart_s` behind one another; kart 4 is a lap down.
Run finished_race(double apart_s = 2) {
    Rules rules = race_rules();
    rules.end.laps = 2;
    Run run(rules, 5);
    for (const int lap : {0, 1, 2}) {
        for (std::uint16_t kart = 0; kart < 4; ++kart) run.pass(kart, lap * 40 + kart * apart_s);
        if (lap != 1) run.pass(4, lap * 40 + 9);
    }
    return run;
}

Run finished_qualifying() {
    Run run(practice_rules(), 3);
    const double times[3][3] = {{40, 41, 42}, {40.5, 40.6, 43}, {44, 45, 46}};
    for (std::uint16_t kart = 0; kart < 3; ++kart) run.pass(kart, kart);
    for (int lap = 0; lap < 3; ++lap) {
        for (std::uint16_t kart = 0; kart < 3; ++kart) {
            double at = kart;
            for (int done = 0; done <= lap; ++done) at += times[kart][done];
            run.pass(kart, at);
        }
    }
    return run;
}

std::vector<int> order(const Run& run, const std::vector<Charge>& charges) {
    std::vector<int> who;
    for (const Standing& standing : classify(run.rules, run.state, run.book, run.now, charges))
        who.push_back(standing.entrant);
    return who;
}

Row row(const Run& run, const std::vector<Charge>& charges, std::uint16_t who) {
    for (const Standing& standing : classify(run.rules, run.state, run.book, run.now, charges)) {
        if (standing.entrant == who) return standing.row;
    }
    return {};
}

Charge time_s(double seconds) {
    Charge charge;
    charge.time_us = at_s(seconds).us;
    return charge;
}
Charge places(int count) {
    Charge charge;
    charge.places = count;
    return charge;
}

}  // namespace

TEST_CASE("without a decision the classification is the standings as driven") {
    const Run run = finished_race();
    const auto made = classify(run.rules, run.state, run.book, run.now, {});
    const auto driven = run.rows();
    REQUIRE(made.size() == driven.size());
    for (std::size_t i = 0; i < made.size(); ++i) CHECK(made[i].row == driven[i].row);
}

TEST_CASE("a time penalty is added to the race time and loses no lap") {
    const Run run = finished_race();
    CHECK(order(run, {time_s(3)}) == std::vector<int>{1, 0, 2, 3, 4});
    CHECK(order(run, {time_s(300)}) == std::vector<int>{1, 2, 3, 0, 4});
    CHECK(row(run, {time_s(3)}, 0).total_us == at_s(83).us);
    CHECK(row(run, {time_s(3)}, 0).gap.us == at_s(1).us);
    CHECK(row(run, {time_s(3)}, 2).gap.us == at_s(2).us);
    CHECK(row(run, {time_s(3)}, 4).gap.laps == 1);
}

TEST_CASE("a time penalty that draws level leaves the order as driven") {
    CHECK(order(finished_race(), {time_s(2)}) == std::vector<int>{0, 1, 2, 3, 4});
}

TEST_CASE("laps are taken off before times are compared") {
    const Run run = finished_race();
    Charge lap;
    lap.laps = 1;
    CHECK(order(run, {lap}) == std::vector<int>{1, 2, 3, 0, 4});
    lap.time_us = at_s(10).us;
    CHECK(order(run, {lap}) == std::vector<int>{1, 2, 3, 4, 0});
    CHECK(row(run, {lap}, 0).laps == 1);
}

TEST_CASE("places are lost after times are added, and by both of two who lose some") {
    const Run run = finished_race();
    CHECK(order(run, {places(2)}) == std::vector<int>{1, 2, 0, 3, 4});
    CHECK(order(run, {places(2), places(2)}) == std::vector<int>{2, 3, 0, 1, 4});
    CHECK(order(run, {places(1), time_s(3)}) == std::vector<int>{2, 0, 1, 3, 4});
    CHECK(order(run, {places(99)}) == std::vector<int>{1, 2, 3, 4, 0});
}

TEST_CASE("the last place is behind all who are classified, and before who is disqualified") {
    const Run run = finished_race();
    Charge last;
    last.last_place = true;
    Charge out;
    out.disqualified = true;
    CHECK(order(run, {last, out}) == std::vector<int>{2, 3, 4, 0, 1});
    CHECK(row(run, {last, out}, 1).state == RowState::dsq);
    CHECK_FALSE(row(run, {last, out}, 1).classified);
    CHECK(row(run, {last, out}, 0).classified);
}

TEST_CASE("who is disqualified moves nobody else's places") {
    Charge out;
    out.disqualified = true;
    CHECK(order(finished_race(), {places(1), out}) == std::vector<int>{2, 0, 3, 4, 1});
}

TEST_CASE("guests come behind all who are ranked, and are not classified") {
    Charge guest;
    guest.status = RowState::guest;
    const Run run = finished_race();
    CHECK(order(run, {guest}) == std::vector<int>{1, 2, 3, 4, 0});
    CHECK(row(run, {guest}, 0).state == RowState::guest);
    CHECK(row(run, {guest}, 1).gap.us == 0);
    CHECK(row(run, {guest}, 3).gap.us == at_s(4).us);
}

TEST_CASE("who ran less than the share of the winner's laps is not classified, once the session is over") {
    Run run = finished_race();
    run.rules.classified_percent = 75;
    CHECK(run.session() == "finished");
    CHECK_FALSE(row(run, {}, 4).classified);
    CHECK(row(run, {}, 3).classified);
    run.rules.classified_percent = 50;
    CHECK(row(run, {}, 4).classified);
    Charge lap;
    lap.laps = 1;
    run.rules.classified_percent = 75;
    CHECK(order(run, {Charge{}, lap}) == std::vector<int>{0, 2, 3, 1, 4});
}

TEST_CASE("a race that runs is shown as driven, with who is disqualified last") {
    Run run(race_rules());
    run.pass(0, 0);
    run.pass(1, 1);
    run.pass(0, 40);
    run.pass(1, 41);
    CHECK(order(run, {time_s(5)}) == std::vector<int>{0, 1, 2});
    CHECK(row(run, {time_s(5)}, 0).total_us == at_s(40).us);
    Charge out;
    out.disqualified = true;
    CHECK(order(run, {out}) == std::vector<int>{1, 2, 0});
    CHECK(row(run, {out}, 1).gap.us == 0);
}

TEST_CASE("best laps deleted by number are those that were best, and the next best one counts") {
    const Run run = finished_qualifying();
    CHECK(order(run, {}) == std::vector<int>{0, 1, 2});
    Charge one;
    one.bests_deleted = 1;
    CHECK(order(run, {one}) == std::vector<int>{1, 0, 2});
    CHECK(row(run, {one}, 0).best_us == at_s(41).us);
    CHECK(row(run, {one}, 0).best_lap == 2);
    CHECK(row(run, {one}, 0).gap.us == at_s(0.5).us);
    Charge all;
    all.bests_deleted = 9;
    CHECK(order(run, {all}) == std::vector<int>{1, 2, 0});
    CHECK(row(run, {all}, 0).best_us == std::nullopt);
}

TEST_CASE("a time penalty in qualifying is added to the best lap") {
    const Run run = finished_qualifying();
    CHECK(order(run, {time_s(0.4)}) == std::vector<int>{0, 1, 2});
    CHECK(order(run, {time_s(0.6)}) == std::vector<int>{1, 0, 2});
    CHECK(row(run, {time_s(0.6)}, 0).best_us == at_s(40.6).us);
}

TEST_CASE("the last place is before who never crossed the line") {
    Rules rules = race_rules();
    rules.end.laps = 1;
    Run run(rules);
    for (const std::uint16_t kart : {0, 1}) run.pass(kart, kart);
    for (const std::uint16_t kart : {0, 1}) run.pass(kart, 40 + kart);
    Charge last;
    last.last_place = true;
    CHECK(order(run, {last}) == std::vector<int>{1, 0, 2});
    CHECK(order(run, {places(9)}) == std::vector<int>{1, 0, 2});
}
