#include "centre/store/ratings_table.hpp"

#include <cmath>

namespace chicane::centre::store {
namespace {

// A rating is a figure with a scatter of many points: whole thousandths keep all of it, and a file reads the same on any machine.
constexpr double milli = 1e3;
constexpr double nano = 1e9;

constexpr std::string_view columns =
    "SELECT track, kart_class, kind, who, day, drives, points_milli, deviation_milli, volatility_nano FROM ratings ";

std::string_view word(Rated kind) { return kind == Rated::driver ? "driver" : "kart"; }

RatingRow row_of(const Rows& rows) {
    RatingRow row;
    row.of = {rows.text(0), rows.text(1), rows.text(2) == word(Rated::kart) ? Rated::kart : Rated::driver,
              rows.integer(3)};
    row.day = static_cast<int>(rows.integer(4));
    row.drives = static_cast<int>(rows.integer(5));
    row.rating = {static_cast<double>(rows.integer(6)) / milli, static_cast<double>(rows.integer(7)) / milli,
                  static_cast<double>(rows.integer(8)) / nano};
    return row;
}

}  // namespace

std::optional<RatingRow> rating_before(Connection& db, const RatedOf& of, int day) {
    auto rows = db.query(std::string(columns) +
                             "WHERE track = ? AND kart_class = ? AND kind = ? AND who = ? AND day < ? "
                             "ORDER BY day DESC LIMIT 1",
                         of.track, of.kart_class, word(of.kind), of.who, day);
    return rows.step() ? std::optional(row_of(rows)) : std::nullopt;
}

std::vector<RatingRow> kart_ratings_before(Connection& db, const std::string& track, const std::string& kart_class,
                                           int day) {
    std::vector<RatingRow> found;
    auto rows = db.query(std::string(columns) +
                             "r WHERE track = ? AND kart_class = ? AND kind = 'kart' AND day = (SELECT max(day) FROM "
                             "ratings b WHERE b.track = r.track AND b.kart_class = r.kart_class AND b.kind = r.kind "
                             "AND b.who = r.who AND b.day < ?) ORDER BY who",
                         track, kart_class, day);
    while (rows.step()) found.push_back(row_of(rows));
    return found;
}

void put_rating(Connection& db, const RatingRow& row) {
    db.execute(
        "INSERT OR REPLACE INTO ratings(day, track, kart_class, kind, who, points_milli, deviation_milli, "
        "volatility_nano, drives) VALUES(?,?,?,?,?,?,?,?,?)",
        row.day, row.of.track, row.of.kart_class, word(row.of.kind), row.of.who,
        std::llround(row.rating.points * milli), std::llround(row.rating.deviation * milli),
        std::llround(row.rating.volatility * nano), row.drives);
}

void forget_ratings_from(Connection& db, int day) { db.execute("DELETE FROM ratings WHERE day >= ?", day); }

std::vector<RatingRow> ratings_listed(Connection& db, const std::string& track, Rated kind, std::size_t count) {
    std::vector<RatingRow> found;
    auto rows = db.query(std::string(columns) +
                             "r WHERE track = ? AND kind = ? AND day = (SELECT max(day) FROM ratings b WHERE "
                             "b.track = r.track AND b.kart_class = r.kart_class AND b.kind = r.kind AND b.who = r.who) "
                             "ORDER BY points_milli - 2 * deviation_milli DESC, who LIMIT ?",
                         track, word(kind), count);
    while (rows.step()) found.push_back(row_of(rows));
    return found;
}

std::map<std::int64_t, std::int32_t> kart_laps_since(Connection& db, std::int64_t from_us) {
    std::map<std::int64_t, std::int32_t> laps;
    auto rows =
        db.query("SELECT kart, sum(laps) FROM results WHERE kart IS NOT NULL AND at_us >= ? GROUP BY kart", from_us);
    while (rows.step()) laps[rows.integer(0)] = static_cast<std::int32_t>(rows.integer(1));
    return laps;
}

}  // namespace chicane::centre::store
