// Goal: refuelling, swaps, weight and exit traffic (race-rules.md §7). Method: races of two teams over an hour, with pit loops; times in minutes.
#include <catch2/catch.hpp>

#include "tests/timing/hour.hpp"
#include "timing/exit_traffic.hpp"

using namespace chicane::timing;

TEST_CASE("a stop for fuel has a minimum of its own, and those that are missing are told at the end") {
    Hour hour({.stops_due = 1, .min_stop_us = minute_us, .refuels_due = 2, .min_refuel_us = 5 * minute_us});
    hour.laps(0, 0, 9);
    hour.stop(0, 10, 12);
    hour.laps(0, 13, 19);
    hour.stop(0, 20, 25);
    hour.laps(0, 26, 58);
    CHECK(hour.of(0, 58).stops_done == 2);
    CHECK(hour.of(0, 58).refuels_owed == 2);
    hour.teams[0].refuels = {at_min(11), at_min(24)};
    CHECK(hour.of(0, 58).stops[1].refuel);
    CHECK(hour.of(0, 58).stops_done == 1);
    CHECK(hour.of(0, 58).refuels_owed == 1);
    CHECK(hour.broken(58) ==
          std::vector{Breach{BreachKind::stop_too_short, 0, std::nullopt, at_min(10), 3 * minute_us}});
    hour.laps(0, 59, 60);
    const auto at_the_end = hour.broken(70);
    REQUIRE(at_the_end.size() == 2);
    CHECK(at_the_end[1].kind == BreachKind::refuels_missing);
    CHECK(at_the_end[1].amount == 1);
}

TEST_CASE("a stop in which the kart is swapped counts like any, or is none of those due") {
    const int no_stop = GENERATE(0, 1);
    Hour hour({.stops_due = 2, .swap_no_stop = no_stop});
    hour.laps(0, 0, 9);
    hour.stop(0, 10, 12);
    hour.laps(0, 13, 19);
    hour.stop(0, 20, 22);
    hour.teams[0].swaps = {at_min(11), at_min(15)};  // the second one out on the track
    CHECK(hour.of(0, 25).stops[0].swapped);
    CHECK_FALSE(hour.of(0, 25).stops[1].swapped);
    CHECK(hour.of(0, 25).stops_done == (no_stop == 1 ? 1 : 2));
}

TEST_CASE("who weighs less has time added for each kilogram and hour that he drives") {
    Hour hour({.weight_kg = 80, .weight_ms_per_kg_h = 6'000});
    hour.teams[0].relays = {{at_min(0), anna}, {at_min(20), ben}};
    hour.teams[0].weights = {{anna, 60}, {ben, 85}};
    hour.laps(0, 0, 29);
    // 20 kg for 20 minutes: 20 × 6 s / 3; who is heavier has nothing taken off.
    CHECK(hour.of(0, 30).handicap_us == 40'000'000);
    hour.teams[0].weights = {{ben, 85}};
    CHECK(hour.of(0, 30).handicap_us == 0);
}

TEST_CASE("the ballast is that of the driver in the kart, and of nobody in the pit or not weighed") {
    Hour hour({.weight_kg = 80});
    hour.teams[0].relays = {{at_min(0), anna}};
    hour.teams[0].weights = {{anna, 62}};
    hour.laps(0, 0, 9);
    CHECK(hour.of(0, 9).ballast_kg == 18);
    CHECK(hour.of(0, 9).handicap_us == 0);
    hour.pass(0, 600, LoopRole::pit_in);
    CHECK_FALSE(hour.of(0, 11).ballast_kg.has_value());
    hour.pass(0, 720, LoopRole::pit_out);
    hour.teams[0].relays.push_back({at_min(11), ben});
    CHECK_FALSE(hour.of(0, 13).ballast_kg.has_value());
}

TEST_CASE("exit traffic is who is near the pit exit by his own pace, before or behind, and who runs") {
    Hour hour({.exit_after_us = 10'000'000, .exit_window_us = 5'000'000});
    const auto near = [&](double seconds) { return exit_traffic(hour.rules, hour.state, at_s(seconds)); };
    hour.laps(0, 0, 4);
    hour.pass(1, 130);
    hour.pass(1, 190);
    hour.pass(1, 248);
    CHECK(near(245) == std::vector{Near{0, 5'000'000}});
    CHECK(near(244.999999).empty());
    CHECK(near(255) == std::vector{Near{0, -5'000'000}, Near{1, 3'000'000}});
    CHECK(near(312) == std::vector{Near{0, -2'000'000}, Near{1, 5'000'000}});  // a lap later, unheard at the line
    hour.pass(1, 250, LoopRole::pit_in);
    CHECK(near(255) == std::vector{Near{0, -5'000'000}});
    CHECK(near(430).empty());  // two laps without a crossing: he has stopped
    hour.rules.endurance.exit_window_us = 0;
    CHECK(near(250).empty());
}

TEST_CASE("a stop is too short by the box as well, and who was not heard there did not stop") {
    Hour hour({.stops_due = 1, .min_stop_us = minute_us, .min_box_us = 2 * minute_us});
    hour.laps(0, 0, 9);
    hour.pass(0, 10 * 60, LoopRole::pit_in);
    hour.pass(0, 10.5 * 60, LoopRole::pit_box);
    hour.pass(0, 12 * 60, LoopRole::pit_box);
    hour.pass(0, 13 * 60, LoopRole::pit_out);
    CHECK(hour.of(0, 14).stops_done == 0);
    CHECK(hour.broken(14) ==
          std::vector{Breach{BreachKind::stop_too_short, 0, std::nullopt, at_min(10), minute_us / 2}});
    hour.rules.endurance.min_box_us = 3 * minute_us / 2;
    CHECK(hour.of(0, 14).stops_done == 1);
    hour.laps(0, 14, 19);
    hour.stop(0, 20, 25);
    REQUIRE(hour.broken(26).size() == 1);
    CHECK(hour.broken(26)[0] == Breach{BreachKind::stop_too_short, 0, std::nullopt, at_min(20), 3 * minute_us / 2});
}
