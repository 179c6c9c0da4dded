// How long seats are held for a desk's basket. front-desk.md B8. Pure: now is passed in.
#pragma once

#include <algorithm>
#include <cstdint>

namespace chicane::centre::bookings {

inline constexpr std::int64_t hold_us = 15 * 60 * 1'000'000LL;
inline constexpr std::int64_t hold_us_max = 60 * 60 * 1'000'000LL;  ///< renewed by use, but a basket is no booking

/// When a hold made or renewed now ends.
constexpr std::int64_t hold_expires_at_us(std::int64_t created_at_us, std::int64_t now_us) {
    return std::min(now_us + hold_us, created_at_us + hold_us_max);
}

}  // namespace chicane::centre::bookings
