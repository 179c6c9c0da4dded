// What a session's window is made of: passings as they came and what officials did, each with its place in
// the journal. Plain values. All times are on the track's common clock (corrected decoder time).
#pragma once

#include <cstdint>
#include <variant>

#include "timing/board.hpp"
#include "timing/ids.hpp"
#include "timing/time.hpp"
#include "transponders/register.hpp"

namespace chicane::sessions {

/// A passing before anything is decided about it.
struct RawPassing {
    timing::DecoderTime time;
    timing::TransponderId transponder;
    timing::DecoderId decoder;  ///< 0: the protocol does not say
    std::uint32_t number = 0;   ///< the decoder's; 0 where it has none
    friend bool operator==(const RawPassing&, const RawPassing&) = default;
};

/// The start signal; of meaning where the rules start by one.
struct StartSignal {
    timing::DecoderTime at;
    friend bool operator==(const StartSignal&, const StartSignal&) = default;
};

/// An official's flag. Chequered makes zero: the session ends as its rules say. Green ends yellow, slow and
/// red.
struct FlagShown {
    timing::DecoderTime at;
    timing::Flag flag = timing::Flag::green;
    friend bool operator==(const FlagShown&, const FlagShown&) = default;
};

/// The end of the whole session lies further out; a flag that was shown too early is taken back by it.
struct EndExtended {
    timing::DecoderTime at;
    std::int64_t more_us = 0;
    std::int32_t more_laps = 0;
    friend bool operator==(const EndExtended&, const EndExtended&) = default;
};

/// Nothing counts from here on; who is out stays where he is.
struct FinishedNow {
    timing::DecoderTime at;
    friend bool operator==(const FinishedNow&, const FinishedNow&) = default;
};

/// It is at least this late: a deadline fell due without a passing.
struct Ticked {
    timing::DecoderTime at;
    friend bool operator==(const Ticked&, const Ticked&) = default;
};

struct LogEvent {
    std::uint64_t sequence = 0;  ///< its place in the journal, unique in the track's log
    std::variant<RawPassing, StartSignal, FlagShown, EndExtended, FinishedNow, Ticked, transponders::Assignment> what;
    friend bool operator==(const LogEvent&, const LogEvent&) = default;
};

}  // namespace chicane::sessions
