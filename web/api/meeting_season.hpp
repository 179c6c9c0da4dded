// Who leads: points of one meeting, or of all of a championship, for drivers, teams or clubs. Made of the results that the store keeps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "centre/store/points_table.hpp"

namespace chicane::web::api {

enum class StandingsOf { driver, team, club };

/// What counted.
struct SeasonSession {
    std::int64_t meeting = 0;
    std::string name;  ///< of the meeting
    sessions::meetings::PointsKind kind = sessions::meetings::PointsKind::final;
};

struct Season {
    std::vector<std::string> names;       ///< of the scorers: number n is names[n − 1]
    std::vector<SeasonSession> sessions;  ///< in order of time
    std::vector<sessions::meetings::Standing> standings;
};

/// Meetings in order of time; each counts by its own tables, and the last one's drops are the season's. `class_name`: of the entries; none: all of them
/// together. Nothing beyond the limits of a season.
std::optional<Season> season_of(centre::store::Connection& db, const std::vector<centre::store::MeetingRow>& meetings,
                                StandingsOf of, const std::optional<std::string>& class_name);

}  // namespace chicane::web::api
