// How a device's clock is held on its track's. Plain value.
#pragma once

#include <cstdint>
#include <optional>

namespace chicane::sessions::conductor {

/// What holds a device's clock on the track's: it is the one that the others are held against, the world's time, a tag that passes both
/// at one moment, when records arrive, or nothing, as it was not heard yet or has none.
enum class SyncedBy { nothing, itself, gps, sync_transponder, arrival };

struct ClockSync {
    SyncedBy by = SyncedBy::nothing;
    std::optional<std::int64_t> spread_us;  ///< how far that lies apart; absent: not known
};

}  // namespace chicane::sessions::conductor
