// A session's result as the JSON document of the contract: keys in its order, null for what does not exist.
#pragma once

#include <string>

#include "sessions/result.hpp"

namespace chicane::web::host {

/// One line, without its end.
std::string result_json(const sessions::Result& result);

}  // namespace chicane::web::host
