// The teams of an endurance race in a session's result: stops, stints, who drove how long, and which rules were broken.
#pragma once

#include "sessions/result.hpp"
#include "web/api/result_json.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {

/// `teams` and, with full names, `proposed`: the public is told what officials decided. And whom one would meet at the pit exit. Nothing of what there is nothing to say. Times are the world's:
/// `to_host_us` is added to those of the track.
void write_teams(feed::JsonText& json, const sessions::Result& result, Names names, std::int64_t to_host_us);

}  // namespace chicane::web::api
