// Goal: stops, stints, driver times, what is owed and which rules were broken (race-rules.md §7). Method: races of two teams over an hour,
// with pit loops; times in minutes, so that limits are easy to see.
#include "timing/endurance.hpp"

#include <catch2/catch.hpp>

#include "tests/timing/hour.hpp"

using namespace chicane::timing;

namespace {

/// Two stops of two minutes.
Rules hour_rules() { return hour_with({.stops_due = 2, .min_stop_us = 2 * minute_us}); }

}  // namespace

TEST_CASE("a stint runs from the start or the pit exit to the pit entry, and a stop between them") {
    Hour hour;
    hour.laps(0, 0, 9);
    hour.stop(0, 10, 13);
    hour.laps(0, 14, 19);
    const EnduranceRow row = hour.of(0, 20);
    REQUIRE(row.stops.size() == 1);
    CHECK(row.stops[0] == Stop{at_min(10), at_min(13), 9, false, false});
    REQUIRE(row.stints.size() == 2);
    CHECK(row.stints[0] == Stint{at_min(0), at_min(10), std::nullopt});
    CHECK(row.stints[1] == Stint{at_min(13), std::nullopt, std::nullopt});
    CHECK(row.stint_us == 7 * minute_us);
    CHECK(row.stops_done == 1);
    CHECK(row.stops_owed == 1);
}

TEST_CASE("who is in the pit has no stint, and who crosses the line unheard at the exit has left") {
    Hour hour;
    hour.laps(0, 0, 9);
    hour.pass(0, 600, LoopRole::pit_in);
    CHECK(hour.of(0, 12).stint_us == std::nullopt);
    CHECK(hour.of(0, 12).stops_done == 0);
    hour.pass(0, 13.5 * 60);
    CHECK(hour.of(0, 14).stops[0].guessed);
    CHECK(hour.of(0, 14).stops[0].out == at_min(13.5));
    CHECK(hour.broken(14).empty());
}

TEST_CASE("a stop that is too short is proposed with what it lacks, and counts for nothing unless it is a joker") {
    Rules rules = hour_rules();
    rules.endurance.jokers = 1;
    Hour hour(rules);
    hour.laps(0, 0, 9);
    hour.stop(0, 10, 11.5);
    REQUIRE(hour.broken(12).size() == 1);
    CHECK(hour.broken(12)[0] == Breach{BreachKind::stop_too_short, 0, std::nullopt, at_min(10), minute_us / 2});
    CHECK(hour.of(0, 12).stops_done == 0);
    hour.teams[0].jokers = {at_min(11)};
    CHECK(hour.broken(12).empty());
    CHECK(hour.of(0, 12).stops_done == 1);
    hour.stop(0, 20, 20.5);
    hour.teams[0].jokers.push_back(at_min(20.2));
    REQUIRE(hour.broken(22).size() == 1);
    CHECK(hour.broken(22)[0].kind == BreachKind::jokers_too_many);
}

TEST_CASE("a stop before the pit opens or after it closes does not count") {
    Rules rules = hour_rules();
    rules.endurance.pit_opens_us = 10 * minute_us;
    rules.endurance.pit_closes_us = 10 * minute_us;
    Hour hour(rules);
    hour.laps(0, 0, 4);
    hour.stop(0, 5, 8);
    hour.stop(0, 10, 13);
    hour.stop(0, 50, 53);
    hour.stop(0, 50.5 + 4, 57);
    const auto broken = hour.broken(58);
    REQUIRE(broken.size() == 2);
    CHECK(broken[0] == Breach{BreachKind::pit_closed, 0, std::nullopt, at_min(5), 5 * minute_us});
    CHECK(broken[1] == Breach{BreachKind::pit_closed, 0, std::nullopt, at_min(54.5), 9 * minute_us / 2});
    CHECK(hour.of(0, 58).stops_done == 2);
}

TEST_CASE("stops that are missing are told at the end, once, of who has run") {
    Hour hour;
    hour.laps(0, 0, 61);
    CHECK(hour.session(61 * 60) != "running");
    const auto broken = hour.broken(64.5);
    REQUIRE(broken.size() == 1);
    CHECK(broken[0].kind == BreachKind::stops_missing);
    CHECK(broken[0].entrant == 0);
    CHECK(broken[0].amount == 2);
    CHECK(hour.broken(70) == broken);
}

TEST_CASE("driver times are the stints of each, and follow a relay told or corrected later") {
    Hour hour;
    hour.teams[0].drivers = {anna, ben, cleo};
    hour.teams[0].relays = {{at_min(-1), anna}, {at_min(11), ben}};
    hour.laps(0, 0, 9);
    hour.stop(0, 10, 13);
    hour.laps(0, 14, 29);
    CHECK(hour.of(0, 30).driver_times ==
          std::vector<DriverTime>{{anna, 10 * minute_us}, {ben, 17 * minute_us}, {cleo, 0}});
    hour.teams[0].relays = {{at_min(-1), anna}, {at_min(11), cleo}, {at_min(20), ben}};
    CHECK(hour.of(0, 30).driver_times ==
          std::vector<DriverTime>{{anna, 10 * minute_us}, {cleo, 7 * minute_us}, {ben, 10 * minute_us}});
    CHECK(hour.of(0, 30).stint_us == 17 * minute_us);
}

TEST_CASE("limits on stint, driver and rest are told with the moment at which they were passed") {
    Rules rules = hour_rules();
    rules.endurance.max_stint_us = 15 * minute_us;
    rules.endurance.driver_max_us = 25 * minute_us;
    rules.endurance.rest_us = 5 * minute_us;
    Hour hour(rules);
    hour.teams[0].relays = {{at_min(-1), anna}};
    hour.laps(0, 0, 15);
    CHECK(hour.of(0, 14).until_limit_us == minute_us);
    hour.stop(0, 16, 18);
    hour.laps(0, 19, 29);
    CHECK(hour.of(0, 27).until_limit_us == 0);
    CHECK(hour.of(0, 29).until_limit_us == -2 * minute_us);
    const auto broken = hour.broken(29);
    REQUIRE(broken.size() == 3);
    CHECK(broken[0] == Breach{BreachKind::stint_too_long, 0, anna, at_min(0), minute_us});
    CHECK(broken[1] == Breach{BreachKind::rest_too_short, 0, anna, at_min(18), 3 * minute_us});
    CHECK(broken[2] == Breach{BreachKind::driver_too_long, 0, anna, at_min(27), 2 * minute_us});
}

TEST_CASE("at the end every driver of the entry has driven his minimum, in minutes or as a share") {
    Rules rules = hour_rules();
    rules.endurance.stops_due = 0;
    rules.endurance.driver_min_percent = 50;
    Hour hour(rules);
    hour.teams[0].drivers = {anna, ben};
    hour.teams[0].relays = {{at_min(-1), anna}, {at_min(41), ben}};
    hour.laps(0, 0, 39);
    hour.stop(0, 40, 43);
    CHECK(hour.broken(44).empty());
    hour.laps(0, 44, 61);
    const auto broken = hour.broken(65);
    REQUIRE(broken.size() == 1);
    CHECK(broken[0].kind == BreachKind::driver_too_short);
    CHECK(broken[0].driver == ben);
    CHECK(broken[0].amount == 13 * minute_us);
}

TEST_CASE("the virtual ranking is the order after all have done the stops they owe") {
    Rules rules = hour_rules();
    rules.endurance.stops_due = 1;
    rules.endurance.pit_loss_us = minute_us / 2;
    Hour hour(rules);
    hour.laps(0, 0, 9);
    hour.laps(1, 0.5, 5.5);
    hour.stop(1, 6, 8);
    hour.laps(1, 8.5, 11.5);
    for (double at = 10; at <= 11; at += 1) hour.pass(0, at * 60 + 30);
    // Kart 0 leads by two laps and owes a stop of two minutes and a half.
    REQUIRE(hour.row(0).position == 1);
    CHECK(hour.of(0, 11.6).virtual_position == 2);
    CHECK(hour.of(1, 11.6).virtual_position == 1);
    hour.rules.endurance.stops_due = 0;
    CHECK(hour.of(0, 11.6).virtual_position == 1);
}

TEST_CASE("the time at the box runs from the first to the last passing of its loop in a stop") {
    Hour hour;
    hour.laps(0, 0, 9);
    hour.pass(0, 9.2 * 60, LoopRole::pit_box);  // on the track: no stop
    hour.pass(0, 10 * 60, LoopRole::pit_in);
    CHECK_FALSE(hour.of(0, 10).stops[0].box_us);
    hour.pass(0, 11 * 60, LoopRole::pit_box);
    CHECK(hour.of(0, 11).stops[0].box_us == 0);
    hour.pass(0, 12 * 60, LoopRole::pit_box);
    hour.pass(0, 14 * 60, LoopRole::pit_box);
    hour.pass(0, 15 * 60, LoopRole::pit_out);
    hour.pass(0, 15.1 * 60, LoopRole::pit_box);
    hour.laps(0, 16, 19);
    hour.pass(0, 20 * 60, LoopRole::pit_in);
    hour.pass(0, 21 * 60, LoopRole::pit_box);
    const auto stops = hour.of(0, 21).stops;
    REQUIRE(stops.size() == 2);
    CHECK(stops[0].box_us == 3 * minute_us);
    CHECK(stops[1].box_us == 0);
}

TEST_CASE("pit passings are cut back with the laps, and kept of who has not crossed yet") {
    LapBook book;
    book.pass_pit({{1}, 0, 0, false, false});
    book.begin(1, {2});
    book.pass_pit({{3}, 0, 1, false, false});
    book.cut_back(0, 1, [](std::uint16_t) { return 0U; });
    CHECK(book.pits_of(0).size() == 1);
    CHECK(book.pits_of(1).empty());
}
