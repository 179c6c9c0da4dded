// How a meeting counts, as rows: tables of points as data, drops, teams, and the championship that it belongs to. On the writer's or a reader's thread.
#pragma once

#include <string>
#include <vector>

#include "centre/store/connection.hpp"
#include "centre/store/meetings_table.hpp"
#include "sessions/meetings/championship.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t points_tables_max = 20;  ///< four kinds of session in five classes

struct PointsTableRow {
    sessions::meetings::PointsKind kind = sessions::meetings::PointsKind::final;
    std::optional<std::string> class_name;  ///< none: for all classes that have no table of their own
    sessions::meetings::PointsTable table;
};

struct MeetingPoints {
    std::string championship;  ///< its name; meetings of one name are a season
    std::int64_t drop_worst = 0;
    std::int64_t team_counting = 2;  ///< best members of a team or club that count in each session
    std::vector<PointsTableRow> tables;
};

MeetingPoints points_of(Connection& db, std::int64_t meeting);
void put_points(Connection& db, const Stamp& stamp, std::int64_t meeting, const MeetingPoints& points);
/// In order of their start.
std::vector<MeetingRow> meetings_of_championship(Connection& db, const std::string& championship);

}  // namespace chicane::centre::store
