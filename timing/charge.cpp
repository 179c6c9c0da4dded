#include "timing/charge.hpp"

namespace chicane::timing {

void charge(Charge& with, Penalty penalty, std::int64_t amount, bool served) {
    switch (penalty) {
        case Penalty::warning:
        case Penalty::grid_places:
            break;
        case Penalty::time:
            with.time_us += amount;
            break;
        case Penalty::stop_and_go:
        case Penalty::drive_through:
            if (!served) with.time_us += amount;
            break;
        case Penalty::laps:
            with.laps += static_cast<std::int32_t>(amount);
            break;
        case Penalty::places:
            with.places += static_cast<std::int32_t>(amount);
            break;
        case Penalty::bests_deleted:
            with.bests_deleted += static_cast<std::int32_t>(amount);
            break;
        case Penalty::last_place:
            with.last_place = true;
            break;
        case Penalty::disqualified:
        case Penalty::excluded:
            with.disqualified = true;
            break;
    }
}

}  // namespace chicane::timing
