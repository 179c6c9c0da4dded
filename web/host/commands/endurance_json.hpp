// What `chicane replay` says of an endurance race: stops, stints, drivers, what is owed, which rules were broken. docs/replay.md.
#pragma once

#include <boost/json/array.hpp>

#include "sessions/result.hpp"

namespace chicane::web::host {

boost::json::array teams_json(const sessions::Result& result);
boost::json::array proposed_json(const sessions::Result& result);

}  // namespace chicane::web::host
