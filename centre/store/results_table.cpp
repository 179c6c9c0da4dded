#include "centre/store/results_table.hpp"

namespace chicane::centre::store {
namespace {

constexpr std::string_view columns =
    "SELECT r.seat, r.at_us, r.position, r.status, r.classified, r.grid, r.laps, r.best_us, r.median_us, r.kart, "
    "r.kart_class";
constexpr int columns_count = 11;

ResultRow row_of(const Rows& rows) {
    ResultRow row;
    row.seat = rows.integer(0);
    row.at_us = rows.integer(1);
    row.position = static_cast<int>(rows.integer(2));
    row.status = rows.text(3);
    row.classified = rows.integer(4) != 0;
    row.grid = static_cast<int>(rows.integer(5));
    row.laps = static_cast<int>(rows.integer(6));
    row.best_us = rows.maybe_integer(7);
    row.median_us = rows.maybe_integer(8);
    row.kart = rows.maybe_integer(9);
    row.kart_class = rows.text(10);
    return row;
}

/// One person is one customer, or one entry of a meeting, or this seat alone.
constexpr std::string_view person =
    "CASE WHEN s.customer IS NOT NULL THEN 'c' || s.customer WHEN m.entry IS NOT NULL THEN 'e' || m.entry "
    "ELSE 's' || r.seat END";

}  // namespace

bool keep_results(Connection& db, std::int64_t session, const std::vector<ResultRow>& rows) {
    std::vector<ResultRow> known;
    for (const ResultRow& row : rows) {
        auto seat = db.query("SELECT 1 FROM seats WHERE id = ?", row.seat);
        if (seat.step()) known.push_back(row);
    }
    const auto before = results_of(db, session);
    if (!before.empty())
        for (ResultRow& row : known) row.at_us = before.front().at_us;
    if (known == before) return false;
    db.execute("DELETE FROM results WHERE session = ?", session);
    for (const ResultRow& row : known)
        db.execute(
            "INSERT OR REPLACE INTO results(seat, session, at_us, position, status, classified, grid, laps, best_us, "
            "median_us, kart, kart_class) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
            row.seat, session, row.at_us, row.position, row.status, row.classified, row.grid, row.laps, row.best_us,
            row.median_us, row.kart, row.kart_class);
    return true;
}

std::vector<ResultRow> results_of(Connection& db, std::int64_t session) {
    std::vector<ResultRow> found;
    auto rows = db.query(std::string(columns) + " FROM results r WHERE session = ? ORDER BY position", session);
    while (rows.step()) found.push_back(row_of(rows));
    return found;
}

std::vector<RatedRow> results_between(Connection& db, std::int64_t from_us, std::int64_t until_us) {
    std::vector<RatedRow> found;
    auto rows = db.query(std::string(columns) +
                             ", r.session, p.track, s.customer, m.entry FROM results r JOIN seats s ON s.id = r.seat "
                             "JOIN sessions p ON p.id = r.session LEFT JOIN meeting_seats m ON m.seat = r.seat "
                             "WHERE r.at_us >= ? AND r.at_us < ? ORDER BY r.session, r.position LIMIT ?",
                         from_us, until_us, day_results_max);
    while (rows.step())
        found.push_back({row_of(rows), rows.integer(columns_count), rows.text(columns_count + 1),
                         rows.maybe_integer(columns_count + 2), rows.maybe_integer(columns_count + 3)});
    return found;
}

std::vector<RecordRow> records(Connection& db, const RecordAsk& ask) {
    // SQLite takes the other columns from the row that has the minimum (its manual, "Bare columns in an aggregate query").
    const std::string text =
        "SELECT r.seat, r.session, r.at_us, min(r.best_us), r.best_us, r.kart, r.kart_class, "
        "coalesce(e.class, ''), s.customer FROM results r JOIN seats s ON s.id = r.seat "
        "JOIN sessions p ON p.id = r.session LEFT JOIN meeting_seats m ON m.seat = r.seat "
        "LEFT JOIN meeting_entries e ON e.id = m.entry WHERE p.track = ? AND r.best_us IS NOT NULL "
        "AND r.status NOT IN ('dsq', 'guest') AND r.at_us >= ? AND r.at_us < ? AND (? IS NULL OR r.kart_class = ?) "
        "AND (? IS NULL OR coalesce(e.class, '') = ?) GROUP BY " +
        std::string(person) + " ORDER BY r.best_us, r.at_us, r.seat LIMIT ?";
    std::vector<RecordRow> found;
    auto rows = db.query(text, ask.track, ask.from_us, ask.until_us, ask.kart_class, ask.kart_class, ask.category,
                         ask.category, ask.count);
    while (rows.step())
        found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(4), rows.maybe_integer(5),
                         rows.text(6), rows.text(7), rows.maybe_integer(8)});
    return found;
}

}  // namespace chicane::centre::store
