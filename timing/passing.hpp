// What a passing means to the engine once it is resolved: who passed which loop, when. Made by
// sessions::apply from a raw passing, the setup's loops and the transponder register; the engine never sees a
// decoder.
#pragma once

#include <cstdint>
#include <optional>

#include "timing/ids.hpp"
#include "timing/time.hpp"

namespace chicane::timing {

/// What a passing of a loop means. race-rules.md §2.
enum class LoopRole : std::uint8_t { finish, finish_in_pit, sector, pit_in, pit_out, speed_trap, pit_box };

/// Why a passing tells nothing new, found before it comes to the engine.
enum class Echo : std::uint8_t { none, duplicate, backup };

/// What officials said of a passing. They hold for the whole session, from its begin, until they are taken back.
struct Remark {
    bool voided = false;     ///< it does not count
    bool ends_race = false;  ///< the chequered flag belongs to this crossing: its kart is the first finisher
    bool halts =
        false;  ///< the result of a red flag: from here on each kart's next crossing is its last before the restart
    bool lap_deleted = false;  ///< the time of the lap that it completes is nobody's best
    std::uint8_t parts = 1;    ///< the lap that it completes is so many of equal length: passings were missed
    friend bool operator==(const Remark&, const Remark&) = default;
};

struct Passing {
    DecoderTime time;
    TransponderId transponder;
    std::optional<std::uint16_t> entrant;  ///< place in the order of entry; absent: nobody who takes part has the tag
    LoopRole role = LoopRole::finish;
    std::uint8_t sector = 0;  ///< for LoopRole::sector, from 1
    Echo echo = Echo::none;
    bool held = false;  ///< without an entrant: somebody else has the tag
    Remark remark = {};
    friend bool operator==(const Passing&, const Passing&) = default;
};

/// Only these make crossings: laps, starts and ends of runs.
constexpr bool is_finish(LoopRole role) { return role == LoopRole::finish || role == LoopRole::finish_in_pit; }

}  // namespace chicane::timing
