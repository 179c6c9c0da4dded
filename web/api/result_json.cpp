#include "web/api/result_json.hpp"

#include "timing/words.hpp"
#include "web/api/team_json.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {
namespace {

void write_row(feed::JsonText& json, const sessions::ClassifiedRow& row, Names names) {
    json.begin_object().key("entrant").text(wire_id(entrant_prefix, row.entrant.value));
    json.key("position").integer(row.position).key("number").text(row.number);
    json.key("name").text(names == Names::full ? row.name : row.public_name);
    json.key("status").text(timing::word(row.status)).key("laps").integer(row.laps);
    json.key("total_us").maybe(row.total_us).key("best_us").maybe(row.best_us).key("best_lap").maybe(row.best_lap);
    json.key("average_us").maybe(row.average_us).key("last_us").maybe(row.last_us);
    json.key("gap_us").maybe(row.gap.us).key("gap_laps").maybe(row.gap.laps);
    json.key("interval_us").maybe(row.interval.us).key("interval_laps").maybe(row.interval.laps);
    json.key("classified").boolean(row.classified).key("penalty_us").integer(row.penalty_us);
    json.key("penalty_laps").integer(row.penalty_laps).end_object();
}

void write_passings(feed::JsonText& json, const sessions::Result& result) {
    json.key("passings").begin_array();
    std::int64_t index = 0;
    for (const auto& passing : result.passings) {
        json.begin_object().key("index").integer(index++).key("seq").integer(
            static_cast<std::int64_t>(passing.sequence));
        json.key("number").maybe(passing.number);
        json.key("transponder").integer(static_cast<std::int64_t>(passing.transponder.value));
        json.key("verdict").text(timing::word(passing.verdict)).end_object();
    }
    json.end_array();
}

/// The foot-notes of the result.
void write_decisions(feed::JsonText& json, const sessions::Result& result, Names names) {
    json.key("decisions").begin_array();
    for (const auto& made : result.decisions) {
        json.begin_object().key("decision").integer(made.number);
        json.key("entrant").text(wire_id(entrant_prefix, made.entrant.value));
        json.key("penalty").text(timing::word(made.penalty)).key("amount").integer(made.amount);
        json.key("served").boolean(made.served).key("at_us").integer(made.at.us);
        if (names == Names::full) json.key("by").text(made.by);
        json.key("fact").text(made.fact).key("article").text(made.article);
        if (made.provisional) json.key("provisional").boolean(true);
        if (!made.code.empty()) json.key("code").text(made.code);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string result_json(const sessions::Result& result, Names names, std::int64_t to_host_us) {
    feed::JsonText json;
    json.begin_object().key("state").text(timing::word(result.state)).key("classification").begin_array();
    for (const auto& row : result.classification) write_row(json, row, names);
    json.end_array().key("laps").begin_array();
    for (const auto& lap : result.laps) {
        json.begin_object().key("entrant").text(wire_id(entrant_prefix, lap.entrant.value));
        json.key("number").text(lap.number).key("lap").integer(lap.lap);
        json.key("time_us").integer(lap.time_us).key("at_us").integer(lap.at.us).end_object();
    }
    json.end_array();
    if (result.official) {
        json.key("official").begin_object().key("at_us").integer(result.official->at.us);
        if (names == Names::full) json.key("by").text(result.official->by);
        json.end_object();
    }
    write_decisions(json, result, names);
    write_teams(json, result, names, to_host_us);
    if (!result.restart.empty()) {
        json.key("restart").begin_array();
        for (const timing::EntrantId entrant : result.restart) json.text(wire_id(entrant_prefix, entrant.value));
        json.end_array();
    }
    if (result.run_percent) json.key("run_percent").integer(*result.run_percent).key("full").boolean(result.full);
    if (names == Names::full) write_passings(json, result);
    return json.end_object().take();
}

}  // namespace chicane::web::api
