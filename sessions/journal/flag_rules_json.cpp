#include "sessions/journal/flag_rules_json.hpp"

#include "sessions/journal/json_values.hpp"

namespace chicane::sessions::journal {

json::array flag_rules_json(const std::vector<timing::FlagRule>& rules) {
    json::array made;
    for (const timing::FlagRule& rule : rules) {
        json::object each{{"flag", word(rule.flag)}};
        if (!rule.name.empty()) each["name"] = rule.name;
        if (rule.stops_clock) each["stops_clock"] = true;
        if (!rule.laps_count) each["laps_count"] = false;
        if (rule.reports_overtakes) each["reports_overtakes"] = true;
        if (rule.speed_level) each["speed_level"] = *rule.speed_level;
        if (rule.lights != timing::Lights::unset) each["lights"] = word(rule.lights);
        if (rule.pit != timing::PitLane::unset) each["pit"] = word(rule.pit);
        made.push_back(std::move(each));
    }
    return made;
}

std::vector<timing::FlagRule> flag_rules_from(const json::array& rules) {
    std::vector<timing::FlagRule> made;
    for (const json::value& value : rules) {
        const json::object& each = value.as_object();
        timing::FlagRule& rule = made.emplace_back();
        rule.flag = from<timing::Flag>(each.at("flag"));
        if (const auto* name = each.if_contains("name")) rule.name = text_of(*name);
        rule.stops_clock = each.contains("stops_clock");
        rule.laps_count = !each.contains("laps_count");
        rule.reports_overtakes = each.contains("reports_overtakes");
        if (const auto* level = each.if_contains("speed_level")) rule.speed_level = number_of<std::uint8_t>(*level);
        if (const auto* lights = each.if_contains("lights")) rule.lights = from<timing::Lights>(*lights);
        if (const auto* pit = each.if_contains("pit")) rule.pit = from<timing::PitLane>(*pit);
    }
    return made;
}

json::array penalty_values_json(const std::vector<timing::PenaltyValue>& values) {
    json::array made;
    for (const timing::PenaltyValue& value : values)
        made.push_back({{"code", value.code},
                        {"from", value.from},
                        {"penalty", word(value.penalty)},
                        {"amount", value.amount},
                        {"article", value.article}});
    return made;
}

std::vector<timing::PenaltyValue> penalty_values_from(const json::array& values) {
    std::vector<timing::PenaltyValue> made;
    for (const json::value& value : values)
        made.push_back({text_of(value.at("code")), text_of(value.at("from")),
                        from<timing::Penalty>(value.at("penalty")), value.at("amount").as_int64(),
                        text_of(value.at("article"))});
    return made;
}

}  // namespace chicane::sessions::journal
