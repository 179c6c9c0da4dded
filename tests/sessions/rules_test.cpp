// Goal: what a setup must not say is refused by its code, and what it may is not.
#include <catch2/catch.hpp>

#include "sessions/rules/check.hpp"
#include "sessions/rules/defaults.hpp"
#include "timing/limits.hpp"

using namespace chicane;
using namespace chicane::sessions;
using rules::FaultCode;

namespace {

std::optional<FaultCode> fault_of(auto change) {
    Setup setup;
    setup.rules = rules::defaults(timing::Kind::race);
    change(setup);
    const auto fault = rules::check(setup);
    return fault ? std::optional(fault->code) : std::nullopt;
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
