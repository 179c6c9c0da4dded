// What needs no account: health, the tracks, their boards and live feeds.
#pragma once

#include "web/host/config.hpp"
#include "web/host/feeds.hpp"
#include "web/host/timing_thread.hpp"
#include "web/http/router.hpp"
#include "web/http/server.hpp"

namespace chicane::web::host {

/// All that is handed in outlives the server.
void add_public_routes(http::Router& router, const Config& config, Feeds& feeds, const TimingThread& timing);
void add_live_feeds(http::Server& server, Feeds& feeds);

}  // namespace chicane::web::host
