#include "web/api/team_json.hpp"

#include <algorithm>

#include "timing/words.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using feed::JsonText;
using sessions::ResultTeam;

std::optional<std::int64_t> us_of(const std::optional<timing::DecoderTime>& at, std::int64_t to_host_us) {
    return at ? std::optional(at->us + to_host_us) : std::nullopt;
}

void write_driver(JsonText& json, const std::optional<timing::DriverId>& driver) {
    json.key("driver");
    driver ? json.text(wire_id(driver_prefix, driver->value)) : json.null();
}

void write_team(JsonText& json, const ResultTeam& team, Names names, std::int64_t to_host_us) {
    const timing::EnduranceRow& row = team.row;
    json.begin_object().key("entrant").text(wire_id(entrant_prefix, team.entrant.value));
    json.key("number").text(team.number).key("drivers").begin_array();
    for (const timing::DriverTime& time : row.driver_times) {
        const auto who = std::ranges::find(team.drivers, time.driver, &sessions::DriverSetup::id);
        json.begin_object();
        write_driver(json, time.driver);
        json.key("name");
        if (who == team.drivers.end()) {
            json.null();  // taken off the entry since he drove
        } else {
            json.text(names == Names::full ? who->name : who->public_name);
        }
        json.key("us").integer(time.us).end_object();
    }
    json.end_array().key("stops").begin_array();
    for (const timing::Stop& stop : row.stops) {
        json.begin_object().key("in_us").integer(stop.in.us + to_host_us);
        json.key("out_us").maybe(us_of(stop.out, to_host_us));
        json.key("lap").integer(stop.lap).key("guessed").boolean(stop.guessed);
        json.key("joker").boolean(stop.joker);
        json.key("refuel").boolean(stop.refuel).key("swapped").boolean(stop.swapped);
        if (stop.box_us) json.key("box_us").integer(*stop.box_us);
        json.end_object();
    }
    json.end_array().key("stints").begin_array();
    for (const timing::Stint& stint : row.stints) {
        json.begin_object().key("from_us").integer(stint.from.us + to_host_us);
        json.key("until_us").maybe(us_of(stint.until, to_host_us));
        write_driver(json, stint.driver);
        json.end_object();
    }
    json.end_array().key("stops_done").integer(row.stops_done).key("stops_owed").integer(row.stops_owed);
    json.key("stint_us").maybe(row.stint_us).key("until_limit_us").maybe(row.until_limit_us);
    json.key("refuels_owed").integer(row.refuels_owed).key("handicap_us").integer(row.handicap_us);
    json.key("ballast_kg").maybe(row.ballast_kg);
    json.key("virtual_position").integer(row.virtual_position).end_object();
}

void write_breach(JsonText& json, const sessions::ResultBreach& its, std::int64_t to_host_us) {
    const timing::Breach& breach = its.breach;
    json.begin_object().key("kind").text(timing::word(breach.kind));
    json.key("entrant").text(wire_id(entrant_prefix, its.entrant.value)).key("number").text(its.number);
    write_driver(json, breach.driver);
    json.key("at_us").integer(breach.at.us + to_host_us).key("amount").integer(breach.amount);
    if (breach.other) json.key("other").text(its.other);
    json.end_object();
}

}  // namespace

void write_teams(JsonText& json, const sessions::Result& result, Names names, std::int64_t to_host_us) {
    if (!result.teams.empty()) {
        json.key("teams").begin_array();
        for (const ResultTeam& team : result.teams) write_team(json, team, names, to_host_us);
        json.end_array();
    }
    if (!result.exit_traffic.empty()) {
        json.key("exit_traffic").begin_array();
        for (const sessions::ResultNear& near : result.exit_traffic) {
            json.begin_object().key("entrant").text(wire_id(entrant_prefix, near.entrant.value));
            json.key("number").text(near.number).key("us").integer(near.us).end_object();
        }
        json.end_array();
    }
    if (names != Names::full || (result.teams.empty() && result.proposed.empty())) return;
    json.key("proposed").begin_array();
    for (const sessions::ResultBreach& breach : result.proposed) write_breach(json, breach, to_host_us);
    json.end_array();
}

}  // namespace chicane::web::api
