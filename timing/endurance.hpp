// Endurance: stops, stints, who drove how long, what is owed, and which rules were broken. race-rules.md §7. All of it is told by the lap
// book and by who drove when; the rules are data, 0 where there is no such rule. A broken rule is a proposal: officials decide.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "timing/charge.hpp"
#include "timing/ids.hpp"
#include "timing/lap.hpp"
#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

/// From `from` on this driver is in the kart, until another is.
struct DriverSpan {
    DecoderTime from;
    DriverId driver;
    friend bool operator==(const DriverSpan&, const DriverSpan&) = default;
};

struct DriverWeight {
    DriverId driver;
    std::int32_t kg = 0;
    friend bool operator==(const DriverWeight&, const DriverWeight&) = default;
};

/// What an entrant's team told: relays in order of time, and a moment inside each stop that is a joker, that is for fuel, in which the kart is swapped.
struct Team {
    std::vector<DriverSpan> relays;
    std::vector<DecoderTime> jokers;
    std::vector<DecoderTime> refuels = {};
    std::vector<DecoderTime> swaps = {};
    std::vector<DriverId> drivers;           ///< of the entry: each has a minimum to drive
    std::vector<DriverWeight> weights = {};  ///< of those who were weighed
};

struct Stop {
    DecoderTime in;
    std::optional<DecoderTime> out;  ///< absent: he is in the pit
    std::int32_t lap = 0;            ///< laps completed when he came in
    bool guessed = false;            ///< nobody heard him leave: he was out by then
    bool joker = false;
    std::optional<std::int64_t> box_us = {};  ///< from the first to the last passing of the box; absent: unheard there
    bool refuel = false;
    bool swapped = false;  ///< he left in another kart
    friend bool operator==(const Stop&, const Stop&) = default;
};

/// From leaving the pit, or the start, to coming in, or the end.
struct Stint {
    DecoderTime from;
    std::optional<DecoderTime> until;  ///< absent: it runs
    std::optional<DriverId> driver;    ///< nobody told
    friend bool operator==(const Stint&, const Stint&) = default;
};

struct DriverTime {
    DriverId driver;
    std::int64_t us = 0;
    friend bool operator==(const DriverTime&, const DriverTime&) = default;
};

enum class BreachKind : std::uint8_t {
    stop_too_short,
    pit_closed,     ///< came in outside the pit window
    stops_missing,  ///< at the end
    jokers_too_many,
    stint_too_long,
    rest_too_short,
    driver_too_long,
    driver_too_short,  ///< at the end
    black_flag,        ///< shown to him: he is excluded once a decision says so
    not_served,        ///< a stop-and-go or drive-through, in the laps that he had; amount: its number
    overtook,          ///< under a flag that forbids it
    refuels_missing,   ///< at the end
};

/// A broken rule. With kind, entrant, driver and `at` it is the same one however often it is worked out.
struct Breach {
    BreachKind kind = BreachKind::stop_too_short;
    std::uint16_t entrant = 0;
    std::optional<DriverId> driver;
    DecoderTime at;                           ///< where it began: the stop's in, the stint's from, the session's end
    std::int64_t amount = 0;                  ///< µs too long, too short or outside; stops or jokers
    std::optional<std::uint16_t> other = {};  ///< whom he overtook
    friend bool operator==(const Breach&, const Breach&) = default;
};

/// How one entrant stands.
struct EnduranceRow {
    std::vector<Stop> stops;
    std::vector<Stint> stints;             ///< a driver each: a relay told without a stop divides one
    std::vector<DriverTime> driver_times;  ///< in order of first driving; those of the entry who have not driven last
    std::int32_t stops_done = 0;           ///< that count: in the pit window and long enough, or a joker
    std::int32_t stops_owed = 0;
    std::optional<std::int64_t> stint_us;        ///< of the stint that runs
    std::optional<std::int64_t> until_limit_us;  ///< until the next limit on a stint or a driver; below 0: beyond
    std::int32_t refuels_owed = 0;
    std::int64_t handicap_us = 0;            ///< for the weight that his drivers lack
    std::optional<std::int32_t> ballast_kg;  ///< that the driver in the kart needs; nothing where nobody weighed him
    std::int32_t virtual_position = 0;       ///< after all have done the stops they owe
    friend bool operator==(const EnduranceRow&, const EnduranceRow&) = default;
};

/// A flag over the whole track, from its showing to the next.
struct FlagSpan {
    DecoderTime from;
    std::optional<DecoderTime> until;
    FlagRule rule;
    bool holds(DecoderTime at) const { return from <= at && (!until || at < *until); }
};

/// For all entrants, in order of entry. `teams` likewise; shorter: the others told nothing.
std::vector<EnduranceRow> endurance_at(const Rules& rules, const State& state, const LapBook& book, DecoderTime now,
                                       std::span<const Team> teams, std::span<const FlagSpan> flags = {});

/// In order of time, then entrant.
std::vector<Breach> breaches_at(const Rules& rules, const State& state, const LapBook& book, DecoderTime now,
                                std::span<const Team> teams, std::span<const FlagSpan> flags = {});

}  // namespace chicane::timing
