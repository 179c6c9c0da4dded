// What officials may say of an entrant: in what a penalty is measured, and which states are theirs to give. race-rules.md §5.
#pragma once

#include "timing/charge.hpp"

namespace chicane::timing {

/// In what Penalty's amount is told.
enum class Measure { none, time, count };

constexpr Measure measure_of(Penalty penalty) {
    switch (penalty) {
        case Penalty::time:
        case Penalty::stop_and_go:
        case Penalty::drive_through:
            return Measure::time;
        case Penalty::laps:
        case Penalty::places:
        case Penalty::grid_places:
        case Penalty::bests_deleted:
            return Measure::count;
        case Penalty::warning:
        case Penalty::last_place:
        case Penalty::disqualified:
        case Penalty::excluded:
            break;
    }
    return Measure::none;
}

/// The others are what the timing says.
constexpr bool is_officials_to_give(RowState state) {
    return state == RowState::retired || state == RowState::dns || state == RowState::dnf || state == RowState::dnq ||
           state == RowState::guest;
}

}  // namespace chicane::timing
