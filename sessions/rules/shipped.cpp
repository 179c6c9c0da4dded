#include "sessions/rules/shipped.hpp"

#include "sessions/rules/defaults.hpp"

namespace chicane::sessions::rules {

namespace {

using timing::Kind;
using timing::Rules;

constexpr std::int64_t minute_us = 60'000'000;

/// Best laps, each to his next crossing.
Rules rental_practice() {
    Rules rules = defaults(Kind::practice);
    rules.end.time_us = 8 * minute_us;
    return rules;
}

Rules rental_race() {
    Rules rules = defaults(Kind::race);
    rules.start = timing::Start::signal;
    rules.first_crossing = timing::FirstCrossing::starts_lap;
    rules.end.laps = 12;
    rules.end.time_us = 15 * minute_us;  // a race that stands does not hold up the day
    return rules;
}

/// Lights, the clock runs from the signal, half of the winner's laps to be classified, laps under red count no more.
Rules sprint() {
    Rules rules = defaults(Kind::race);
    rules.start = timing::Start::signal;
    rules.first_crossing = timing::FirstCrossing::ends_lap;
    rules.end.laps = 20;
    rules.red.lap = timing::RedLap::void_lap;
    rules.red.restart = timing::RedRestart::starts_lap;
    rules.classified_percent = 50;
    return rules;
}

Rules endurance_teams() {
    Rules rules = defaults(Kind::endurance);
    rules.start = timing::Start::signal;
    rules.end.time_us = 120 * minute_us;
    rules.endurance.stops_due = 5;
    rules.endurance.min_stop_us = 1 * minute_us;
    rules.endurance.pit_opens_us = 10 * minute_us;
    rules.endurance.pit_closes_us = 10 * minute_us;
    rules.endurance.max_stint_us = 30 * minute_us;
    rules.endurance.driver_min_percent = 20;
    return rules;
}

/// Short, each from his own first crossing, and out soon after the end: children tire, and their parents wait.
Rules kids() {
    Rules rules = defaults(Kind::practice);
    rules.start = timing::Start::own;
    rules.end.time_us = 6 * minute_us;
    rules.end.grace_us = 1 * minute_us;
    return rules;
}

}  // namespace

std::array<ShippedSet, 5> shipped() {
    return {{{"Rental practice", "Session loisir", 480, 12, rental_practice()},
             {"Rental race", "Course loisir", 900, 12, rental_race()},
             {"Sprint race", "Course sprint", 1'200, 24, sprint()},
             {"Endurance, teams", "Endurance par équipes", 7'200, 20, endurance_teams()},
             {"Kids", "Enfants", 360, 8, kids()}}};
}

}  // namespace chicane::sessions::rules
