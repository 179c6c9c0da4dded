// What a correction costs, done and undone, in a session of 2,000 passings and in the longest: of what lies an hour back (in the short one half an
// hour, its begin), and of what reaches back to the begin. Beside it what a passing in order costs, and what one second of the
// session holds. Aim: an hour back below 50 ms in either.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <vector>

#include "field.hpp"

namespace {

using namespace chicane;
using namespace chicane::bench;
using namespace chicane::sessions;

constexpr std::int64_t hour_us = 3'600'000'000;

/// The session as it stands, and a passing of an hour ago.
struct Bench {
    std::vector<RawPassing> passings;
    Window window;
    std::uint64_t sequence;
    std::uint64_t about = 0;

    explicit Bench(std::size_t count)
        : passings(field(count)), window(filled(passings, timing::Ranking::laps)), sequence(count) {
        const std::int64_t since_us = passings.back().time.us - hour_us;
        while (about + 1 < count && passings[about].time.us < since_us) ++about;
    }
    timing::DecoderTime at() const { return passings[about].time; }
    /// Done, looked at, undone, looked at.
    template <class What>
    void run(benchmark::State& state, const What& what) {
        std::size_t judged = 0;
        for (auto _ : state) {
            judged = window.insert(LogEvent{++sequence, what}).judged;
            benchmark::DoNotOptimize(window.board(window.newest()));
            window.remove(sequence);
            benchmark::DoNotOptimize(window.board(window.newest()));
        }
        state.counters["judged"] = static_cast<double>(judged);
    }
};

void voided(benchmark::State& state) {
    Bench bench(static_cast<std::size_t>(state.range(0)));
    bench.run(state, RemarkMade{RemarkKind::voided, bench.about, 0, 1});
}

void lap_split(benchmark::State& state) {
    Bench bench(static_cast<std::size_t>(state.range(0)));
    const auto passing = bench.window.passing(bench.about + 2 * karts);
    const auto ends = bench.window.lap_ends(*passing->entrant, *passing->lap);
    bench.run(state, RemarkMade{RemarkKind::lap_split, ends->passing, ends->begin, 2});
}

void passings_exchanged(benchmark::State& state) {
    Bench bench(static_cast<std::size_t>(state.range(0)));
    bench.run(state, PassingsGiven{{1}, {2}, true, bench.at()});
}

void passings_exchanged_since_the_begin(benchmark::State& state) {
    Bench bench(static_cast<std::size_t>(state.range(0)));
    bench.run(state, PassingsGiven{{1}, {2}, true, {0}});
}

void penalty(benchmark::State& state) {
    Bench bench(static_cast<std::size_t>(state.range(0)));
    DecisionMade made;
    made.number = 1;
    made.entrant = {3};
    made.penalty = timing::Penalty::time;
    made.amount = 5'000'000;
    bench.run(state, made);
}

/// One more passing at the end of the log, as they come while karts drive.
void passing(benchmark::State& state) {
    Bench bench(static_cast<std::size_t>(state.range(0)));
    RawPassing next = bench.passings.back();
    for (auto _ : state) {
        next.time.us += 800'000;
        next.transponder.value = 5'691'000 + (next.transponder.value - 5'691'000 + 1) % karts;
        bench.window.insert(++bench.sequence, next);
    }
}

constexpr std::int64_t longest = 1'900'000;  ///< room is left for what the benchmark adds
BENCHMARK(passing)->Arg(2'000)->Arg(longest)->Unit(benchmark::kNanosecond)->Iterations(50'000);
BENCHMARK(voided)->Arg(2'000)->Arg(longest)->Unit(benchmark::kMillisecond);
BENCHMARK(lap_split)->Arg(2'000)->Arg(longest)->Unit(benchmark::kMillisecond);
BENCHMARK(passings_exchanged)->Arg(2'000)->Arg(longest)->Unit(benchmark::kMillisecond);
BENCHMARK(passings_exchanged_since_the_begin)->Arg(2'000)->Arg(longest)->Unit(benchmark::kMillisecond);
BENCHMARK(penalty)->Arg(2'000)->Arg(longest)->Unit(benchmark::kMillisecond);

}  // namespace
