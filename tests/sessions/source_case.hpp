// A centre whose decoders speak as a test says.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/sessions/conductor_case.hpp"

namespace chicane::sessions::conductor {

using decoders::codec::ClockBase;

inline constexpr std::int64_t hour_us = 3'600 * second_us;
inline constexpr std::int64_t day_us = 24 * hour_us;

inline bool has(const TrackView& view, AlarmKind kind) {
    return std::ranges::any_of(view.alarms, [&](const Alarm& alarm) { return alarm.kind == kind && !alarm.until; });
}

/// A centre whose decoder speaks as the test says, and what it hears of its passings' safety.
struct SourceCase : ConductorCase {
    using ConductorCase::ConductorCase;

    void listen() {
        conductor->on_safe = [this](const std::string& device, const decoders::codec::Passing& kept) {
            safe.push_back(device + " " + std::to_string(kept.transponder.value));
        };
    }
    decoders::link::ReceivedPassing made(std::uint64_t tag, std::int64_t time_us, ClockBase base) {
        decoders::link::ReceivedPassing received;
        received.passing.transponder = {tag};
        received.passing.time_us = time_us;
        received.passing.clock = base;
        received.passing.loop = loop;
        received.held_out = held_out;
        received.rolls_over_us = rolls_over_us;
        received.epoch = epoch;
        return received;
    }
    /// It comes in at a second of the test.
    void told(decoders::link::ReceivedPassing received, double at_s, const std::string& device = "sf") {
        clock.time = std::max(clock.time, timing::HostTime{begin.us + static_cast<std::int64_t>(at_s * 1e6)});
        received.received = clock.time;
        conductor->on_passing(device, received);
    }
    void pass(std::uint64_t tag, std::int64_t time_us, ClockBase base, double at_s) {
        told(made(tag, time_us, base), at_s);
    }
    std::vector<PassingKept> kept() const {
        std::vector<PassingKept> all;
        for (const Entry& entry : journal.entries)
            if (const auto* passing = std::get_if<PassingKept>(&entry.body)) all.push_back(*passing);
        return all;
    }

    std::vector<std::string> safe;
    std::string loop = "STA";
    bool held_out = true;
    std::int64_t rolls_over_us = 0;
    std::uint32_t epoch = 0;
};

inline void run_race(SourceCase& centre) {
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 50)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    REQUIRE(centre.conductor->session("ses_1")->phase == SessionView::Phase::running);
}

}  // namespace chicane::sessions::conductor
