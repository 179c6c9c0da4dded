// What race control knows of a session for its sheets.
#pragma once

#include <string>

#include "sessions/conductor/conductor.hpp"
#include "web/sheets/facts.hpp"

namespace chicane::web::api {

/// On the timing thread. False: it does not know the session.
/// `with_result`: all laps of a day are copied on the timing thread, for sheets that show some.
bool read_facts(const sessions::conductor::Conductor& conductor, const std::string& session, bool with_result,
                sheets::Facts& into);

}  // namespace chicane::web::api
