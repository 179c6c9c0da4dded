#include "web/api/rule_sets.hpp"

#include "centre/store/store.hpp"
#include "sessions/rules/shipped.hpp"
#include "web/api/head_json.hpp"
#include "web/api/session_json.hpp"

namespace chicane::web::api {
namespace {

using centre::store::RuleSetRow;
using centre::store::RuleSetVersion;
using feed::JsonText;

/// What the text says, without its braces: `"kind":…,"rules":{…}`.
std::string_view inside(const std::string& rules) { return std::string_view(rules).substr(1, rules.size() - 2); }

std::string version_json(const RuleSetVersion& version) {
    JsonText json;
    json.begin_object().key("number").integer(version.number).key("valid_from").text(text_of(version.valid_from));
    json.key("created_at_us").integer(version.created_at_us).key("created_by").text(version.created_by);
    json.key("duration_s").integer(version.duration_s).key("capacity").integer(version.capacity);
    std::string text = json.end_object().take();
    text.back() = ',';
    return text.append(inside(version.rules)) + "}";
}

}  // namespace

std::string rule_set_json(const RuleSetRow& row, centre::customers::Date day) {
    const RuleSetVersion& now = row.on(day);
    JsonText json;
    json.begin_object();
    write_head(json, rule_set_prefix, row.head);
    json.key("name").text(row.name).key("number").integer(now.number).key("valid_from").text(text_of(now.valid_from));
    json.key("duration_s").integer(now.duration_s).key("capacity").integer(now.capacity);
    json.key("retired").boolean(row.retired);
    std::string text = json.end_object().take();
    text.back() = ',';
    return text.append(inside(now.rules)) + "}";
}

std::string rule_set_versions_json(const RuleSetRow& row, centre::customers::Date day) {
    std::string text = rule_set_json(row, day);
    text.back() = ',';
    text += "\"versions\":[";
    for (const RuleSetVersion& version : row.versions)
        text += (version.number == row.versions.front().number ? "" : ",") + version_json(version);
    return text + "]}";
}

void take_rule_set(centre::bookings::Session& session, const RuleSetRow& row, centre::customers::Date day,
                   std::int64_t track_min_lap_us) {
    const RuleSetVersion& version = row.on(day);
    session.rules = rules_from(version.rules);
    if (session.rules.min_lap_us == 0) session.rules.min_lap_us = track_min_lap_us;
    session.duration_s = version.duration_s;
    session.capacity = version.capacity;
    session.rule_set = centre::bookings::RuleSetUsed{row.head.id, version.number, false};
}

void ship_rule_sets(centre::store::Store& store, bool french, std::int64_t now_us) {
    const auto work = [french, now_us](centre::store::Connection& db) {
        using centre::store::Verdict;
        if (centre::store::has_rule_sets(db)) return Verdict::undo;
        for (const auto& set : sessions::rules::shipped()) {
            RuleSetVersion version;
            version.duration_s = set.duration_s;
            version.capacity = set.capacity;
            version.rules = rules_text(set.rules);
            (void)insert_rule_set(db, {now_us, "chicane", ""}, std::string(french ? set.name_fr : set.name_en),
                                  version);
        }
        return Verdict::keep;
    };
    (void)store.write(work, [](centre::store::Ending) {});
}

}  // namespace chicane::web::api
