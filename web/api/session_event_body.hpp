// The body of an event of a session: what officials did, as the command that race control carries out.
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "sessions/conductor/command.hpp"
#include "web/api/body.hpp"

namespace chicane::web::api {

struct SessionEvent {
    std::optional<sessions::conductor::Ask> ask;  ///< nothing for `arm`, which is two commands
    std::string why;                              ///< of a correction
};

/// Or 400 and 422.
std::expected<SessionEvent, http::Response> read_session_event(const Call& call, const std::string& session);

}  // namespace chicane::web::api
