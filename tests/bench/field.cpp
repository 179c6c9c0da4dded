#include "field.hpp"

#include <algorithm>
#include <cstdint>
#include <random>

namespace chicane::bench {

using namespace chicane::sessions;

std::vector<RawPassing> field(std::size_t count) {
    std::mt19937_64 dice(7);
    std::uniform_int_distribution<std::int64_t> lap_us(30'000'000, 34'000'000);
    std::vector<RawPassing> passings;
    passings.reserve(count + karts);
    std::vector<std::int64_t> next(karts);
    for (int kart = 0; kart < karts; ++kart) next[static_cast<std::size_t>(kart)] = kart * 700'000;
    for (std::uint32_t number = 1; number <= count; ++number) {
        const auto first = std::min_element(next.begin(), next.end());
        const auto tag = static_cast<std::uint64_t>(5'691'000 + (first - next.begin()));
        passings.push_back({{*first}, {tag}, {268307}, number});
        *first += lap_us(dice);
    }
    return passings;
}

Setup session(timing::Ranking rank) {
    Setup setup;
    setup.rules.rank = rank;
    setup.rules.min_lap_us = 15'000'000;
    for (std::uint32_t kart = 0; kart < karts; ++kart) {
        EntrantSetup& entrant = setup.entrants.emplace_back();
        entrant.id = {kart + 1};
        entrant.transponders = {{5'691'000ULL + kart}};
    }
    return setup;
}

Window filled(const std::vector<RawPassing>& passings, timing::Ranking rank) {
    Window window(session(rank), {});
    for (std::size_t i = 0; i < passings.size(); ++i) window.insert(i, passings[i]);
    return window;
}

}  // namespace chicane::bench
