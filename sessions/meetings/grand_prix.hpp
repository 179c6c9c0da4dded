// A Grand Prix for a group: n people, k karts, m minutes make practice, qualifying and finals, with the length of each run. Pure integers.
// What has run is fact: `replan` lays the rest anew when somebody comes late, a kart fails or a length is set by hand.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace chicane::sessions::meetings {

/// In the order in which they run; the third run is a semi-final or a consolation.
enum class Round : std::uint8_t { practice, qualifying, third, final };
inline constexpr std::size_t rounds = 4;

/// What is driven; each is tried in this order, and the first that fits the time is proposed.
enum class Variant : std::uint8_t { semis, finals, quick, single };
inline constexpr std::array variants{Variant::semis, Variant::finals, Variant::quick, Variant::single};

/// Minutes of a round's runs.
struct Length {
    std::int64_t nominal;
    std::int64_t min;
    std::int64_t max;
    friend bool operator==(const Length&, const Length&) = default;
};

/// The centre's settings.
struct GrandPrixTimes {
    std::int64_t turn_min = 4;  ///< between runs
    std::int64_t briefing_min = 15;
    std::int64_t podium_min = 10;
    std::array<Length, rounds> lengths{{{5, 4, 8}, {6, 5, 10}, {8, 6, 12}, {10, 8, 15}}};
};

struct GrandPrixAsk {
    std::size_t people = 0;
    std::size_t karts = 0;     ///< that can be used
    std::size_t capacity = 0;  ///< of a session
    std::int64_t minutes = 0;  ///< from the briefing to the end of the podium
    GrandPrixTimes times;
    std::optional<Variant> variant;                           ///< asked for; else the first that fits
    std::array<std::optional<std::int64_t>, rounds> set_min;  ///< a length set by hand, whatever the bounds say
};

enum class RunName : std::uint8_t { practice, qualifying, semi, consolation, final };

struct Run {
    RunName name;
    Round round;
    std::size_t number;  ///< 1 is the first of its name: S1; of several finals 1 is A
    std::size_t people;
    std::int64_t start_min;  ///< from the begin of the briefing
    std::int64_t minutes;
    friend bool operator==(const Run&, const Run&) = default;
};

struct GrandPrixPlan {
    Variant variant;
    std::size_t places;     ///< in a run: the smaller of karts and capacity
    std::vector<Run> runs;  ///< in the order in which they are driven
    std::int64_t reserve_min;
    std::int64_t end_min;  ///< of the podium, with the reserve in it
    friend bool operator==(const GrandPrixPlan&, const GrandPrixPlan&) = default;
};

/// The least that is missing, over what may be driven.
struct NotEnoughTime {
    std::int64_t missing_min;
    friend bool operator==(const NotEnoughTime&, const NotEnoughTime&) = default;
};

enum class GrandPrixFault : std::uint8_t {
    nobody,
    no_places,
    too_many_people,
    too_many_runs,
    bad_times,          ///< negative, beyond the limit, or a length's min, nominal and max out of order
    too_few_for_semis,  ///< these need three heats
    too_few_places,     ///< two people are no race
};

using GrandPrixAnswer = std::variant<GrandPrixPlan, NotEnoughTime, GrandPrixFault>;

GrandPrixAnswer plan(const GrandPrixAsk& ask);

/// The first `ran` runs stay as they are; the rest begins at `next_start_min` at the earliest, or where the old plan has it when that is later.
/// The variant stays while it fits, and always once qualifying was read for it. A round of which some runs are driven keeps its length for the
/// others, and its number of heats where all fit. When everything has run, the old plan.
GrandPrixAnswer replan(const GrandPrixPlan& old, const GrandPrixAsk& ask, std::size_t ran, std::int64_t next_start_min);

}  // namespace chicane::sessions::meetings
