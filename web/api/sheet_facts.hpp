// What race control knows of a session for its sheets.
#pragma once

#include <string>

#include "sessions/conductor/conductor.hpp"
#include "web/sheets/facts.hpp"

namespace chicane::web::api {

/// On the timing thread. False: it does not know the session.
bool read_facts(const sessions::conductor::Conductor& conductor, const std::string& session, sheets::Facts& into);

}  // namespace chicane::web::api
