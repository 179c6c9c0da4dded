// What the tests of the journal have in common: a folder of their own, entries of every kind, and a disk to wait for.
#pragma once

#include <catch2/catch.hpp>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <unistd.h>
#include <utility>

#include "sessions/journal/journal.hpp"

namespace chicane::sessions::journal {

using namespace conductor;

/// A folder that goes with the test.
struct Folder {
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "chicane.XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string file(const std::string& name) const { return (path / name).string(); }
    std::filesystem::path path;
};

inline PassingKept passing(std::uint32_t number) {
    PassingKept kept{"sf", 2, {1'000'000 + number}, {}, -3'600'000'000};
    kept.passing.number = number;
    kept.passing.transponder.value = 5'691'251;
    kept.passing.time_us = 1'551'542'808'933'000 + number;
    kept.passing.strength = 178;
    kept.passing.decoder = 268'307;
    kept.passing.string = "FL-94890";
    return kept;
}

/// With all that protocols beyond P3 tell.
inline PassingKept full_passing() {
    PassingKept kept = passing(2);
    kept.passing.clock = decoders::codec::ClockBase::start;
    kept.passing.loop = "BOX";
    kept.passing.battery = decoders::codec::Battery::low;
    kept.passing.trigger = true;
    kept.passing.unchecked = true;
    kept.passing.receipt = 1016;
    kept.place = "BOX";
    return kept;
}

inline PassingKept manual_passing() {
    PassingKept kept{"hand", 0, {1'000'003}, {}, 17};
    kept.passing.time_us = 1'000'000;
    kept.passing.clock = decoders::codec::ClockBase::none;
    kept.passing.trigger = true;
    kept.manual = true;
    return kept;
}

inline Setup full_setup() {
    Setup setup;
    setup.id = "ses_1";
    setup.name = "Heat 2 · \"Senior\"";
    setup.track = "main";
    setup.rules.kind = timing::Kind::race;
    setup.rules.start = timing::Start::signal;
    setup.rules.rank = timing::Ranking::total_time;
    setup.rules.end = {20, 900'000'000, 0, timing::Priority::last, timing::EndHow::full_distance, 90'000'000};
    setup.loops = {{timing::DecoderId{1}, timing::LoopRole::sector, 2}};
    setup.entrants = {
        {timing::EntrantId{5}, "7", "Ana Martin", "Ana M.", {timing::TransponderId{5'691'251}}, timing::KartId{7}},
        {timing::EntrantId{6}, "8", "Zoë", "Zoë", {}, {}}};
    return setup;
}

inline std::vector<Entry> one_of_each() {
    const std::vector<EntryBody> bodies = {
        passing(1),
        SetupKept{full_setup()},
        StepKept{"ses_1", Step::abort, {17}},
        PracticeKept{"open_main_1", {17}, full_setup(), {86'400'000'017}},
        FlagKept{"ses_1", timing::Flag::yellow, {18}},
        ExtensionKept{"ses_1", 60'000'000, 2, {19}},
        TickKept{"ses_1", {20}},
        KartKept{timing::KartId{7}, "7", "adult", true, false},
        AssignmentKept{timing::TransponderId{8'101'234}, timing::KartId{7}, {21}, ""},
        AssignmentKept{timing::TransponderId{8'101'234}, timing::EntrantId{5}, {21}, "ses_1"},
        AssignmentKept{timing::TransponderId{8'101'234}, transponders::Nobody{}, {22}, ""},
        MessageKept{timing::MessageKind::warning, "14", "Track limits"},
        UndoKept{5},
        full_passing(),
    };
    std::vector<Entry> entries;
    for (const EntryBody& body : bodies) {
        const auto seq = entries.size() + 1;
        const auto* kept = std::get_if<PassingKept>(&body);
        entries.push_back({seq, "main",
                           kept ? kept->received : timing::HostTime{2'000'000 + static_cast<std::int64_t>(seq)},
                           kept ? "" : "control", body});
    }
    return entries;
}

/// Runs at once what would be posted to the timing thread, and lets a test wait for the disk.
struct Disk {
    Post post() {
        return [this](const std::function<void()>&) {
            const std::lock_guard lock(mutex);
            ++commits;
            changed.notify_all();
        };
    }
    void wait_for(const SqliteJournal& journal, std::uint64_t seq) {
        std::unique_lock lock(mutex);
        REQUIRE(changed.wait_for(lock, std::chrono::seconds(20), [&] { return journal.durable() >= seq; }));
    }
    std::mutex mutex;
    std::condition_variable changed;
    int commits = 0;
};

inline void write_all(const std::string& path, const std::vector<Entry>& entries) {
    Disk disk;
    auto journal = SqliteJournal::open(path, disk.post());
    REQUIRE(journal.has_value());
    for (const Entry& entry : entries) (*journal)->append(entry);
    disk.wait_for(**journal, entries.back().seq);
}

/// Of the first commit that verify finds altered, where it begins and ends; {0, 0}: it finds none.
inline std::pair<int, int> altered_in(const std::string& path) {
    const std::string fault = verify_journal(path).value_or(path).substr(path.size());
    int from = 0, until = 0;
    if (std::sscanf(fault.c_str(), ": entries %d to %d are not as they were written", &from, &until) == 2)
        return {from, until};
    return std::sscanf(fault.c_str(), ": entry %d is not as it was written", &from) == 1 ? std::pair(from, from)
                                                                                         : std::pair(0, 0);
}

inline bool lies_in(int seq, std::pair<int, int> commit) { return commit.first <= seq && seq <= commit.second; }

inline std::string error_of(const std::string& path) {
    const auto journal = SqliteJournal::open(path, [](const std::function<void()>&) {});
    return journal ? "" : journal.error();
}

}  // namespace chicane::sessions::journal
