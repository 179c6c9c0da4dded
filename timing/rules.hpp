// The rules of one session as the engine uses them. Data, never a constant in code; where a number is 0 there
// is no such limit.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "timing/flag.hpp"
#include "timing/penalty_value.hpp"
#include "timing/time.hpp"

namespace chicane::timing {

enum class Kind { practice, qualifying, race, endurance };
enum class Start { signal, first_passing, own };
enum class FirstCrossing { starts_lap, ends_lap, own_clock };
enum class Ranking { best_lap, laps, total_time, average_lap };
enum class Priority { first, last };  ///< where both laps and time are set: which end counts
enum class EndHow { next_crossing, leader_first, immediate, full_distance };

/// When a session is over, and how each entrant's run ends.
struct End {
    std::int32_t laps = 0;
    std::int64_t time_us = 0;
    std::int32_t plus_laps = 0;  ///< laps after the time
    Priority priority = Priority::first;
    EndHow how = EndHow::next_crossing;
    std::int64_t grace_us = 180'000'000;  ///< 0: none at all, not "no limit"
    friend bool operator==(const End&, const End&) = default;
};

/// What a red flag does. race-rules.md §4.
enum class RedLap { counts, void_lap };         ///< the lap that a kart was on when the flag came out
enum class RedRestart { resumes, starts_lap };  ///< the first crossing after it: ends a lap like any, or begins one
struct Red {
    RedLap lap = RedLap::counts;
    RedRestart restart = RedRestart::resumes;
    bool stops_clock = true;
    std::int32_t full_percent =
        0;  ///< of the distance: a session that ends under red with less has no full result; 0: it has
    friend bool operator==(const Red&, const Red&) = default;
};

/// Stops and relays of teams. race-rules.md §7.
struct Endurance {
    std::int32_t stops_due = 0;
    std::int64_t min_stop_us = 0;    ///< from loop to loop
    std::int64_t pit_opens_us = 0;   ///< after the start; earlier stops do not count
    std::int64_t pit_closes_us = 0;  ///< before the end of a timed session; later ones do not count
    std::int32_t jokers = 0;         ///< stops that may be shorter
    std::int64_t max_stint_us = 0;
    std::int64_t rest_us = 0;  ///< between two stints of one driver
    std::int64_t driver_min_us = 0;
    std::int64_t driver_max_us = 0;
    std::int32_t driver_min_percent = 0;  ///< of the session's time; the larger of both minimums holds
    std::int32_t driver_max_percent = 0;  ///< the smaller of both maximums holds
    std::int64_t pit_loss_us =
        0;  ///< what driving through the pit costs beside the stop itself: for the virtual ranking
    std::int32_t swap_no_stop = 0;        ///< 1: a stop in which the kart is swapped is none of those due
    std::int32_t refuels_due = 0;         ///< stops told as refuelling
    std::int64_t min_box_us = 0;          ///< at the team's box, by its loop
    std::int64_t min_refuel_us = 0;       ///< of these, in place of min_stop_us
    std::int32_t weight_kg = 0;           ///< who weighs less carries ballast, or has time added
    std::int32_t weight_ms_per_kg_h = 0;  ///< for each kilogram below, in each hour that he drives; 0: ballast
    std::int64_t exit_after_us = 0;       ///< from the finish to the pit exit, at race pace
    std::int64_t exit_window_us = 0;      ///< who is nearer to the exit is exit traffic
    friend bool operator==(const Endurance&, const Endurance&) = default;
};

struct Rules {
    Kind kind = Kind::practice;
    Start start = Start::first_passing;
    FirstCrossing first_crossing = FirstCrossing::starts_lap;
    Ranking rank = Ranking::best_lap;
    std::optional<DecoderTime> start_at;  ///< of the signal, where it is known beforehand; else an event says it
    DecoderTime arm_at;                   ///< earlier passings are before_start
    bool open = false;                    ///< every transponder that nobody has is an entrant of its own
    std::int64_t min_lap_us = 0;
    std::int64_t max_lap_us = 0;
    std::int64_t pair_window_us = 3'000'000;
    std::int64_t merge_window_us = 3'000'000;
    /// A kart that was on the line so shortly before stands on it: it is stray, and makes no lap. 0: not judged.
    std::int64_t stray_gap_us = 0;
    End end;
    Red red;
    Endurance endurance;
    std::int32_t classified_percent = 0;       ///< of the winner's laps; who ran less is not classified
    std::int32_t suspicious_percent = 180;     ///< of an entrant's median; a longer lap is told to race control
    std::vector<FlagRule> flags;               ///< what flags do; those with a name are its own, at most own_flags_max
    std::vector<PenaltyValue> penalty_values;  ///< at most penalty_values_max
    std::int64_t false_start_us = 0;  ///< so long after a start or restart it may be called false; 0: at any time
    std::int32_t serve_laps = 0;      ///< in which a stop-and-go or drive-through is to be served; 0: no limit
    friend bool operator==(const Rules&, const Rules&) = default;
};

}  // namespace chicane::timing
