// What a passing costs in a session's window: in order, and late by 1,000 passings, in a short session and in the longest.
// 40 karts with laps of 30 to 34 s, ranked by best lap, as in open practice; ties at a millisecond are common in long ones.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <random>
#include <vector>

#include "sessions/window.hpp"

namespace {

using namespace chicane;
using namespace chicane::sessions;

constexpr int karts = 40;
constexpr std::size_t late_by = 1000;

/// In order of crossing.
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

void in_order(benchmark::State& state, timing::Ranking rank) {
    const std::vector<RawPassing> passings = field(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const Window window = filled(passings, rank);
        benchmark::DoNotOptimize(window.size());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// Each passing lands before the last `late_by` of the field, after those that came late before it.
void late(benchmark::State& state, timing::Ranking rank) {
    const std::vector<RawPassing> passings = field(static_cast<std::size_t>(state.range(0)));
    Window window = filled(passings, rank);
    std::uint64_t sequence = passings.size();
    timing::DecoderTime at = timing::later_by(passings[passings.size() - late_by].time, -100'000);
    for (auto _ : state) {
        at.us += 1;
        window.insert(sequence, RawPassing{at, {1}, {268307}, 0});
        ++sequence;
    }
    state.SetItemsProcessed(state.iterations());
}

BENCHMARK_CAPTURE(in_order, best_lap, timing::Ranking::best_lap)
    ->Arg(2'000)
    ->Arg(2'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(in_order, laps, timing::Ranking::laps)->Arg(2'000)->Arg(2'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(late, best_lap, timing::Ranking::best_lap)->Arg(2'000)->Arg(1'900'000)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
