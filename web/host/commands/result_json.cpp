#include "web/host/commands/result_json.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <optional>

#include "timing/words.hpp"
#include "web/host/commands/endurance_json.hpp"

namespace chicane::web::host {

namespace {

namespace json = boost::json;

template <class Number>
json::value or_null(const std::optional<Number>& number) {
    return number ? json::value(*number) : json::value(nullptr);
}

json::string_view word(auto value) {
    const std::string_view text = timing::word(value);
    return {text.data(), text.size()};
}

json::object row_json(const sessions::ClassifiedRow& row) {
    return {{"position", row.position},
            {"number", row.number},
            {"name", row.name},
            {"status", word(row.status)},
            {"laps", row.laps},
            {"total_us", or_null(row.total_us)},
            {"best_us", or_null(row.best_us)},
            {"best_lap", or_null(row.best_lap)},
            {"average_us", or_null(row.average_us)},
            {"last_us", or_null(row.last_us)},
            {"gap_us", or_null(row.gap.us)},
            {"gap_laps", or_null(row.gap.laps)},
            {"interval_us", or_null(row.interval.us)},
            {"interval_laps", or_null(row.interval.laps)}};
}

/// Somebody decided something, or somebody who ran is not classified.
bool is_decided(const sessions::Result& result) {
    return !result.decisions.empty() ||
           std::ranges::any_of(result.classification, [](const sessions::ClassifiedRow& row) {
               return row.classified != row.total_us.has_value();
           });
}

void add_decided(json::object& made, const sessions::ClassifiedRow& row) {
    made["classified"] = row.classified;
    made["penalty_us"] = row.penalty_us;
    made["penalty_laps"] = row.penalty_laps;
}

json::array passings_json(const std::vector<sessions::ResultPassing>& passings) {
    json::array made;
    made.reserve(passings.size());
    for (std::size_t i = 0; i < passings.size(); ++i) {
        made.push_back(json::object{{"index", i},
                                    {"number", or_null(passings[i].number)},
                                    {"transponder", passings[i].transponder.value},
                                    {"verdict", word(passings[i].verdict)}});
    }
    return made;
}

/// Numbers, the first to go first.
json::array restart_json(const sessions::Result& result) {
    json::array made;
    for (const timing::EntrantId entrant : result.restart) {
        const auto row = std::ranges::find(result.classification, entrant, &sessions::ClassifiedRow::entrant);
        if (row != result.classification.end()) made.push_back(json::value(row->number));
    }
    return made;
}

json::array decisions_json(const sessions::Result& result) {
    json::array made;
    for (const sessions::DecisionMade& decision : result.decisions) {
        const auto row = std::ranges::find(result.classification, decision.entrant, &sessions::ClassifiedRow::entrant);
        json::object each{{"decision", decision.number},
                          {"number", row == result.classification.end() ? "" : row->number},
                          {"penalty", word(decision.penalty)},
                          {"amount", decision.amount},
                          {"served", decision.served}};
        if (decision.provisional) each["provisional"] = true;
        if (!decision.code.empty()) each["code"] = decision.code;
        made.push_back(std::move(each));
    }
    return made;
}

}  // namespace

std::string result_json(const sessions::Result& result) {
    json::array classification;
    const bool decided = is_decided(result);
    for (const sessions::ClassifiedRow& row : result.classification) {
        json::object made = row_json(row);
        if (decided) add_decided(made, row);
        classification.push_back(std::move(made));
    }
    json::array laps;
    laps.reserve(result.laps.size());
    for (const sessions::ResultLap& lap : result.laps) {
        laps.push_back(
            json::object{{"number", lap.number}, {"lap", lap.lap}, {"time_us", lap.time_us}, {"at_us", lap.at.us}});
    }
    json::object document{{"state", word(result.state)},
                          {"classification", std::move(classification)},
                          {"laps", std::move(laps)},
                          {"passings", passings_json(result.passings)}};
    if (decided) document["decisions"] = decisions_json(result);
    if (!result.teams.empty()) document["teams"] = teams_json(result);
    if (!result.teams.empty() || !result.proposed.empty()) document["proposed"] = proposed_json(result);
    if (!result.restart.empty()) document["restart"] = restart_json(result);
    if (!result.exit_traffic.empty()) {
        json::array near;
        for (const sessions::ResultNear& each : result.exit_traffic)
            near.push_back(json::object{{"number", each.number}, {"us", each.us}});
        document["exit_traffic"] = std::move(near);
    }
    if (result.run_percent) {
        document["run_percent"] = *result.run_percent;
        document["full"] = result.full;
    }
    return json::serialize(document);
}

}  // namespace chicane::web::host
