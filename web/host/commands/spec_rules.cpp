#include "web/host/commands/spec_rules.hpp"

#include "timing/official_words.hpp"

namespace chicane::web::host {

namespace {

constexpr std::int64_t count_max = 1'000'000;
constexpr std::int64_t day_ms = 86'400'000;

}  // namespace

std::int64_t read_amount(TomlTable& table, timing::Penalty penalty) {
    switch (timing::measure_of(penalty)) {
        case timing::Measure::time:
            return table.integer("time_ms", 0, day_ms) * 1000;
        case timing::Measure::count:
            return table.integer("count", 1, count_max);
        case timing::Measure::none:
            break;
    }
    return 0;
}

timing::FlagRule read_flag_rule(TomlTable& table) {
    timing::FlagRule rule;
    rule.flag = table.word<timing::Flag>("flag");
    rule.name = table.text_or_nothing("name");
    rule.stops_clock = table.boolean("stops_clock", rule.stops_clock);
    rule.laps_count = table.boolean("laps_count", rule.laps_count);
    rule.reports_overtakes = table.boolean("reports_overtakes", rule.reports_overtakes);
    if (table.has("speed_level"))
        rule.speed_level = static_cast<std::uint8_t>(table.integer("speed_level", 0, timing::speed_level_max));
    rule.lights = table.word<timing::Lights>("lights", rule.lights);
    rule.pit = table.word<timing::PitLane>("pit", rule.pit);
    return rule;
}

timing::PenaltyValue read_penalty_value(TomlTable& table) {
    timing::PenaltyValue value;
    value.code = table.text("code");
    value.from = table.text_or_nothing("from");
    value.penalty = table.word<timing::Penalty>("penalty");
    value.amount = read_amount(table, value.penalty);
    value.article = table.text_or_nothing("article");
    return value;
}

}  // namespace chicane::web::host
