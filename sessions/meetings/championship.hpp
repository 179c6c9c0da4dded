// Standings over a season: sums of scores, the worst left out, ties by most wins, most seconds …, then the latest result. For drivers, teams and
// clubs alike. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sessions/meetings/points.hpp"

namespace chicane::sessions::meetings {

/// A session that counts, in order of time.
struct CountedSession {
    std::vector<Score> scores;
};

struct SeasonRules {
    std::size_t drop_worst = 0;      ///< results left out of each sum; an absence is a result of 0
    bool ties_count_dropped = true;  ///< whether a win that was left out is still a win
};

struct Standing {
    std::size_t rank = 1;  ///< shared by who is equal in all
    ScorerId who;
    std::int64_t hundredths = 0;        ///< what counts
    std::int64_t gross_hundredths = 0;  ///< with what was dropped
    std::vector<std::size_t> dropped;   ///< sessions, by their place in the list
    std::vector<std::size_t> places;    ///< how many wins, seconds …
    friend bool operator==(const Standing&, const Standing&) = default;
};

/// Everybody with a score in the season, the champion first; of equals the lower number. Nothing beyond `people_max` scorers or `runs_max`
/// sessions. Of equal results the earliest is dropped; what may not be dropped stays.
std::optional<std::vector<Standing>> standings(std::span<const CountedSession> season, const SeasonRules& rules);

}  // namespace chicane::sessions::meetings
