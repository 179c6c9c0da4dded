// The passings of a window in order of crossing: by time, then number, then decoder, then place in the journal. Contiguous,
// because going over them again is what a correction costs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <tuple>

#include "sessions/log_event.hpp"
#include "timing/segments.hpp"
#include "timing/verdict.hpp"

namespace chicane::sessions {

inline constexpr std::uint16_t no_entrant = 0xFFFF;

/// A passing in its place, with what became of it.
struct LogEntry {
    RawPassing raw;
    std::uint64_t sequence = 0;
    std::uint32_t tag = 0;               ///< place in the table of tags
    std::uint32_t lap = 0;               ///< of the lap book, plus 1: the lap that it completed; 0: none
    std::uint16_t entrant = no_entrant;  ///< as judged
    std::uint8_t loop = 0;               ///< place in the table of loops
    timing::Verdict verdict = timing::Verdict::unknown_transponder;
    bool remarked = false;  ///< officials said something of it
};

inline auto crossing_order(const LogEntry& entry) {
    return std::tuple(entry.raw.time, entry.raw.number, entry.raw.decoder, entry.sequence);
}

using Log = timing::Segments<LogEntry>;

/// Where the entry belongs; `known` where it is there already.
struct LogPlace {
    std::size_t index = 0;
    bool known = false;
};
LogPlace place_of(const Log& log, const LogEntry& entry);

/// The first passing at or after a time.
std::size_t first_at(const Log& log, timing::DecoderTime time);

}  // namespace chicane::sessions
