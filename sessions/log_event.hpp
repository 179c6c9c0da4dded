// What a session's window is made of: passings as they came and what officials did, each with its place in
// the journal. Plain values. All times are on the track's common clock (corrected decoder time).
#pragma once

#include <cstdint>
#include <variant>

#include "timing/event.hpp"
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

using timing::EndExtended;
using timing::FinishedNow;
using timing::FlagShown;
using timing::StartSignal;
using timing::Ticked;

struct LogEvent {
    std::uint64_t sequence = 0;  ///< its place in the journal, unique in the track's log
    std::variant<RawPassing, StartSignal, FlagShown, EndExtended, FinishedNow, Ticked, transponders::Assignment> what;
    friend bool operator==(const LogEvent&, const LogEvent&) = default;
};

}  // namespace chicane::sessions
