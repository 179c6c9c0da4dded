// Sessions as planned, as rows. On the writer's or a reader's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "centre/bookings/session.hpp"
#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t sessions_listed_max = 2'000;  ///< a month of the busiest track

struct SessionRow {
    Head head;
    bookings::Session session;
    int seats_taken = 0;  ///< seats and holds that still count, at the time that was asked for
    std::optional<std::string> rule_set_name = {};  ///< as it is called now
};

SessionRow insert_session(Connection& db, const Stamp& stamp, const bookings::Session& session);
std::optional<SessionRow> find_session(Connection& db, std::int64_t id, std::int64_t now_us);
/// Writes the row as it is given, with the next version.
SessionRow update_session(Connection& db, const Stamp& stamp, SessionRow row);

/// Of one track, or of all where it is empty; [from, until) by planned start, in its order.
std::vector<SessionRow> sessions_between(Connection& db, const std::string& track, std::int64_t from_us,
                                         std::int64_t until_us, std::int64_t now_us);

}  // namespace chicane::centre::store
