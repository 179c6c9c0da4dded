// What became of a passing. None is ever dropped; each gets exactly one of these. race-rules.md §2.
#pragma once

#include <cstdint>

namespace chicane::timing {

enum class Verdict : std::uint8_t {
    voided,               ///< an official took it out
    duplicate,            ///< decoder, transponder and time of an earlier one
    backup,               ///< another decoder of the same loop, inside the merge window
    unknown_transponder,  ///< nobody has the tag
    not_entered,          ///< who has it does not take part
    before_start,
    after_finish,
    under_red,           ///< while a red flag is out, or behind the line where its result was taken
    second_transponder,  ///< the kart's other tag, inside the pair window
    below_min_lap,
    stray,       ///< the kart stands on the line
    starts_lap,  ///< an entrant's first crossing, where that starts lap 1
    counted,
};

}  // namespace chicane::timing
