// Rates the days on which something was driven: each by the ratings from before it, from the results that the store keeps. A correction rates its day
// and those after it anew. docs/ratings.md. On the writer's thread.
#pragma once

#include <map>

#include "centre/store/ratings_table.hpp"
#include "web/api/calendar.hpp"

namespace chicane::web::api {

/// From the day of `from_us` to that of `until_us`, both included.
void rate_days(centre::store::Connection& db, const Calendar& calendar, std::int64_t from_us, std::int64_t until_us);

/// Paces of the karts of a track as the fair assignment takes them; nothing for a kart that is not rated.
std::map<std::int64_t, std::int64_t> kart_paces_ms(centre::store::Connection& db, const std::string& track,
                                                   std::int64_t now_us);

}  // namespace chicane::web::api
