// One session's life as its entries tell it: planned, armed, started, ended, closed, or taken back to planned. A pure
// function of the entries, so taking one back is leaving it out.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sessions/conductor/entry.hpp"
#include "sessions/log_event.hpp"
#include "sessions/result.hpp"

namespace chicane::sessions::conductor {

/// A session takes passings for so long at most: the longest there is. Who forgets to close one does not lose the next.
inline constexpr std::int64_t window_us_max = 48LL * 3600 * 1'000'000;

struct Life {
    Setup setup;
    bool practice = false;
    std::uint64_t armed_seq = 0;                   ///< 0: not armed
    std::optional<timing::DecoderTime> armed_at;   ///< practice: its first passing
    std::optional<timing::DecoderTime> closed_at;  ///< practice: the morning that ends it
    bool started = false;                          ///< by a signal
    std::optional<Official> official;              ///< nothing once an official changed something afterwards
    std::uint64_t official_seq = 0;
    std::vector<LogEvent> events;  ///< of officials, and ticks, since the arming; in order of seq

    /// The window is open: armed, and neither closed nor practice.
    bool is_open() const { return armed_at && !closed_at && !practice; }
};

Life life_of(std::span<const Entry> entries);

/// The setup as it runs once it is armed.
Setup armed_setup(const Life& life);

}  // namespace chicane::sessions::conductor
