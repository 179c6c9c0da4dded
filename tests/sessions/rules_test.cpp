// Goal: what a setup must not say is refused by its code, and what it may is not.
#include <catch2/catch.hpp>

#include "sessions/rules/check.hpp"
#include "sessions/rules/defaults.hpp"
#include "sessions/rules/shipped.hpp"
#include "timing/limits.hpp"

using namespace chicane;
using namespace chicane::sessions;
using rules::FaultCode;

namespace {

std::optional<rules::Fault> checked(auto change) {
    Setup setup;
    setup.rules = rules::defaults(timing::Kind::race);
    change(setup);
    return rules::check(setup);
}

std::optional<FaultCode> fault_of(auto change) {
    const auto fault = checked(change);
    return fault ? std::optional(fault->code) : std::nullopt;
}

/// The key that is told to be wrong.
std::string key_of(auto change) {
    const auto fault = checked(change);
    return fault ? std::string(fault->key) : "";
}

std::vector<LoopSetup> loops(std::size_t count) {
    std::vector<LoopSetup> made;
    for (std::uint32_t decoder = 1; decoder <= count; ++decoder) made.push_back({{decoder}, LoopRole::finish, 0});
    return made;
}

}  // namespace

TEST_CASE("the defaults of every kind, and open practice, can be run") {
    for (const auto kind :
         {timing::Kind::practice, timing::Kind::qualifying, timing::Kind::race, timing::Kind::endurance}) {
        Setup setup;
        setup.rules = rules::defaults(kind);
        CHECK_FALSE(rules::check(setup));
    }
    Setup open;
    open.rules = rules::open_practice(15'000'000);
    CHECK_FALSE(rules::check(open));
    CHECK(open.rules.open);
    CHECK(open.rules.start == timing::Start::own);
}

TEST_CASE("every rule-set that a centre begins with can be run, and has its name in both languages") {
    for (const rules::ShippedSet& set : rules::shipped()) {
        Setup setup;
        setup.rules = set.rules;
        INFO(set.name_en);
        CHECK_FALSE(rules::check(setup));
        CHECK(set.name_en != set.name_fr);
        CHECK((set.rules.end.laps > 0 || set.rules.end.time_us > 0));
        CHECK(set.duration_s * 1'000'000LL >= set.rules.end.time_us);
    }
}

TEST_CASE("each combination that cannot be run has its code") {
    using timing::EndHow;
    CHECK(fault_of([](Setup& s) { s.rules.first_crossing = timing::FirstCrossing::ends_lap; }) ==
          FaultCode::ends_lap_without_signal);
    CHECK(fault_of([](Setup& s) { s.rules.end.how = EndHow::full_distance; }) == FaultCode::full_distance_without_laps);
    CHECK(fault_of([](Setup& s) { s.rules.end = {3, 9, 1, {}, EndHow::full_distance, 0}; }) ==
          FaultCode::full_distance_with_plus_laps);
    CHECK(fault_of([](Setup& s) { s.rules.end.plus_laps = 1; }) == FaultCode::plus_laps_without_time);
    CHECK(fault_of([](Setup& s) { s.rules.end = {3, 9, 1, {}, EndHow::next_crossing, 0}; }) ==
          FaultCode::plus_laps_with_laps);
    CHECK(fault_of([](Setup& s) { s.rules.end.grace_us = -1; }) == FaultCode::negative);
    CHECK(fault_of([](Setup& s) { s.loops = {{{1}, LoopRole::finish, 0}, {{1}, LoopRole::pit_in, 0}}; }) ==
          FaultCode::decoder_twice);
}

TEST_CASE("a transponder may stand twice on one entrant and not on two") {
    CHECK_FALSE(fault_of([](Setup& s) { s.entrants.resize(1), s.entrants[0].transponders = {{5}, {5}}; }));
    CHECK(fault_of([](Setup& s) {
              s.entrants.resize(2);
              s.entrants[0].transponders = {{5}};
              s.entrants[1].transponders = {{5}};
          }) == FaultCode::transponder_twice);
}

TEST_CASE("limits are refused one beyond, not at them") {
    CHECK_FALSE(fault_of([](Setup& s) { s.entrants.resize(timing::entrants_max); }));
    CHECK(fault_of([](Setup& s) { s.entrants.resize(timing::entrants_max + 1); }) == FaultCode::too_many_entrants);
    CHECK_FALSE(fault_of([](Setup& s) { s.loops = loops(timing::loops_max); }));
    CHECK(fault_of([](Setup& s) { s.loops = loops(timing::loops_max + 1); }) == FaultCode::too_many_loops);
    CHECK_FALSE(fault_of([](Setup& s) { s.rules.end.time_us = timing::session_us_max; }));
    CHECK(fault_of([](Setup& s) { s.rules.end.time_us = timing::session_us_max + 1; }) == FaultCode::too_long);
}

TEST_CASE("a team has at most 64 drivers") {
    const auto with = [](std::size_t drivers) {
        return fault_of([&](Setup& s) { s.entrants.emplace_back().drivers.resize(drivers); });
    };
    CHECK_FALSE(with(timing::drivers_max));
    CHECK(with(timing::drivers_max + 1) == FaultCode::too_many_drivers);
}

TEST_CASE("a driver's least time is not above the most") {
    const auto with = [](std::int64_t least_us, std::int64_t most_us, std::int32_t least, std::int32_t most) {
        return fault_of([&](Setup& s) {
            s.rules.endurance.driver_min_us = least_us;
            s.rules.endurance.driver_max_us = most_us;
            s.rules.endurance.driver_min_percent = least;
            s.rules.endurance.driver_max_percent = most;
        });
    };
    CHECK_FALSE(with(5, 0, 70, 0));
    CHECK_FALSE(with(5, 5, 70, 70));
    CHECK(with(6, 5, 0, 0) == FaultCode::least_above_most);
    CHECK(with(0, 0, 71, 70) == FaultCode::least_above_most);
}

TEST_CASE("the defaults are the contract's, by kind") {
    for (const auto kind : {timing::Kind::practice, timing::Kind::qualifying}) {
        CHECK(rules::defaults(kind).rank == timing::Ranking::best_lap);
        CHECK(rules::defaults(kind).end.how == timing::EndHow::next_crossing);
    }
    for (const auto kind : {timing::Kind::race, timing::Kind::endurance}) {
        CHECK(rules::defaults(kind).rank == timing::Ranking::laps);
        CHECK(rules::defaults(kind).end.how == timing::EndHow::leader_first);
        CHECK(rules::defaults(kind).kind == kind);
        CHECK(rules::defaults(kind).start == timing::Start::first_passing);
        CHECK(rules::defaults(kind).first_crossing == timing::FirstCrossing::starts_lap);
        CHECK(rules::defaults(kind).end.grace_us == 180'000'000);
        CHECK_FALSE(rules::defaults(kind).open);
    }
}

TEST_CASE("open practice has the track's minimum lap, best laps and no end") {
    const timing::Rules practice = rules::open_practice(15'000'000);
    CHECK(practice.min_lap_us == 15'000'000);
    CHECK(practice.rank == timing::Ranking::best_lap);
    CHECK(practice.first_crossing == timing::FirstCrossing::starts_lap);
    CHECK(practice.end.laps == 0);
    CHECK(practice.end.time_us == 0);
}

TEST_CASE("what is below zero is told by its key") {
    CHECK(key_of([](Setup& s) { s.rules.min_lap_us = -1; }) == "session.min_lap_ms");
    CHECK(key_of([](Setup& s) { s.rules.max_lap_us = -1; }) == "session.max_lap_ms");
    CHECK(key_of([](Setup& s) { s.rules.pair_window_us = -1; }) == "session.pair_window_ms");
    CHECK(key_of([](Setup& s) { s.rules.merge_window_us = -1; }) == "session.merge_window_ms");
    CHECK(key_of([](Setup& s) { s.rules.end.laps = -1; }) == "end.laps");
    CHECK(key_of([](Setup& s) { s.rules.end.time_us = -1; }) == "end.time_s");
    CHECK(key_of([](Setup& s) { s.rules.end.plus_laps = -1; }) == "end.plus_laps");
    CHECK(key_of([](Setup& s) { s.rules.end.grace_us = -1; }) == "end.grace_s");
    CHECK(key_of([](Setup& s) { s.rules.end.grace_us = 0; }) == "");
}

TEST_CASE("what goes together is not refused") {
    using timing::EndHow;
    const auto runs = [](timing::End end) { return !fault_of([&](Setup& s) { s.rules.end = end; }); };
    CHECK(runs({3, 0, 0, {}, EndHow::full_distance, 0}));
    CHECK(runs({3, 9, 0, timing::Priority::last, EndHow::full_distance, 0}));
    CHECK(runs({0, 9, 2, {}, EndHow::immediate, 0}));
    CHECK(runs({0, 9, 2, {}, EndHow::leader_first, 0}));
    CHECK(runs({0, 0, 0, timing::Priority::last, EndHow::immediate, 0}));
    CHECK_FALSE(fault_of([](Setup& s) {
        s.rules.start = timing::Start::signal;
        s.rules.first_crossing = timing::FirstCrossing::ends_lap;
    }));
    for (const auto start : {timing::Start::own, timing::Start::first_passing, timing::Start::signal}) {
        CHECK_FALSE(fault_of([&](Setup& s) {
            s.rules.start = start;
            s.rules.first_crossing = timing::FirstCrossing::own_clock;
        }));
    }
}

TEST_CASE("a fault of an entrant or a loop says which one, of the two the later") {
    const auto twice = checked([](Setup& s) {
        s.entrants.resize(4);
        s.entrants[1].transponders = {{5}, {6}};
        s.entrants[3].transponders = {{7}, {6}};
    });
    REQUIRE(twice);
    CHECK(twice->key == "entrant.transponders");
    CHECK(twice->index == 3);
    const auto loop = checked([](Setup& s) {
        s.loops = {{{1}, LoopRole::finish, 0}, {{2}, LoopRole::finish, 0}, {{1}, LoopRole::sector, 1}};
    });
    REQUIRE(loop);
    CHECK(loop->key == "loop.decoder");
    CHECK(loop->index == 2);
}

TEST_CASE("several decoders may lie at one loop, and entrants without a tag may be entered") {
    CHECK_FALSE(fault_of([](Setup& s) {
        s.loops = {{{1}, LoopRole::finish, 0}, {{2}, LoopRole::finish, 0}, {{3}, LoopRole::sector, 1}};
        s.entrants.resize(3);
    }));
}
