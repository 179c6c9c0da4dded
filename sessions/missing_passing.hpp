// Whether an entrant has likely missed a passing at a moment: one that no tag told of may be his. race-rules.md §2. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "sessions/result.hpp"

namespace chicane::sessions {

struct MissingPassing {
    std::int64_t after_us = 0;  ///< the moment, after his crossing before it
    std::int64_t off_us = 0;    ///< how far that is from his usual lap
};

/// Nothing where he has no lap to tell by, none is missing, or the moment does not fit his pace.
std::optional<MissingPassing> missing_passing(const Result& result, timing::EntrantId entrant,
                                              timing::DecoderTime moment);

}  // namespace chicane::sessions
