// A session's result for the API: the document of `chicane replay`, with the entrant's id in each row. Without an account there are
// public names and no passings.
#pragma once

#include <cstdint>
#include <string>

#include "sessions/result.hpp"

namespace chicane::web::api {

enum class Names { full, of_public };

/// `to_host_us`: from the track's time to the world's, which events name and so the stops and stints of teams.
std::string result_json(const sessions::Result& result, Names names, std::int64_t to_host_us);

}  // namespace chicane::web::api
