// Arms a planned session: race control gets it as it is now, then opens its window. Both in one question to the timing thread, so
// that nothing comes between.
#pragma once

#include "web/api/service.hpp"

namespace chicane::web::api {

/// A preview of a session that race control does not know yet only says whether its set-up can be run.
void arm_session(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t session, bool dry_run,
                 std::function<void(sessions::conductor::Outcome)> then);

}  // namespace chicane::web::api
