#include "centre/store/points_table.hpp"

#include <charconv>

#include "centre/store/audit.hpp"
#include "sessions/meetings/words.hpp"
#include "timing/ensure.hpp"

namespace chicane::centre::store {
namespace {

using sessions::meetings::PointsKind;

std::string text_of(const std::vector<std::int64_t>& by_place) {
    std::string text;
    for (const std::int64_t hundredths : by_place) text += std::to_string(hundredths) + " ";
    return text;
}

std::vector<std::int64_t> numbers_of(const std::string& text) {
    std::vector<std::int64_t> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        std::int64_t number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        timing::ensure(error == std::errc{}, "numbers that this program wrote are those that it reads");
        numbers.push_back(number);
        at = next + 1;  // a blank follows each
    }
    return numbers;
}

}  // namespace

MeetingPoints points_of(Connection& db, std::int64_t meeting) {
    MeetingPoints points;
    auto head = db.query("SELECT championship, drop_worst, team_counting FROM meetings WHERE id = ?", meeting);
    if (!head.step()) return points;
    points.championship = head.text(0);
    points.drop_worst = head.integer(1);
    points.team_counting = head.integer(2);
    auto rows = db.query(
        "SELECT kind, class, by_place, participation, best_lap, pole, best_lap_place_max FROM meeting_points "
        "WHERE meeting = ? ORDER BY place",
        meeting);
    while (rows.step()) {
        const auto kind = timing::from_word<PointsKind>(rows.text(0));
        timing::ensure(kind.has_value(), "a word that this program wrote is one that it reads");
        points.tables.push_back({*kind,
                                 rows.maybe_text(1),
                                 {numbers_of(rows.text(2)), rows.integer(3), rows.integer(4), rows.integer(5),
                                  static_cast<std::size_t>(rows.integer(6))}});
    }
    return points;
}

void put_points(Connection& db, const Stamp& stamp, std::int64_t meeting, const MeetingPoints& points) {
    const Audit audit(db, "meetings", meeting);
    db.execute(
        "UPDATE meetings SET version = version + 1, championship = ?, drop_worst = ?, team_counting = ? WHERE id = ?",
        points.championship, points.drop_worst, points.team_counting, meeting);
    db.execute("DELETE FROM meeting_points WHERE meeting = ?", meeting);
    std::int64_t place = 0;
    for (const PointsTableRow& row : points.tables)
        db.execute(
            "INSERT INTO meeting_points(meeting, place, kind, class, by_place, participation, best_lap, pole, "
            "best_lap_place_max) VALUES(?,?,?,?,?,?,?,?,?)",
            meeting, ++place, word(row.kind), row.class_name, text_of(row.table.by_place_hundredths),
            row.table.participation_hundredths, row.table.best_lap_hundredths, row.table.pole_hundredths,
            row.table.best_lap_place_max);
    audit.write(stamp);
}

std::vector<MeetingRow> meetings_of_championship(Connection& db, const std::string& championship) {
    std::vector<std::int64_t> ids;
    {
        auto rows = db.query("SELECT id FROM meetings WHERE championship = ? ORDER BY start_us, id LIMIT ?",
                             championship, meetings_listed_max);
        while (rows.step()) ids.push_back(rows.integer(0));
    }
    std::vector<MeetingRow> found;
    for (const std::int64_t id : ids) found.push_back(*find_meeting(db, id));
    return found;
}

}  // namespace chicane::centre::store
