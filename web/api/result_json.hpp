// A session's result for the API: the document of `chicane replay`, with the entrant's id in each row. Without an account there are
// public names and no passings.
#pragma once

#include <string>

#include "sessions/result.hpp"

namespace chicane::web::api {

enum class Names { full, of_public };

std::string result_json(const sessions::Result& result, Names names);

}  // namespace chicane::web::api
