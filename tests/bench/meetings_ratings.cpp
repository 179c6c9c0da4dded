// How well the ratings know the truth of a season, beside a plain Elo in the same run, and what a heat costs: 36 drivers of a standard deviation of
// 450 ms in 12 karts of 150 ms, drawn blind, ten heats each, a drive's scatter 250 ms; 200 seasons by their seeds. Correlations with the truth:
// the median and the 5th of a hundred. Aim: 0.9 and more for drivers and karts. docs/ratings.md.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <vector>

#include "tests/sessions/rating_season.hpp"

namespace {

using namespace chicane;

constexpr std::size_t seasons = 200;

double nth(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void report(benchmark::State& state, const std::vector<tests::Fit>& fits) {
    std::vector<double> drivers;
    std::vector<double> karts;
    for (const tests::Fit& fit : fits) {
        drivers.push_back(fit.drivers);
        karts.push_back(fit.karts);
    }
    state.counters["drivers"] = nth(drivers, 0.5);
    state.counters["drivers_5th"] = nth(drivers, 0.05);
    state.counters["karts"] = nth(karts, 0.5);
    state.counters["karts_5th"] = nth(karts, 0.05);
}

tests::SeasonShape shape_of(const benchmark::State& state) {
    tests::SeasonShape shape;
    shape.timed = state.range(0) == 1;
    return shape;
}

void ratings(benchmark::State& state) {
    std::vector<tests::Fit> fits;
    for (std::uint64_t seed = 1; seed <= seasons; ++seed) {
        const auto season = tests::season_of(shape_of(state), seed);
        fits.push_back(tests::fit_of(season, tests::rated(season, {})));
    }
    const auto season = tests::season_of(shape_of(state), 1);
    for (auto _ : state) benchmark::DoNotOptimize(tests::rated(season, {}));
    report(state, fits);
}

void elo(benchmark::State& state) {
    std::vector<tests::Fit> fits;
    for (std::uint64_t seed = 1; seed <= seasons; ++seed)
        fits.push_back(tests::elo_fit(tests::season_of(shape_of(state), seed)));
    const auto season = tests::season_of(shape_of(state), 1);
    for (auto _ : state) benchmark::DoNotOptimize(tests::elo_fit(season));
    report(state, fits);
}

BENCHMARK(ratings)->ArgName("timed")->Arg(1)->Arg(0)->Unit(benchmark::kMillisecond);
BENCHMARK(elo)->ArgName("timed")->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
