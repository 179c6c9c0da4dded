#include "web/api/outcome_json.hpp"

#include "timing/words.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {

namespace {

void write_standing(feed::JsonText& json, const timing::Row& row) {
    json.begin_object().key("position").integer(row.position).key("laps").integer(row.laps);
    json.key("best_us").maybe(row.best_us).key("total_us").maybe(row.total_us);
    json.key("gap_us").maybe(row.gap.us).key("gap_laps").maybe(row.gap.laps);
    json.key("state").text(timing::word(row.state)).end_object();
}

/// Only of a preview, and only where it changes somebody's row.
void write_changed(feed::JsonText& json, const sessions::conductor::Done& done) {
    if (done.if_ended) json.key("if_ended").boolean(true);
    if (done.changed.empty()) return;
    json.key("changed").begin_array();
    for (const auto& row : done.changed) {
        json.begin_object().key("entrant").text(wire_id(entrant_prefix, row.after.id.value));
        json.key("number").text(row.after.number);
        write_standing(json.key("before"), row.before);
        write_standing(json.key("after"), row.after);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_outcome(feed::JsonText& json, const sessions::conductor::Done& done) {
    json.begin_object().key("seq").integer(static_cast<std::int64_t>(done.seq)).key("moved").begin_array();
    for (const auto& row : done.moved) {
        json.begin_object().key("number").text(row.number).key("from").integer(row.from);
        json.key("to").integer(row.to).end_object();
    }
    json.end_array();
    write_changed(json, done);
}

http::Response outcome_answer(const Call& call, const sessions::conductor::Outcome& outcome) {
    if (!outcome) return refused(call, outcome.error());
    feed::JsonText json;
    write_outcome(json, *outcome);
    return ok(json.end_object().take());
}

}  // namespace chicane::web::api
