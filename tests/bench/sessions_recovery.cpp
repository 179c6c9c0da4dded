// How long a server takes to be ready again with a day of passings in its journal: read, replayed, board published. 40 karts,
// one open session with 100,000 passings; beside it, the same passings as a hundred closed sessions.
#include <benchmark/benchmark.h>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stdlib.h>

#include "sessions/conductor/conductor.hpp"
#include "sessions/journal/journal.hpp"

namespace {

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;

constexpr int karts = 40;
constexpr std::int64_t begin_us = 1'795'500'000'000'000;

struct Nowhere : Sink, Clock, Journal {
    void on_board(const std::string&, std::shared_ptr<const timing::Board> board) override {
        benchmark::DoNotOptimize(board);
    }
    void on_view(const std::string&, std::shared_ptr<const TrackView> view) override { benchmark::DoNotOptimize(view); }
    void on_sessions(const std::string&) override {}
    void on_broken(const std::string&) override {}
    timing::HostTime now() const override { return {begin_us + 86'400'000'000}; }
    void wake_at(timing::HostTime) override {}
    bool append(const Entry&) override { return true; }
    std::uint64_t durable() const override { return 0; }
    std::int64_t lag_ms() const override { return 0; }
    std::optional<std::string> fault() const override { return std::nullopt; }
};

Setup session(int number) {
    Setup setup;
    setup.id = "ses_" + std::to_string(number);
    setup.track = "main";
    setup.rules.min_lap_us = 15'000'000;
    for (std::uint32_t kart = 0; kart < karts; ++kart) {
        EntrantSetup& entrant = setup.entrants.emplace_back();
        entrant.id = {kart + 1};
        entrant.number = std::to_string(kart + 1);
        entrant.transponders = {{5'691'000ULL + kart}};
    }
    return setup;
}

std::vector<Entry> day(std::size_t passings, std::size_t sessions) {
    std::vector<Entry> entries;
    std::int64_t now_us = begin_us;
    const auto add = [&](EntryBody body) {
        entries.push_back({entries.size() + 1, "main", {now_us}, "", std::move(body)});
    };
    for (std::size_t i = 0; i < passings; ++i) {
        if (i % (passings / sessions) == 0) {
            const auto number = static_cast<int>(i / (passings / sessions)) + 1;
            if (number > 1) add(StepKept{session(number - 1).id, Step::close, {now_us}});
            add(SetupKept{session(number)});
            add(StepKept{session(number).id, Step::arm, {now_us}});
        }
        now_us += 800'000;
        PassingKept kept{"sf", 0, {now_us + 50'000}, {}};
        kept.passing.number = static_cast<std::uint32_t>(i + 1);
        kept.passing.transponder = {5'691'000 + i % karts};
        kept.passing.time_us = now_us + static_cast<std::int64_t>(i * 7919 % 500'000);
        add(kept);
    }
    return entries;
}

/// A journal in a folder that goes with it.
struct Disk {
    explicit Disk(const std::vector<Entry>& entries) {
        std::string name = (std::filesystem::temp_directory_path() / "chicane.XXXXXX").string();
        folder = mkdtemp(name.data());
        std::mutex mutex;
        std::condition_variable changed;
        auto journal = journal::SqliteJournal::open(path(), [&](const std::function<void()>&) {
            const std::lock_guard lock(mutex);
            changed.notify_all();
        });
        for (const Entry& entry : entries) (*journal)->append(entry);
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return (*journal)->durable() == entries.back().seq; });
    }
    ~Disk() { std::filesystem::remove_all(folder); }
    std::string path() const { return (folder / "journal.db").string(); }
    std::filesystem::path folder;
};

void ready(benchmark::State& state) {
    const Disk disk(day(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1))));
    TrackOptions track;
    track.id = "main";
    track.devices = {{"sf", "sim:"}};
    track.next_morning = [](timing::DecoderTime after) { return timing::later_by(after, 3'600'000'000); };
    for (auto _ : state) {
        Nowhere nowhere;
        const auto entries = journal::read_for_restart(disk.path());
        Conductor conductor({track}, nowhere, nowhere, nowhere);
        conductor.restore(*entries);
        benchmark::DoNotOptimize(conductor.last_seq());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

BENCHMARK(ready)
    ->ArgNames({"passings", "sessions"})
    ->Args({100'000, 1})
    ->Args({100'000, 100})
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
