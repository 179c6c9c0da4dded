// What a passing costs in a session's window: in order, and late by 1,000 passings, in a short session and in the longest.
// 40 karts with laps of 30 to 34 s, ranked by best lap, as in open practice; ties at a millisecond are common in long ones.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <vector>

#include "field.hpp"

namespace {

using namespace chicane;
using namespace chicane::bench;
using namespace chicane::sessions;

constexpr std::size_t late_by = 1000;

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
