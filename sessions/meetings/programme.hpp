// A Grand Prix while it is driven: who is in which run, by what has been driven so far. Asked again after every result, late entry and
// correction; what has run keeps its people, the rest follows from the results as they are now. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sessions/meetings/grand_prix.hpp"
#include "sessions/meetings/grand_prix_draw.hpp"
#include "sessions/meetings/late_entry.hpp"

namespace chicane::sessions::meetings {

/// A line of a run's classification.
struct RunLine {
    timing::EntrantId who;
    std::int32_t laps = 0;
    std::int64_t time_us = 0;           ///< at the last crossing
    std::vector<std::int64_t> laps_ms;  ///< all that count for the best one, the fastest first
    bool disqualified = false;
};

/// A run of the plan with what is known of it.
struct ProgrammeRun {
    Run run;
    std::vector<HeatPlace> people;  ///< as they are drawn, in order of the grid; empty: not drawn
    bool ran = false;               ///< armed, driving or over: its people are fact
    std::optional<std::vector<RunLine>> result = std::nullopt;  ///< once it is over, in order of classification
};

/// All by their best lap, then the second best …, who was disqualified last; equal ones, and who has no lap, as in `entries`.
People ranked_by_laps(std::span<const ProgrammeRun> runs, std::span<const timing::EntrantId> entries);

/// Who is in each run now, as the results say; nothing for a run whose results are not all there. A run that ran is asked as well: where it differs
/// from who drove it, a result was corrected since. `runs`: the plan's, `entries` in the order of entry; `places` of a run.
std::vector<std::optional<People>> draw_programme(Variant variant, std::span<const ProgrammeRun> runs,
                                                  std::span<const timing::EntrantId> entries, std::size_t places,
                                                  std::uint64_t seed);

}  // namespace chicane::sessions::meetings
