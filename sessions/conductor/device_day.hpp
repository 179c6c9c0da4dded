// What a device did over the day, from one morning to the next, beside its figures of now: noise and power minute by minute, the numbers that were lost for good,
// the tags that it heard. Bounded. Plain value.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "decoders/link/source_events.hpp"
#include "sessions/conductor/tag_strength.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::int64_t health_minute_us = 60'000'000;
inline constexpr std::size_t health_minutes_max = 960;  ///< 16 hours; beyond, the oldest go
inline constexpr std::size_t lost_ranges_max = 50;      ///< more than anybody looks up on paper; the figure counts on

/// A minute: the loudest noise, the lowest voltage, the highest temperature, because these are what hurts.
struct HealthMinute {
    timing::HostTime begin;
    std::optional<std::int32_t> noise;
    std::optional<std::int32_t> voltage_dv;
    std::optional<std::int32_t> temperature_c;
    friend bool operator==(const HealthMinute&, const HealthMinute&) = default;
};

/// Passings from..until never came.
struct LostRange {
    timing::HostTime at;
    std::uint32_t from = 0;
    std::uint32_t until = 0;
    friend bool operator==(const LostRange&, const LostRange&) = default;
};

struct DeviceDay {
    std::deque<HealthMinute> minutes;  ///< oldest first; minutes without a word have none
    std::deque<LostRange> lost;        ///< newest first
    TagStrengths tags;
    std::uint64_t duplicates = 0;  ///< passings that came again
    std::uint64_t told = 0;        ///< passings that people told of
    timing::HostTime until;        ///< the next morning: there another day begins

    void note(const PassingKept& kept) {
        duplicates += tags.note(kept) ? 0 : 1;
        told += kept.manual ? 1 : 0;
    }
    void note(const decoders::codec::Status& status, timing::HostTime now);
    void note_lost(const LostRange& range);
};

}  // namespace chicane::sessions::conductor
