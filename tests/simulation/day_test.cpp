// Goal: whatever a network, a disk and a power cut do, a session ends as it truly went. Method: days of random sessions on the
// conductor itself, held against a naive twin. A failure names its seed; CHICANE_SEED=n runs that day alone.
#include "tests/simulation/day.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>

using namespace chicane;

namespace {

constexpr int days = 100;
constexpr int sessions_a_day = 3;

void run_day(std::uint64_t seed) {
    INFO("CHICANE_SEED=" << seed);
    simulation::Day day(seed);
    for (int session = 1; session <= sessions_a_day; ++session) REQUIRE(day.run_session(session) == "");
    REQUIRE(day.check_whole() == "");
}

}  // namespace

TEST_CASE("every session of a simulated day ends as it truly went") {
    if (const char* seed = std::getenv("CHICANE_SEED")) {
        std::cout << "seed " << seed << '\n';
        return run_day(std::strtoull(seed, nullptr, 10));
    }
    std::cout << "seeds 1 to " << days << ", " << sessions_a_day << " sessions each\n";
    for (std::uint64_t seed = 1; seed <= days; ++seed) run_day(seed);
}
