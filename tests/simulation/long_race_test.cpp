// A long race of 60 karts through P3 and through Chronelec with every fault but a second decoder, which faults_test.cpp has, and, of
// Chronelec, a clock that is set, as it counts from its start: nothing is lost, and memory grows by the race's own log and by nothing else. Method: simulated time, on the code that serves a track; an hour in the ordinary tests, CHICANE_LONG=1: 24 hours.
// CHICANE_SEED=n runs another race.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <malloc.h>
#include <unistd.h>

#include "tests/simulation/heard_race.hpp"

using namespace chicane;

namespace {

constexpr std::int64_t hour_us = 3'600'000'000;
constexpr std::int64_t memory_max_mb = 100;
constexpr double faster_min = 1'000;
/// A passing in the log, in the session's window, in the list of what is known, and its lap: some 120 bytes, in vectors that double.
constexpr std::int64_t passing_bytes_max = 240;

/// What the process has in memory.
std::int64_t memory_mb() {
    std::ifstream statm("/proc/self/statm");
    std::int64_t all = 0, resident = 0;
    statm >> all >> resident;
    return resident * sysconf(_SC_PAGESIZE) / 1'000'000;
}

/// What is allocated.
std::int64_t heap_bytes() {
    const auto heap = mallinfo2();
    return static_cast<std::int64_t>(heap.uordblks + heap.hblkhd);
}

std::uint64_t seed() {
    const char* chosen = std::getenv("CHICANE_SEED");
    return chosen ? std::strtoull(chosen, nullptr, 10) : 24;
}

/// What is held at one time of a race, beside the test's own list of what really happened.
struct Held {
    std::int64_t bytes = 0;
    std::int64_t passings = 0;
};

Held held_by(const simulation::HeardRace& race) {
    return {heap_bytes() - static_cast<std::int64_t>(race.truth_bytes()), static_cast<std::int64_t>(race.kept())};
}

void run_long(const std::string& protocol, const std::string& faults) {
    const bool whole = std::getenv("CHICANE_LONG") != nullptr;
    const int hours = whole ? 24 : 1;
    constexpr std::int32_t laps_an_hour = 75;  // of the quickest; the field drives on until the flag
    simulation::HeardRace race({protocol, faults, seed(), 60, hours * laps_an_hour + 25, false, hours * hour_us});
    const auto begun = std::chrono::steady_clock::now();
    race.run_until(hour_us);
    const std::int64_t first_mb = memory_mb();
    const Held first = held_by(race);
    race.run_until(hours * hour_us);
    const std::int64_t last_mb = memory_mb();
    const Held last = held_by(race);
    race.run();
    const double took_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    const double faster = hours * 3'600 / took_s;
    const std::int64_t more = std::max<std::int64_t>(1, last.passings - first.passings);
    const std::int64_t passing_bytes = (last.bytes - first.bytes) / more;
    std::cout << protocol << ": " << hours << " h, " << race.crossings() << " crossings, " << race.faults()
              << " faults, " << race.lost() << " lost, " << race.forgotten().size()
              << " of them forgotten by a decoder that restarted, " << race.missed() << " that no loop heard; "
              << static_cast<int>(faster) << " x, memory " << first_mb << " MB at hour 1, " << last_mb << " MB at hour "
              << hours;
    if (whole) std::cout << "; but for the test's truth " << passing_bytes << " bytes more for each passing";
    std::cout << std::endl;
    CHECK(race.check_laps() == "");
    CHECK(race.lost() == race.forgotten().size());
    CHECK(race.reported_lost() <= race.forgotten().size());
    if (!whole) return;  // a sanitizer's memory and a busy machine's time say nothing of ours
    CHECK(last_mb < memory_max_mb);
    CHECK(passing_bytes < passing_bytes_max);
    CHECK(faster >= faster_min);
}

}  // namespace

TEST_CASE("a long race through P3 loses nothing, whatever goes wrong") {
    run_long("p3",
             "drop=0.005,duplicate=0.005,crc=0.005,noise=0.005,split=0.02,disconnect=0.001,restart=0.0002,double=0.003,"
             "weak=0.01,late=0.005,stall=0.0003,parked=0.001,battery_low=0.002,clock_drift=0.00004,miss=0.002,unknown="
             "0.002,clock_jump=0.0002");
}

TEST_CASE("a long race through Chronelec loses nothing, whatever goes wrong") {
    run_long("chronelec",
             "drop=0.005,duplicate=0.005,crc=0.005,noise=0.005,split=0.02,disconnect=0.001,restart=0.0002,double=0.003,"
             "weak=0.01,late=0.005,stall=0.0003,parked=0.001,battery_low=0.002,clock_drift=0.00004,rollover=0.5,miss=0."
             "002,unknown=0.002");
}
