// A race of 24 hours with all rules of endurance on: how much quicker than real time its log is replayed (beside a plain copy of the
// log), what a relay costs that is corrected 300 laps later, and what the board of the teams costs. Aim: 100,000 × real time.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include "endurance_day.hpp"

namespace {

using namespace chicane;
using namespace chicane::bench;
using namespace chicane::sessions;

const EnduranceDay& day() {
    static const EnduranceDay of = endurance_day(24);
    return of;
}

Window replayed() {
    Window window(day().setup, day().karts);
    for (const LogEvent& event : day().log) window.insert(event);
    return window;
}

/// What is allocated now.
double memory_mb() {
    const auto now = mallinfo2();
    return static_cast<double>(now.uordblks + now.hblkhd) / 1e6;
}

void race(benchmark::State& state) {
    const double before_mb = (benchmark::DoNotOptimize(day()), memory_mb());
    double after_mb = 0;
    std::int32_t laps = 0, stops = 0;
    for (auto _ : state) {
        const Window window = replayed();
        benchmark::DoNotOptimize(window.size());
        state.PauseTiming();
        after_mb = memory_mb();
        laps = window.board(window.newest()).rows.front().laps;
        stops = 0;
        for (const timing::EnduranceRow& row : window.endurance(window.newest())) stops += row.stops_done;
        state.ResumeTiming();
    }
    state.counters["passings"] = static_cast<double>(day().passings);
    state.counters["winner_laps"] = laps;
    state.counters["stops"] = static_cast<double>(day().stops);
    state.counters["stops_counted"] = stops;
    state.counters["memory_MB"] = after_mb - before_mb;
    state.counters["x_real_time"] =
        benchmark::Counter(static_cast<double>(race_us) / 1e6, benchmark::Counter::kIsIterationInvariantRate);
}

/// The baseline: each event of the log is read and kept, and nothing is decided.
void log_copied(benchmark::State& state) {
    for (auto _ : state) {
        std::vector<LogEvent> copy;
        for (const LogEvent& event : day().log) copy.push_back(event);
        benchmark::DoNotOptimize(copy.data());
    }
    state.counters["x_real_time"] =
        benchmark::Counter(static_cast<double>(race_us) / 1e6, benchmark::Counter::kIsIterationInvariantRate);
}

void teams_board(benchmark::State& state) {
    const Window window = replayed();
    for (auto _ : state) {
        benchmark::DoNotOptimize(window.endurance(window.newest()));
        benchmark::DoNotOptimize(window.breaches(window.newest()));
        benchmark::DoNotOptimize(window.board(window.newest()));
    }
    state.counters["breaches"] = static_cast<double>(window.breaches(window.newest()).size());
}

/// Team 7's second driver was in the kart, not the third: told 300 laps later. Done, looked at, undone, looked at.
void relay_corrected(benchmark::State& state) {
    Window window = replayed();
    std::uint64_t sequence = 1'000'000'000;
    const timing::DecoderTime since{race_us - 300 * 60'000'000LL};
    for (auto _ : state) {
        window.insert(LogEvent{++sequence, RelayTold{{7}, {6 * drivers_a_team + 2}, since}});
        benchmark::DoNotOptimize(window.endurance(window.newest()));
        benchmark::DoNotOptimize(window.board(window.newest()));
        window.remove(sequence);
        benchmark::DoNotOptimize(window.endurance(window.newest()));
        benchmark::DoNotOptimize(window.board(window.newest()));
    }
}

/// The kart that came out of the pit 300 laps ago was another one.
void swap_corrected(benchmark::State& state) {
    Window window = replayed();
    std::uint64_t sequence = 1'000'000'000;
    const timing::DecoderTime since{race_us - 300 * 60'000'000LL};
    for (auto _ : state) {
        window.insert(LogEvent{++sequence, KartSwapped{{7}, {99}, since}});
        benchmark::DoNotOptimize(window.board(window.newest()));
        window.remove(sequence);
        benchmark::DoNotOptimize(window.board(window.newest()));
    }
}

BENCHMARK(log_copied)->Unit(benchmark::kMillisecond);
BENCHMARK(race)->Unit(benchmark::kMillisecond);
BENCHMARK(teams_board)->Unit(benchmark::kMillisecond);
BENCHMARK(relay_corrected)->Unit(benchmark::kMillisecond);
BENCHMARK(swap_corrected)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
