#include "web/api/session_json.hpp"

#include <algorithm>

#include "sessions/rules/check.hpp"
#include "sessions/rules/defaults.hpp"
#include "timing/endurance_fields.hpp"
#include "timing/words.hpp"
#include "web/api/head_json.hpp"
#include "web/api/rule_lists_json.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::store::SeatRow;
using centre::store::SessionRow;
using feed::JsonText;

constexpr std::int64_t ms_us = 1'000;
constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t lap_ms_max = 24 * 3'600'000;
constexpr std::int64_t time_s_max = 48 * 3'600;
constexpr std::int64_t laps_max = 10'000;

/// A time is whole seconds here.
std::string key_of(const timing::EnduranceField& field) { return std::string(field.name) + (field.us ? "_s" : ""); }

void write_endurance(JsonText& json, const timing::Endurance& endurance) {
    json.key("endurance").begin_object();
    for (const timing::EnduranceField& field : timing::endurance_fields)
        json.key(key_of(field)).integer(field.us ? endurance.*field.us / second_us : endurance.*field.count);
    json.end_object();
}

void write_rules(JsonText& json, const timing::Rules& rules) {
    json.key("rules").begin_object();
    json.key("start").text(timing::word(rules.start)).key("first_crossing").text(timing::word(rules.first_crossing));
    json.key("rank").text(timing::word(rules.rank)).key("open").boolean(rules.open);
    json.key("min_lap_ms").integer(rules.min_lap_us / ms_us).key("max_lap_ms").integer(rules.max_lap_us / ms_us);
    json.key("pair_window_ms").integer(rules.pair_window_us / ms_us);
    json.key("merge_window_ms").integer(rules.merge_window_us / ms_us);
    json.key("red_lap").text(timing::word(rules.red.lap)).key("red_restart").text(timing::word(rules.red.restart));
    json.key("red_stops_clock").boolean(rules.red.stops_clock);
    json.key("red_full_percent").integer(rules.red.full_percent);
    json.key("classified_percent").integer(rules.classified_percent);
    json.key("false_start_s").integer(rules.false_start_us / second_us).key("serve_laps").integer(rules.serve_laps);
    write_rule_lists(json, rules);
    write_endurance(json, rules.endurance);
    const timing::End& end = rules.end;
    json.key("end").begin_object().key("laps").integer(end.laps).key("time_s").integer(end.time_us / second_us);
    json.key("plus_laps").integer(end.plus_laps).key("priority").text(timing::word(end.priority));
    json.key("how").text(timing::word(end.how)).key("grace_s").integer(end.grace_us / second_us);
    json.end_object().end_object();
}

void write_rule_set(JsonText& json, const SessionRow& row) {
    const auto& used = row.session.rule_set;
    if (!used) return;
    json.key("rule_set").begin_object().key("id").text(wire_id(rule_set_prefix, used->id));
    json.key("name").text(row.rule_set_name.value_or("")).key("number").integer(used->number);
    json.key("changed").boolean(used->changed).end_object();
}

void write_session(JsonText& json, const SessionRow& row, const Race& race) {
    const auto& session = row.session;
    write_head(json, session_prefix, row.head);
    json.key("track").text(session.track).key("name").text(session.name).key("kind");
    json.text(timing::word(session.rules.kind)).key("planned_start_us").integer(session.planned_start_us);
    json.key("duration_s").integer(session.duration_s).key("capacity").integer(session.capacity);
    json.key("seats_taken").integer(row.seats_taken);
    write_rules(json, session.rules);
    write_rule_set(json, row);
    json.key("phase").text(phase_word(row, race));
    const auto* life = race.life(row.head.id);
    const auto at = [](const std::optional<timing::HostTime>& time) {
        return time ? std::optional(time->us) : std::nullopt;
    };
    json.key("started_at_us").maybe(life ? at(life->started_at) : std::nullopt);
    json.key("finished_at_us").maybe(life ? at(life->finished_at) : std::nullopt);
    if (life && life->official) json.key("official_at_us").integer(life->official->at.us);
}

void read_ms(Body& body, std::string_view key, std::int64_t& into_us) {
    std::int64_t ms = into_us / ms_us;
    body.integer(key, ms, 0, lap_ms_max);
    if (body.has(key)) into_us = ms * ms_us;
}

void read_s(Body& body, std::string_view key, std::int64_t& into_us) {
    std::int64_t s = into_us / second_us;
    body.integer(key, s, 0, time_s_max);
    if (body.has(key)) into_us = s * second_us;
}

void read_endurance(Body given, timing::Endurance& endurance) {
    for (const timing::EnduranceField& field : timing::endurance_fields) {
        if (field.us) {
            read_s(given, key_of(field), endurance.*field.us);
        } else {
            given.integer(key_of(field), endurance.*field.count, 0, field.count_max);
        }
    }
}

/// `session.first_crossing` of a SPEC is `/rules/first_crossing` here.
std::string pointer_of(std::string_view key) {
    if (key.starts_with("session.")) return "/rules/" + std::string(key.substr(std::string_view("session.").size()));
    if (key.starts_with("endurance."))
        return "/rules/endurance/" + std::string(key.substr(std::string_view("endurance.").size()));
    if (key.starts_with("end.")) return "/rules/end/" + std::string(key.substr(std::string_view("end.").size()));
    if (key == "flag") return "/rules/flags";
    if (key == "penalty_value") return "/rules/penalty_values";
    std::string pointer = "/" + std::string(key);
    std::ranges::replace(pointer, '.', '/');
    return pointer;
}

}  // namespace

std::string_view phase_word(const SessionRow& row, const Race& race) {
    if (row.session.cancelled) return "cancelled";
    const auto* life = race.life(row.head.id);
    // Days later it is past, whether it was driven or not.
    if (!life) return row.session.planned_start_us < race.remembers_from_us ? "closed" : "planned";
    switch (life->phase) {
        case Race::Phase::staged:
            return "planned";
        case Race::Phase::armed:
            return "armed";
        case Race::Phase::running:
            return "running";
        case Race::Phase::finishing:
            return "finishing";
        case Race::Phase::finished:
            return "finished";
        case Race::Phase::closed:
            return "closed";
    }
    return "";
}

std::string session_json(const SessionRow& row, const Race& race) {
    JsonText json;
    json.begin_object();
    write_session(json, row, race);
    return json.end_object().take();
}

std::string plan_json(const Plan& plan, const Race& race) {
    std::string text = session_json(plan.session, race);
    text.back() = ',';
    text += "\"seats\":[";
    bool first = true;
    for (const std::string& entrant : entrants_json(plan, race)) {
        text += (first ? "" : ",") + entrant;
        first = false;
    }
    return text + "]}";
}

std::string entrant_json(const SeatRow& seat, std::optional<int> grid, centre::customers::Date day, const Race& race) {
    const std::string number = number_of(seat, race);
    JsonText json;
    json.begin_object();
    write_head(json, entrant_prefix, seat.head);
    json.key("number").text(number).key("name").text(name_of(seat));
    json.key("public_name").text(public_name_of(seat, number, day));
    write_id(json, "customer", customer_prefix, seat.customer);
    write_id(json, "kart", kart_prefix, seat.kart);
    json.key("transponders").begin_array();
    for (const std::int64_t tag : seat.transponders) json.integer(tag);
    for (const auto& tag : race.tags) {
        const auto* holder = std::get_if<timing::EntrantId>(&tag.holder);
        const auto number_of_tag = static_cast<std::int64_t>(tag.transponder.value);
        if (holder && holder->value == seat.head.id &&
            !(std::ranges::find(seat.transponders, number_of_tag) != seat.transponders.end()))
            json.integer(number_of_tag);
    }
    json.end_array().key("drivers").begin_array();
    for (const auto& driver : seat.drivers) {
        json.begin_object().key("id").text(wire_id(driver_prefix, driver.id)).key("name").text(driver.name);
        json.key("public_name").text(public_name_of(driver)).key("weight_kg").integer(driver.weight_kg);
        json.key("transponder").maybe(driver.transponder).end_object();
    }
    json.end_array().key("seat").text(wire_id(seat_prefix, seat.head.id));
    json.key("session").text(wire_id(session_prefix, seat.session));
    json.key("state").text(centre::bookings::word(seat.state)).key("grid").maybe(grid);
    return json.end_object().take();
}

std::vector<std::string> entrants_json(const Plan& plan, const Race& race) {
    std::vector<std::string> each;
    int grid = 0;
    for (const SeatRow& seat : plan.seats) each.push_back(entrant_json(seat, ++grid, plan.day, race));
    return each;
}

std::string rules_text(const timing::Rules& rules) {
    JsonText json;
    json.begin_object().key("kind").text(timing::word(rules.kind));
    write_rules(json, rules);
    return json.end_object().take();
}

timing::Rules rules_from(const std::string& text) {
    timing::Rules rules;
    if (auto body = Body::of_text(text)) {
        body->word("kind", rules.kind);
        rules = sessions::rules::defaults(rules.kind);
        read_rules(*body, rules);
    }
    return rules;
}

void read_rules(Body& body, timing::Rules& rules) {
    Body given = body.object("rules");
    given.word("start", rules.start);
    given.word("first_crossing", rules.first_crossing);
    given.word("rank", rules.rank);
    given.boolean("open", rules.open);
    read_ms(given, "min_lap_ms", rules.min_lap_us);
    read_ms(given, "max_lap_ms", rules.max_lap_us);
    read_ms(given, "pair_window_ms", rules.pair_window_us);
    read_ms(given, "merge_window_ms", rules.merge_window_us);
    given.word("red_lap", rules.red.lap);
    given.word("red_restart", rules.red.restart);
    given.boolean("red_stops_clock", rules.red.stops_clock);
    given.integer("red_full_percent", rules.red.full_percent, 0, 100);
    given.integer("classified_percent", rules.classified_percent, 0, 100);
    read_s(given, "false_start_s", rules.false_start_us);
    given.integer("serve_laps", rules.serve_laps, 0, laps_max);
    read_rule_lists(given, rules);
    read_endurance(given.object("endurance"), rules.endurance);
    Body end = given.object("end");
    end.integer("laps", rules.end.laps, 0, laps_max);
    read_s(end, "time_s", rules.end.time_us);
    end.integer("plus_laps", rules.end.plus_laps, 0, laps_max);
    end.word("priority", rules.end.priority);
    end.word("how", rules.end.how);
    read_s(end, "grace_s", rules.end.grace_us);
}

std::optional<http::Response> setup_refusal(const Call& call, const sessions::Setup& setup) {
    const auto fault = sessions::rules::check(setup);
    if (!fault) return std::nullopt;
    const std::string pointer = pointer_of(fault->key);
    const std::string what(fault->what);
    return problem(call, 422, "bad_setup",
                   {pointer + " " + what, pointer + " : ces règles ou ces engagés ne vont pas ensemble"},
                   "\"pointer\":\"" + pointer + "\"");
}

}  // namespace chicane::web::api
