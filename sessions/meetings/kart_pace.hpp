// The pace of a kart against the median of its class, as the assignment takes it: from the rating, and 0 while too little was driven to know it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sessions/meetings/karts.hpp"

namespace chicane::sessions::meetings {

struct KartForm {
    timing::KartId id;
    KartClass kart_class = 0;
    std::int64_t rated_ms = 0;  ///< a lap against any common measure, less is faster
    std::int32_t laps = 0;      ///< driven in the days that count
};

struct KartPace {
    timing::KartId id;
    std::int64_t pace_ms = 0;
    friend bool operator==(const KartPace&, const KartPace&) = default;
};

/// In the order asked. The median is over the karts of a class with `laps_min` laps; of an even number the lower middle one.
std::vector<KartPace> paces(std::span<const KartForm> forms, std::int32_t laps_min = 30);

}  // namespace chicane::sessions::meetings
