#include "centre/store/rule_lists_table.hpp"

#include "timing/ensure.hpp"
#include "timing/words.hpp"

namespace chicane::centre::store {

namespace {

template <class Enum>
Enum value_of(const std::string& word) {
    const auto value = timing::from_word<Enum>(word);
    timing::ensure(value.has_value(), "a word that this program wrote is one that it reads");
    return *value;
}

}  // namespace

void read_rule_lists(Connection& db, std::int64_t session, timing::Rules& rules) {
    auto flags = db.query(
        "SELECT flag, name, stops_clock, laps_count, reports_overtakes, speed_level, lights, pit FROM session_flags "
        "WHERE session = ? ORDER BY place",
        session);
    while (flags.step()) {
        timing::FlagRule& rule = rules.flags.emplace_back();
        rule.flag = value_of<timing::Flag>(flags.text(0));
        rule.name = flags.text(1);
        rule.stops_clock = flags.integer(2) != 0;
        rule.laps_count = flags.integer(3) != 0;
        rule.reports_overtakes = flags.integer(4) != 0;
        if (const auto level = flags.maybe_integer(5)) rule.speed_level = static_cast<std::uint8_t>(*level);
        rule.lights = value_of<timing::Lights>(flags.text(6));
        rule.pit = value_of<timing::PitLane>(flags.text(7));
    }
    auto values = db.query(
        "SELECT code, from_day, penalty, amount, article FROM session_penalty_values WHERE session = ? ORDER BY place",
        session);
    while (values.step()) {
        rules.penalty_values.push_back({values.text(0), values.text(1), value_of<timing::Penalty>(values.text(2)),
                                        values.integer(3), values.text(4)});
    }
}

void write_rule_lists(Connection& db, std::int64_t session, const timing::Rules& rules) {
    db.execute("DELETE FROM session_flags WHERE session = ?", session);
    std::int64_t place = 0;
    for (const timing::FlagRule& rule : rules.flags) {
        const auto level = rule.speed_level ? std::optional<std::int64_t>(*rule.speed_level) : std::nullopt;
        db.execute("INSERT INTO session_flags VALUES(?,?,?,?,?,?,?,?,?,?)", session, place++, timing::word(rule.flag),
                   rule.name, rule.stops_clock, rule.laps_count, rule.reports_overtakes, level,
                   timing::word(rule.lights), timing::word(rule.pit));
    }
    db.execute("DELETE FROM session_penalty_values WHERE session = ?", session);
    place = 0;
    for (const timing::PenaltyValue& value : rules.penalty_values) {
        db.execute("INSERT INTO session_penalty_values VALUES(?,?,?,?,?,?,?)", session, place++, value.code, value.from,
                   timing::word(value.penalty), value.amount, value.article);
    }
}

}  // namespace chicane::centre::store
