// What needs no account: health, the tracks and their boards; and the figures for Prometheus, which need one from afar.
#pragma once

#include <functional>

#include "web/api/api.hpp"
#include "web/host/config.hpp"
#include "web/host/feeds.hpp"
#include "web/host/timing_thread.hpp"
#include "web/http/router.hpp"

namespace chicane::web::host {

/// All that is handed in outlives the server.
/// Whether the account of a request holds, for who is not on this machine.
using MayRead = std::function<bool(const http::Request&)>;
void add_metrics_route(http::Router& router, const Config& config, Feeds& feeds, const TimingThread& timing,
                       MayRead may_read);

void add_public_routes(http::Router& router, const Config& config, Feeds& feeds, const TimingThread& timing);

}  // namespace chicane::web::host
