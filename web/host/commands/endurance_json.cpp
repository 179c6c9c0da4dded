#include "web/host/commands/endurance_json.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "timing/words.hpp"

namespace chicane::web::host {

namespace {

namespace json = boost::json;

json::value us_or_null(const std::optional<timing::DecoderTime>& at) {
    return at ? json::value(at->us) : json::value(nullptr);
}

json::value driver_json(const std::vector<sessions::DriverSetup>& drivers, const std::optional<timing::DriverId>& id) {
    if (!id) return nullptr;
    const auto driver = std::ranges::find(drivers, *id, &sessions::DriverSetup::id);
    return driver == drivers.end() ? json::value(nullptr) : json::value(driver->name);
}

json::object team_json(const sessions::ResultTeam& team) {
    const timing::EnduranceRow& row = team.row;
    json::array stops, stints, drivers;
    for (const timing::Stop& stop : row.stops) {
        json::object each{{"in_us", stop.in.us},
                          {"out_us", us_or_null(stop.out)},
                          {"lap", stop.lap},
                          {"guessed", stop.guessed},
                          {"joker", stop.joker}};
        if (stop.box_us) each["box_us"] = *stop.box_us;
        if (stop.refuel) each["refuel"] = true;
        if (stop.swapped) each["swapped"] = true;
        stops.push_back(std::move(each));
    }
    for (const timing::Stint& stint : row.stints) {
        stints.push_back(json::object{{"from_us", stint.from.us},
                                      {"until_us", us_or_null(stint.until)},
                                      {"driver", driver_json(team.drivers, stint.driver)}});
    }
    for (const timing::DriverTime& time : row.driver_times)
        drivers.push_back(json::object{{"driver", driver_json(team.drivers, time.driver)}, {"us", time.us}});
    json::object made{{"number", team.number},
                      {"stops", std::move(stops)},
                      {"stints", std::move(stints)},
                      {"drivers", std::move(drivers)},
                      {"stops_done", row.stops_done},
                      {"stops_owed", row.stops_owed},
                      {"stint_us", row.stint_us ? json::value(*row.stint_us) : json::value(nullptr)},
                      {"until_limit_us", row.until_limit_us ? json::value(*row.until_limit_us) : json::value(nullptr)},
                      {"virtual_position", row.virtual_position}};
    if (row.refuels_owed > 0) made["refuels_owed"] = row.refuels_owed;
    if (row.handicap_us > 0) made["handicap_us"] = row.handicap_us;
    if (row.ballast_kg) made["ballast_kg"] = *row.ballast_kg;
    return made;
}

}  // namespace

json::array teams_json(const sessions::Result& result) {
    json::array made;
    for (const sessions::ResultTeam& team : result.teams) made.push_back(team_json(team));
    return made;
}

json::array proposed_json(const sessions::Result& result) {
    json::array made;
    for (const sessions::ResultBreach& its : result.proposed) {
        const timing::Breach& breach = its.breach;
        const std::string_view kind = timing::word(breach.kind);
        json::object each{{"kind", json::string_view(kind.data(), kind.size())},
                          {"number", its.number},
                          {"driver", driver_json(its.drivers, breach.driver)},
                          {"at_us", breach.at.us},
                          {"amount", breach.amount}};
        if (breach.other) each["other"] = its.other;
        made.push_back(std::move(each));
    }
    return made;
}

}  // namespace chicane::web::host
