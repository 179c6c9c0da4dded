// What the engine applies: a resolved passing, or what an official or the clock did. Order and time are its
// input: events come in order of time, an official's before the passings of the same microsecond.
#pragma once

#include <cstdint>
#include <variant>

#include "timing/board.hpp"
#include "timing/passing.hpp"
#include "timing/time.hpp"

namespace chicane::timing {

/// The start signal; of meaning where the rules start by one.
struct StartSignal {
    DecoderTime at;
    friend bool operator==(const StartSignal&, const StartSignal&) = default;
};

/// An official's flag. Chequered makes zero: the session ends as its rules say; under red it ends at once. Red holds until
/// another follows, which is the restart.
struct FlagShown {
    DecoderTime at;
    Flag flag = Flag::green;
    std::uint8_t own = 0;  ///< the rule-set's own, by number among FlagRules with a name; 0: none
    std::uint8_t post =
        0;  ///< yellow at one post or sector alone until another flag is shown there, or green everywhere; 0: everywhere
    friend bool operator==(const FlagShown&, const FlagShown&) = default;
};

/// The end lies further out, from this event on. A window applies it before all others: it holds for the
/// whole session.
struct EndExtended {
    DecoderTime at;
    std::int64_t more_us = 0;
    std::int32_t more_laps = 0;
    friend bool operator==(const EndExtended&, const EndExtended&) = default;
};

/// Nothing counts from here on; who is out stays where he is.
struct FinishedNow {
    DecoderTime at;
    friend bool operator==(const FinishedNow&, const FinishedNow&) = default;
};

/// The end is where an official set it (Remark::ends_race), and nowhere else. Holds for the whole session, from its begin.
struct EndSet {
    friend bool operator==(const EndSet&, const EndSet&) = default;
};

/// The start is taken back: what passed before `at` is before the start, and with a signal all until the next one. Holds for the whole session.
struct FalseStart {
    DecoderTime at;
    friend bool operator==(const FalseStart&, const FalseStart&) = default;
};

/// The restart at this time is taken back: it is red again, and what passes is before the start until the next restart.
struct FalseRestart {
    DecoderTime at;
    friend bool operator==(const FalseRestart&, const FalseRestart&) = default;
};

/// It is at least this late: a deadline fell due without a passing.
struct Ticked {
    DecoderTime at;
    friend bool operator==(const Ticked&, const Ticked&) = default;
};

using Event =
    std::variant<Passing, StartSignal, FlagShown, EndExtended, EndSet, FinishedNow, Ticked, FalseStart, FalseRestart>;

}  // namespace chicane::timing
