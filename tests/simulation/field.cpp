#include "tests/simulation/field.hpp"

#include <algorithm>
#include <string>

#include "sessions/rules/check.hpp"

namespace chicane::simulation {

int roll(Dice& dice, int from, int to) { return std::uniform_int_distribution(from, to)(dice); }
bool one_in(Dice& dice, int n) { return roll(dice, 1, n) == 1; }
std::int64_t roll_us(Dice& dice, double from_s, double to_s) {
    return static_cast<std::int64_t>(std::uniform_real_distribution(from_s, to_s)(dice) * 1e6);
}

namespace {

timing::Rules random_rules(Dice& dice) {
    timing::Rules rules;
    rules.kind = static_cast<timing::Kind>(roll(dice, 0, 3));
    rules.start = one_in(dice, 2) ? timing::Start::signal : timing::Start::first_passing;
    rules.first_crossing = static_cast<timing::FirstCrossing>(roll(dice, 0, 2));
    rules.rank = static_cast<timing::Ranking>(roll(dice, 0, 3));
    rules.min_lap_us = one_in(dice, 3) ? 0 : 15'000'000;
    rules.max_lap_us = one_in(dice, 4) ? 45'000'000 : 0;
    rules.end.how = static_cast<timing::EndHow>(roll(dice, 0, 3));
    rules.end.laps = one_in(dice, 2) ? roll(dice, 1, 6) : 0;
    rules.end.time_us = one_in(dice, 2) ? roll(dice, 40, 160) * 1'000'000LL : 0;
    rules.end.priority = static_cast<timing::Priority>(roll(dice, 0, 1));
    rules.end.grace_us = roll(dice, 0, 3) * 20'000'000LL;
    return rules;
}

/// One kart's way round: pace, traffic, a stop, a crossing that the main decoder misses, a second tag, an echo.
void drive(Dice& dice, std::size_t kart, timing::DecoderTime from, timing::DecoderTime until,
           std::vector<TruePassing>& passings) {
    const double pace_s = 20 + roll(dice, 0, 80) / 10.0;
    const bool two_tags = kart % 3 == 0;
    timing::DecoderTime at = timing::later_by(from, roll_us(dice, 0, 25));
    while (at < until) {
        const bool missed = one_in(dice, 25);
        if (!missed) passings.push_back({at, tag_of(kart), 0, 0});
        if (two_tags && !one_in(dice, 5)) {
            passings.push_back({timing::later_by(at, roll_us(dice, 0.01, 0.4)), tag_of(kart, true), 0, 0});
        }
        if (!one_in(dice, 6))
            passings.push_back({timing::later_by(at, roll_us(dice, -0.02, 0.02)), tag_of(kart), 1, 0});
        if (one_in(dice, 20)) passings.push_back({timing::later_by(at, roll_us(dice, 3.5, 9)), tag_of(kart), 0, 0});
        const double traffic_s = one_in(dice, 6) ? roll(dice, 1, 40) / 10.0 : 0;
        const double stop_s = one_in(dice, 30) ? 30 : 0;
        at = timing::later_by(
            at, roll_us(dice, pace_s, pace_s + 1.5) + static_cast<std::int64_t>((traffic_s + stop_s) * 1e6));
    }
}

}  // namespace

timing::TransponderId tag_of(std::size_t entrant, bool second) { return {100 * (entrant + 1) + (second ? 1U : 0U)}; }

sessions::Setup random_plan(Dice& dice, const std::string& id) {
    sessions::Setup setup;
    setup.id = id;
    setup.name = "Session " + id;
    setup.track = "main";
    const auto count = static_cast<std::size_t>(roll(dice, 2, 8));
    for (std::size_t i = 0; i < count; ++i) {
        sessions::EntrantSetup entrant;
        entrant.id = {static_cast<std::uint32_t>(i + 1)};
        entrant.number = std::to_string(i + 1);
        entrant.kart = timing::KartId{static_cast<std::uint32_t>(i + 1)};
        // Some tags are the entrant's own; those of the others the register knows by their kart.
        if (i % 2 == 0 && i + 1 < count) {
            entrant.transponders = {tag_of(i)};
            if (i % 3 == 0) entrant.transponders.push_back(tag_of(i, true));
        }
        setup.entrants.push_back(std::move(entrant));
    }
    do setup.rules = random_rules(dice);
    while (sessions::rules::check(setup));
    return setup;
}

std::vector<TruePassing> random_race(Dice& dice, std::size_t karts, timing::DecoderTime from, std::int64_t for_us,
                                     std::vector<std::uint32_t>& numbers) {
    std::vector<TruePassing> passings;
    for (std::size_t kart = 0; kart < karts; ++kart) drive(dice, kart, from, timing::later_by(from, for_us), passings);
    std::ranges::stable_sort(passings, {}, &TruePassing::time);
    for (TruePassing& passing : passings) passing.number = ++numbers[passing.device];
    return passings;
}

}  // namespace chicane::simulation
