// What every aggregate says of itself first.
#pragma once

#include "centre/store/refusal.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {

inline void write_head(feed::JsonText& json, std::string_view prefix, const centre::store::Head& head) {
    json.key("id").text(wire_id(prefix, head.id)).key("version").integer(head.version);
    json.key("created_at_us").integer(head.created_at_us).key("created_by").text(head.created_by);
}

inline void write_id(feed::JsonText& json, std::string_view key, std::string_view prefix,
                     std::optional<std::int64_t> id) {
    json.key(key);
    id ? json.text(wire_id(prefix, *id)) : json.null();
}

}  // namespace chicane::web::api
