// The teams of an endurance race in a session's result: stops, stints, who drove how long, and which rules were broken.
#pragma once

#include "sessions/result.hpp"
#include "web/api/result_json.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {

/// `teams` and `proposed`; nothing where the session has no teams.
void write_teams(feed::JsonText& json, const sessions::Result& result, Names names);

}  // namespace chicane::web::api
