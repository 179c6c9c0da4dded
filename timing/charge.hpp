// What officials' decisions come to for one entrant, summed up: the classification applies it. race-rules.md §5.
#pragma once

#include <cstdint>
#include <optional>

#include "timing/row_state.hpp"

namespace chicane::timing {

struct Charge {
    std::int64_t time_us = 0;        ///< added to his race time, best lap or average
    std::int32_t laps = 0;           ///< taken off
    std::int32_t places = 0;         ///< moved down
    std::int32_t bests_deleted = 0;  ///< so many of his best laps do not count
    bool last_place = false;         ///< behind all who are classified
    bool disqualified = false;
    std::optional<RowState> status;  ///< as officials say: retired, dns, dnf, dnq or guest
    friend bool operator==(const Charge&, const Charge&) = default;
};

/// What a decision says. race-rules.md §5.
enum class Penalty : std::uint8_t {
    warning,
    time,    ///< amount: µs
    laps,    ///< amount: laps taken off
    places,  ///< amount: places lost
    last_place,
    grid_places,    ///< amount: places lost on the next grid; nothing in this result
    bests_deleted,  ///< amount: how many best laps
    stop_and_go,    ///< amount: µs added if it was not served
    drive_through,  ///< amount: µs added if it was not served
    disqualified,
    excluded,  ///< from the whole meeting
};

/// Adds a decision to what its entrant has been charged with. `served`: of a stop-and-go and a drive-through.
void charge(Charge& with, Penalty penalty, std::int64_t amount, bool served);

}  // namespace chicane::timing
