// Seats held for a basket: a claim that ends by itself. front-desk.md B8. On the writer's thread.
#pragma once

#include <expected>

#include "centre/store/claims_table.hpp"

namespace chicane::centre::store {

struct HoldRow {
    Head head;
    std::int64_t session = 0;
    int qty = 0;
    std::int64_t expires_at_us = 0;
};

std::expected<HoldRow, Refusal> hold(Connection& db, const Stamp& stamp, std::int64_t session, int qty,
                                     const DayOf& day_of);
/// Fifteen minutes from now, never past an hour from its begin. hold_expired where it is gone.
std::expected<HoldRow, Refusal> renew_hold(Connection& db, const Stamp& stamp, std::int64_t id);
/// Gives its seats back and answers what it was; hold_expired where it is gone.
std::expected<HoldRow, Refusal> release_hold(Connection& db, const Stamp& stamp, std::int64_t id);

}  // namespace chicane::centre::store
