// What counts against a session's capacity, and the one way to add to it: counted and inserted in the writer's transaction, so that
// no seat is sold twice; a trigger stands behind it. front-desk.md B1. On the writer's thread.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>

#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"

namespace chicane::centre::store {

/// Local days since 1970 of an instant: what "that day" means to a customer.
using DayOf = std::function<int(std::int64_t)>;

struct Wish {
    std::int64_t session = 0;
    int qty = 1;
    std::optional<std::int64_t> expires_at_us = std::nullopt;  ///< of a hold
};

/// The claim's id; or not_found, bad_state (cancelled), capacity_exceeded with what is free and what there is instead.
std::expected<std::int64_t, Refusal> claim(Connection& db, const Stamp& stamp, const Wish& wish, const DayOf& day_of);

/// Gives its seats back.
void release_claim(Connection& db, std::int64_t claim);

}  // namespace chicane::centre::store
