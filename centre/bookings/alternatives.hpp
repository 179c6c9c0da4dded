// What a refused buyer is offered instead. front-desk.md B3. Pure, over the same snapshot as the refusal.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace chicane::centre::bookings {

inline constexpr std::size_t later_that_day_max = 3;
inline constexpr std::size_t next_days_max = 2;
inline constexpr int days_ahead_max = 31;  ///< how far the next open day is looked for

/// A session somebody could take instead.
struct Offer {
    std::int64_t session = 0;
    std::string name;
    std::int64_t planned_start_us = 0;
    int day = 0;  ///< local days since 1970: what counts as "that day"
    int free = 0;
    friend bool operator==(const Offer&, const Offer&) = default;
};

/// Of the same track and kind, with room for all: one earlier that can still be reached, the three nearest later that day, then
/// the nearest time of day on each of the next two days that have one. In order of start.
std::vector<Offer> alternatives(const std::vector<Offer>& candidates, const Offer& wanted, int qty,
                                std::int64_t now_us);

}  // namespace chicane::centre::bookings
