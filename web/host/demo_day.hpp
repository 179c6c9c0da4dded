// The demo's day as requests to the API: karts that have the simulated tags, drivers, sessions from now on, bookings. On the web
// thread; answers come while it runs.
#pragma once

#include <functional>
#include <string>

#include "web/host/config.hpp"
#include "web/http/router.hpp"

namespace chicane::web::host {

/// `failed` is told of the first request that was refused.
void plan_demo_day(const http::Router& router, const Config& config, const std::string& user,
                   const std::string& password, std::function<void(const std::string& what)> failed);

}  // namespace chicane::web::host
