// The rules of endurance and their names, one for one: the journal, the store, a SPEC and the API are all made of this list. A time carries its unit behind
// the name, as each of them writes it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "timing/rules.hpp"

namespace chicane::timing {

struct EnduranceField {
    std::string_view name;
    std::int64_t Endurance::* us;     ///< null: it is a count
    std::int32_t Endurance::* count;  ///< null: it is a time
    std::int32_t count_max = 0;
};

inline constexpr std::int32_t stops_due_max = 1'000;
inline constexpr std::int32_t weight_kg_max = 500;               ///< of a driver with his kart's ballast, and more
inline constexpr std::int32_t weight_ms_per_kg_h_max = 600'000;  ///< ten minutes; with these no sum of 48 h overflows

inline constexpr std::array<EnduranceField, 20> endurance_fields{{
    {"stops_due", nullptr, &Endurance::stops_due, stops_due_max},
    {"min_stop", &Endurance::min_stop_us, nullptr},
    {"pit_opens", &Endurance::pit_opens_us, nullptr},
    {"pit_closes", &Endurance::pit_closes_us, nullptr},
    {"jokers", nullptr, &Endurance::jokers, stops_due_max},
    {"max_stint", &Endurance::max_stint_us, nullptr},
    {"rest", &Endurance::rest_us, nullptr},
    {"driver_min", &Endurance::driver_min_us, nullptr},
    {"driver_max", &Endurance::driver_max_us, nullptr},
    {"driver_min_percent", nullptr, &Endurance::driver_min_percent, 100},
    {"driver_max_percent", nullptr, &Endurance::driver_max_percent, 100},
    {"pit_loss", &Endurance::pit_loss_us, nullptr},
    {"swap_no_stop", nullptr, &Endurance::swap_no_stop, 1},
    {"refuels_due", nullptr, &Endurance::refuels_due, stops_due_max},
    {"min_box", &Endurance::min_box_us, nullptr},
    {"min_refuel", &Endurance::min_refuel_us, nullptr},
    {"weight_kg", nullptr, &Endurance::weight_kg, weight_kg_max},
    {"weight_ms_per_kg_h", nullptr, &Endurance::weight_ms_per_kg_h, weight_ms_per_kg_h_max},
    {"exit_after", &Endurance::exit_after_us, nullptr},
    {"exit_window", &Endurance::exit_window_us, nullptr},
}};

}  // namespace chicane::timing
