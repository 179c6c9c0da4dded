// What needs no account: health, the tracks and their boards.
#pragma once

#include "web/api/api.hpp"
#include "web/host/config.hpp"
#include "web/host/feeds.hpp"
#include "web/host/timing_thread.hpp"
#include "web/http/router.hpp"

namespace chicane::web::host {

/// All that is handed in outlives the server.
void add_public_routes(http::Router& router, const Config& config, Feeds& feeds, const TimingThread& timing);

}  // namespace chicane::web::host
