#include "web/api/outcome_json.hpp"

namespace chicane::web::api {

void write_outcome(feed::JsonText& json, const sessions::conductor::Done& done) {
    json.begin_object().key("seq").integer(static_cast<std::int64_t>(done.seq)).key("moved").begin_array();
    for (const auto& row : done.moved) {
        json.begin_object().key("number").text(row.number).key("from").integer(row.from);
        json.key("to").integer(row.to).end_object();
    }
    json.end_array();
}

http::Response outcome_answer(const Call& call, const sessions::conductor::Outcome& outcome) {
    if (!outcome) return refused(call, outcome.error());
    feed::JsonText json;
    write_outcome(json, *outcome);
    return ok(json.end_object().take());
}

}  // namespace chicane::web::api
