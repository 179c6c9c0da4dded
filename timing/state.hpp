// The state of a session between two events: small plain values, copied whole as a checkpoint. What grows
// with the laps is in the LapBook; what the rules say is in Rules; what is shown is made of all three
// (standings, status).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "timing/board.hpp"
#include "timing/ids.hpp"
#include "timing/limits.hpp"
#include "timing/time.hpp"

namespace chicane::timing {

/// How far one clock has come on its way to the end. The session has one; with `start = own` each entrant has
/// his.
struct Course {
    std::optional<DecoderTime> clock;        ///< when it started
    std::optional<DecoderTime> flag;         ///< when the chequered flag was shown
    std::optional<DecoderTime> awaiting;     ///< zero, a time, is past and the leader's crossing is awaited since
    std::optional<DecoderTime> time_was_up;  ///< when the time of the rules was past
    std::int64_t stopped_before_us = 0;      ///< how long a red flag had stopped the session before this clock started
    std::int32_t target_laps = 0;            ///< with laps after time: who completes these makes zero; 0: not known yet
    bool flag_by_crossing = false;           ///< zero was a crossing: what follows it in order is after the flag
    bool laps_reached = false;               ///< somebody has the laps, and the time (the later end) is not up
    bool called = false;                     ///< an official called the end: every next crossing is a last one
    friend bool operator==(const Course&, const Course&) = default;
};

inline constexpr std::uint8_t no_split = 0xFF;

struct Sector {
    std::int64_t last_us = -1;  ///< -1: none
    std::int64_t best_us = -1;
    friend bool operator==(const Sector&, const Sector&) = default;
};

/// One entrant so far. Orders are places in the order of crossing: on equal times they tell who was first.
struct Entrant {
    DecoderTime first_crossing;
    DecoderTime last_crossing;
    DecoderTime last_seen;
    std::optional<TransponderId> last_tag;  ///< of his last passing
    TransponderId crossing_tag;             ///< of his last crossing
    std::optional<DecoderTime> on_line;  ///< when he last passed a finish loop, whatever became of it; not by a backup
    std::int64_t last_us = 0;
    std::int64_t best_us = 0;
    std::int64_t averaged_us = 0;  ///< sum of the laps that count for the average
    std::uint32_t crossings = 0;
    std::uint32_t first_order = 0;
    std::uint32_t last_order = 0;
    std::uint32_t lap_order = 0;  ///< of the crossing that ended his last lap
    DecoderTime lap_at;           ///< of the same
    std::uint32_t best_order = 0;
    std::int32_t laps = 0;
    std::int32_t best_lap = 0;  ///< 0: none
    std::int32_t averaged_laps = 0;
    std::int32_t pits = 0;
    std::uint16_t begins =
        0;  ///< how often a first lap began: at his start, and after each red flag that he restarted from
    bool in_pit = false;
    bool took_flag = false;   ///< has had his last crossing
    bool halted = false;      ///< under red he has had his last crossing before the restart
    bool rejoins = false;     ///< his next crossing is his first since a restart
    bool disturbed = false;   ///< his running lap has seen a yellow, slow or red flag, or the pit
    bool suspicious = false;  ///< his last lap was so long that a passing was likely missed
    std::uint8_t split_sector =
        0;                 ///< the sector that ended last in the running lap; 0: none; no_split: there is no lap
    DecoderTime split_at;  ///< and when
    std::optional<DecoderTime> voided_at;  ///< the last crossing that an official took from him
    TransponderId voided_tag;              ///< and by which tag
    std::array<Sector, sectors_max> sectors;
    Course own;  ///< with `start = own`
    friend bool operator==(const Entrant&, const Entrant&) = default;
};

/// When he came as far as he is: the end of his last lap, before that his last crossing.
inline DecoderTime reached_at(const Entrant& entrant) {
    return entrant.laps > 0 ? entrant.lap_at : entrant.last_crossing;
}

struct State {
    Course course;
    std::optional<DecoderTime> finished_at;    ///< an official ended it
    std::optional<DecoderTime> stopped_since;  ///< a red flag stops the clock
    std::int64_t stopped_us = 0;               ///< how long earlier ones were
    std::optional<DecoderTime> restarted_at;   ///< when the last red flag ended
    bool red_out = false;
    bool ended_under_red = false;        ///< the chequered flag came out under red: who ran is finished where he stands
    std::int64_t stopped_at_end_us = 0;  ///< then: how long the clock had stood by the end
    bool halting = false;                ///< the line where a red flag's result was taken is crossed
    bool end_set = false;                ///< an official said where the end is
    std::int64_t more_us = 0;
    std::int32_t more_laps = 0;
    Flag shown = Flag::none;                ///< by an official
    std::uint8_t own_flag = 0;              ///< which of the rule-set's own it is; 0: none
    bool laps_void = false;                 ///< it says that laps do not count
    bool false_restart = false;             ///< the last restart was taken back
    std::uint32_t yellow_posts = 0;         ///< a bit for each post, from post 1
    std::optional<DecoderTime> armed_anew;  ///< a false start was called: what is earlier is before the start
    std::uint8_t sectors = 0;               ///< the highest sector loop there is
    std::uint32_t order = 0;                ///< passings applied
    std::uint32_t laps = 0;                 ///< laps driven by all: the length of the lap book
    std::uint32_t pit_passings = 0;         ///< by all, in the lap book
    std::vector<Entrant> entrants;          ///< in order of entry
    std::vector<std::uint16_t> ranked;      ///< places in `entrants`, first to last
    std::vector<std::uint16_t> places;      ///< where in `ranked` each entrant is
    friend bool operator==(const State&, const State&) = default;
};

}  // namespace chicane::timing
