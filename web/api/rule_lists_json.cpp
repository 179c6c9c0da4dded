#include "web/api/rule_lists_json.hpp"

#include <array>

#include "timing/official_words.hpp"
#include "timing/words.hpp"

namespace chicane::web::api {

namespace {

constexpr std::int64_t time_ms_max = 48 * 3'600'000;
constexpr std::int64_t count_max = 10'000;
constexpr std::size_t article_letters_max = 200;
constexpr std::size_t flags_max = timing::own_flags_max + 5;  ///< and one for each that is everybody's

void read_flag(Body& given, timing::FlagRule& rule) {
    given.require("flag");
    given.word("flag", rule.flag);
    given.text("name", rule.name, timing::flag_name_bytes_max);
    given.boolean("stops_clock", rule.stops_clock);
    given.boolean("laps_count", rule.laps_count);
    given.boolean("reports_overtakes", rule.reports_overtakes);
    std::optional<std::int64_t> level;
    given.maybe_integer("speed_level", level, 0, timing::speed_level_max);
    if (level) rule.speed_level = static_cast<std::uint8_t>(*level);
    given.word("lights", rule.lights);
    given.word("pit", rule.pit);
}

void read_value(Body& given, timing::PenaltyValue& value) {
    given.require("code");
    given.text("code", value.code, timing::penalty_code_bytes_max);
    given.text("from", value.from, 10);
    given.require("penalty");
    given.word("penalty", value.penalty);
    std::int64_t time_ms = 0;
    given.integer("time_ms", time_ms, 0, time_ms_max);
    given.integer("count", value.amount, 1, count_max);
    if (timing::measure_of(value.penalty) == timing::Measure::time) value.amount = time_ms * 1000;
    given.text("article", value.article, article_letters_max);
}

void write_flag(feed::JsonText& json, const timing::FlagRule& rule) {
    json.begin_object().key("flag").text(timing::word(rule.flag)).key("name").text(rule.name);
    json.key("stops_clock").boolean(rule.stops_clock).key("laps_count").boolean(rule.laps_count);
    json.key("reports_overtakes").boolean(rule.reports_overtakes).key("speed_level").maybe(rule.speed_level);
    json.key("lights").text(timing::word(rule.lights)).key("pit").text(timing::word(rule.pit)).end_object();
}

void write_value(feed::JsonText& json, const timing::PenaltyValue& value) {
    json.begin_object().key("code").text(value.code).key("from").text(value.from);
    json.key("penalty").text(timing::word(value.penalty));
    const timing::Measure measure = timing::measure_of(value.penalty);
    if (measure == timing::Measure::time) json.key("time_ms").integer(value.amount / 1000);
    if (measure == timing::Measure::count) json.key("count").integer(value.amount);
    json.key("article").text(value.article).end_object();
}

}  // namespace

void write_rule_lists(feed::JsonText& json, const timing::Rules& rules) {
    json.key("flags").begin_array();
    for (const timing::FlagRule& rule : rules.flags) write_flag(json, rule);
    json.end_array().key("penalty_values").begin_array();
    for (const timing::PenaltyValue& value : rules.penalty_values) write_value(json, value);
    json.end_array();
}

void read_rule_lists(Body& rules, timing::Rules& into) {
    if (rules.has("flags")) {
        into.flags.clear();
        for (Body& given : rules.objects("flags", flags_max)) read_flag(given, into.flags.emplace_back());
    }
    if (rules.has("penalty_values")) {
        into.penalty_values.clear();
        for (Body& given : rules.objects("penalty_values", timing::penalty_values_max))
            read_value(given, into.penalty_values.emplace_back());
    }
}

}  // namespace chicane::web::api
