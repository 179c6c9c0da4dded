// The records of RMonitor v1.0, made of boards: what scoreboards and apps of other makers read. Pure: text from values.
// rmonitor.md says the fields and the quirks of clients: no comma or quote inside a string, flags of exactly 6 characters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "timing/board.hpp"

namespace chicane::web::feed {

/// What RMonitor tells of a track beside its board.
struct RmonitorTrack {
    std::string name;
    std::int32_t length_m = 0;
};

/// The centre's wall clock at the moment of a record, in its own time zone.
struct LocalClock {
    std::int64_t unix_ms = 0;
    std::int32_t utc_offset_s = 0;
};

/// Everything, for a client that has just connected or a session that has just begun:
/// $I $B $C $E $F, then $A $COMP $G $H of each row.
std::string rmonitor_refresh(const timing::Board& board, const RmonitorTrack& track, LocalClock clock);

/// What `after` has that `before` had not; a refresh where the session is another or a row is gone. $J for each new lap.
std::string rmonitor_changes(const timing::Board& before, const timing::Board& after, const RmonitorTrack& track,
                             LocalClock clock);

/// $F, due each second.
std::string rmonitor_heartbeat(const timing::Board& board, LocalClock clock);

/// `text` as an RMonitor string may hold it: ASCII without comma and quote, at most `length_max` characters.
std::string rmonitor_text(std::string_view text, std::size_t length_max);

}  // namespace chicane::web::feed
