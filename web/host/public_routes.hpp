// What the server answers besides the API: health, the tracks, their boards and live feeds for everybody, the control feed for accounts.
#pragma once

#include "web/api/api.hpp"
#include "web/host/config.hpp"
#include "web/host/feeds.hpp"
#include "web/host/timing_thread.hpp"
#include "web/http/router.hpp"
#include "web/http/server.hpp"

namespace chicane::web::host {

/// All that is handed in outlives the server.
void add_public_routes(http::Router& router, const Config& config, Feeds& feeds, const TimingThread& timing);
void add_live_feeds(http::Server& server, Feeds& feeds);
void add_control_feeds(http::Server& server, Feeds& feeds, const api::Api& api);

}  // namespace chicane::web::host
