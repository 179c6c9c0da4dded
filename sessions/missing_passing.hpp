// Whether an entrant has likely missed a passing at a moment: one that no tag told of may be his. race-rules.md §2. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sessions/result.hpp"

namespace chicane::sessions {

struct MissingPassing {
    std::int64_t after_us = 0;  ///< the moment, after his crossing before it
    std::int64_t off_us = 0;    ///< how far that is from his usual lap
};

/// Nothing where he has no lap to tell by, none is missing, or the moment does not fit his pace.
std::optional<MissingPassing> missing_passing(const Result& result, timing::EntrantId entrant,
                                              timing::DecoderTime moment);

/// A passing that counts for an entrant, of any loop.
struct PassedAt {
    timing::EntrantId entrant;
    LoopRole role = LoopRole::finish;
    std::uint8_t sector = 0;
    timing::DecoderTime at;
};

/// The same of a loop in a sector. `passed`: what he passed around the moment, in order of time; nothing where he has no other lap with
/// this loop to tell by, has passed it in this lap, or the moment does not fit his pace.
std::optional<MissingPassing> missing_sector(const std::vector<PassedAt>& passed, std::uint8_t sector,
                                             timing::DecoderTime moment);
/// Of the loop at the pit's exit: who is in the pit. Nearest is whose stop would be as long as the rules ask, or without such a rule who
/// is there the longest. `after_us`: since he went in.
std::optional<MissingPassing> missing_pit_out(const std::vector<PassedAt>& passed, std::int64_t min_stop_us,
                                              timing::DecoderTime moment);
/// Of the loop at its entry: who came out of the pit later without having gone in. `after_us`: his stop.
std::optional<MissingPassing> missing_pit_in(const std::vector<PassedAt>& passed, timing::DecoderTime moment);

}  // namespace chicane::sessions
