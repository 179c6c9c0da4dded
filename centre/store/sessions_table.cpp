#include "centre/store/sessions_table.hpp"

#include <array>
#include <tuple>

#include "centre/store/audit.hpp"
#include "centre/store/rule_lists_table.hpp"
#include "timing/endurance_fields.hpp"
#include "timing/ensure.hpp"
#include "timing/words.hpp"

namespace chicane::centre::store {
namespace {

using bookings::Session;
using timing::Rules;

constexpr std::string_view columns =
    "SELECT id, version, created_at_us, created_by, "
    "(SELECT coalesce(sum(qty), 0) FROM claims WHERE session = sessions.id AND "
    "(expires_at_us IS NULL OR expires_at_us > ?)), "
    "track, name, planned_start_us, duration_s, capacity, cancelled, kind, start, first_crossing, rank, open, "
    "min_lap_us, max_lap_us, pair_window_us, merge_window_us, end_laps, end_time_us, end_plus_laps, end_priority, "
    "end_how, end_grace_us, red_lap, red_restart, red_stops_clock, classified_percent, red_full_percent, "
    "false_start_us, serve_laps";
constexpr int first_endurance_column = 33;
constexpr int first_rule_set_column = first_endurance_column + static_cast<int>(timing::endurance_fields.size());
constexpr int rule_set_name_column = first_rule_set_column + 3;

/// `, endurance_stops_due…`: each with what comes before and behind.
std::string endurance_columns(std::string_view behind) {
    std::string made;
    for (const timing::EnduranceField& field : timing::endurance_fields)
        made += ", endurance_" + std::string(field.name) + (field.us ? "_us" : "") + std::string(behind);
    return made;
}

const std::string& select() {
    static const std::string text =
        std::string(columns) + endurance_columns("") +
        ", rule_set, rule_set_number, rule_set_changed, (SELECT name FROM rule_sets WHERE id = sessions.rule_set) "
        "FROM sessions ";
    return text;
}

timing::Endurance endurance_of(const Rows& rows) {
    timing::Endurance endurance;
    int column = first_endurance_column;
    for (const timing::EnduranceField& field : timing::endurance_fields) {
        const std::int64_t value = rows.integer(column++);
        if (field.us) {
            endurance.*field.us = value;
        } else {
            endurance.*field.count = static_cast<std::int32_t>(value);
        }
    }
    return endurance;
}

template <class Enum>
Enum value_of(const std::string& word) {
    const auto value = timing::from_word<Enum>(word);
    timing::ensure(value.has_value(), "a word that this program wrote is one that it reads");
    return *value;
}

Rules rules_of(const Rows& rows) {
    Rules rules;
    rules.kind = value_of<timing::Kind>(rows.text(11));
    rules.start = value_of<timing::Start>(rows.text(12));
    rules.first_crossing = value_of<timing::FirstCrossing>(rows.text(13));
    rules.rank = value_of<timing::Ranking>(rows.text(14));
    rules.open = rows.integer(15) != 0;
    rules.min_lap_us = rows.integer(16);
    rules.max_lap_us = rows.integer(17);
    rules.pair_window_us = rows.integer(18);
    rules.merge_window_us = rows.integer(19);
    rules.end.laps = static_cast<std::int32_t>(rows.integer(20));
    rules.end.time_us = rows.integer(21);
    rules.end.plus_laps = static_cast<std::int32_t>(rows.integer(22));
    rules.end.priority = value_of<timing::Priority>(rows.text(23));
    rules.end.how = value_of<timing::EndHow>(rows.text(24));
    rules.end.grace_us = rows.integer(25);
    rules.red.lap = value_of<timing::RedLap>(rows.text(26));
    rules.red.restart = value_of<timing::RedRestart>(rows.text(27));
    rules.red.stops_clock = rows.integer(28) != 0;
    rules.classified_percent = static_cast<std::int32_t>(rows.integer(29));
    rules.red.full_percent = static_cast<std::int32_t>(rows.integer(30));
    rules.false_start_us = rows.integer(31);
    rules.serve_laps = static_cast<std::int32_t>(rows.integer(32));
    rules.endurance = endurance_of(rows);
    return rules;
}

std::optional<bookings::RuleSetUsed> rule_set_of(const Rows& rows) {
    constexpr int at = first_rule_set_column;
    const auto id = rows.maybe_integer(at);
    if (!id) return std::nullopt;
    return bookings::RuleSetUsed{*id, rows.integer(at + 1), rows.integer(at + 2) != 0};
}

SessionRow row_of(Connection& db, const Rows& rows) {
    SessionRow row;
    row.head = {rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)};
    row.seats_taken = static_cast<int>(rows.integer(4));
    row.session = {rows.text(5),
                   rows.text(6),
                   rows.integer(7),
                   static_cast<int>(rows.integer(8)),
                   static_cast<int>(rows.integer(9)),
                   rows.integer(10) != 0,
                   rules_of(rows),
                   rule_set_of(rows)};
    row.rule_set_name = rows.maybe_text(rule_set_name_column);
    read_rule_lists(db, row.head.id, row.session.rules);
    return row;
}

void write_endurance(Connection& db, std::int64_t id, const timing::Endurance& endurance) {
    static const std::string text = "UPDATE sessions SET " + endurance_columns("=?").substr(2) + " WHERE id=?";
    std::array<std::int64_t, timing::endurance_fields.size()> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const timing::EnduranceField& field = timing::endurance_fields[i];
        values[i] = field.us ? endurance.*field.us : endurance.*field.count;
    }
    std::apply([&](const auto&... each) { db.execute(text, each..., id); }, values);
}

void write(Connection& db, std::int64_t id, std::int64_t version, const Session& session) {
    const Rules& rules = session.rules;
    db.execute(
        "UPDATE sessions SET version=?, track=?, name=?, planned_start_us=?, duration_s=?, capacity=?, cancelled=?, "
        "kind=?, start=?, first_crossing=?, rank=?, open=?, min_lap_us=?, max_lap_us=?, pair_window_us=?, "
        "merge_window_us=?, end_laps=?, end_time_us=?, end_plus_laps=?, end_priority=?, end_how=?, end_grace_us=?, "
        "red_lap=?, red_restart=?, red_stops_clock=?, classified_percent=?, red_full_percent=?, false_start_us=?, "
        "serve_laps=? "
        "WHERE id=?",
        version, session.track, session.name, session.planned_start_us, session.duration_s, session.capacity,
        session.cancelled, timing::word(rules.kind), timing::word(rules.start), timing::word(rules.first_crossing),
        timing::word(rules.rank), rules.open, rules.min_lap_us, rules.max_lap_us, rules.pair_window_us,
        rules.merge_window_us, rules.end.laps, rules.end.time_us, rules.end.plus_laps, timing::word(rules.end.priority),
        timing::word(rules.end.how), rules.end.grace_us, timing::word(rules.red.lap), timing::word(rules.red.restart),
        rules.red.stops_clock, rules.classified_percent, rules.red.full_percent, rules.false_start_us, rules.serve_laps,
        id);
    write_rule_lists(db, id, rules);
    write_endurance(db, id, rules.endurance);
    const auto& used = session.rule_set;
    db.execute("UPDATE sessions SET rule_set=?, rule_set_number=?, rule_set_changed=? WHERE id=?",
               used ? std::optional(used->id) : std::nullopt, used ? std::optional(used->number) : std::nullopt,
               std::int64_t{used && used->changed}, id);
}

}  // namespace

SessionRow insert_session(Connection& db, const Stamp& stamp, const Session& session) {
    db.execute(
        "INSERT INTO sessions(version, created_at_us, created_by, track, name, planned_start_us, duration_s, capacity, "
        "kind, start, first_crossing, rank, open, min_lap_us, max_lap_us, pair_window_us, merge_window_us, end_laps, "
        "end_time_us, end_plus_laps, end_priority, end_how, end_grace_us) "
        "VALUES(1,?,?,'','',0,1,1,'','','','',0,0,0,0,0,0,0,0,'','',0)",
        stamp.now_us, stamp.who);
    const std::int64_t id = db.last_id();
    write(db, id, 1, session);
    audit_new(db, "sessions", id, stamp);
    return {{id, 1, stamp.now_us, stamp.who}, session, 0};
}

std::optional<SessionRow> find_session(Connection& db, std::int64_t id, std::int64_t now_us) {
    auto rows = db.query(select() + "WHERE id = ?", now_us, id);
    if (!rows.step()) return std::nullopt;
    return row_of(db, rows);
}

SessionRow update_session(Connection& db, const Stamp& stamp, SessionRow row) {
    const Audit audit(db, "sessions", row.head.id);
    write(db, row.head.id, ++row.head.version, row.session);
    audit.write(stamp);
    return row;
}

std::vector<SessionRow> sessions_between(Connection& db, const std::string& track, std::int64_t from_us,
                                         std::int64_t until_us, std::int64_t now_us) {
    std::vector<SessionRow> found;
    auto rows = db.query(select() +
                             "WHERE planned_start_us >= ? AND planned_start_us < ? AND (? = '' OR track = ?) "
                             "ORDER BY planned_start_us, id LIMIT ?",
                         now_us, from_us, until_us, track, track, sessions_listed_max);
    while (rows.step()) found.push_back(row_of(db, rows));
    return found;
}

}  // namespace chicane::centre::store
