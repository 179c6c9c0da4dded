// What a command of race control came to.
#pragma once

#include "sessions/conductor/command.hpp"
#include "web/api/answer.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {

/// `{"seq":…,"moved":[…]` with the object still open.
void write_outcome(feed::JsonText& json, const sessions::conductor::Done& done);

http::Response outcome_answer(const Call& call, const sessions::conductor::Outcome& outcome);

}  // namespace chicane::web::api
