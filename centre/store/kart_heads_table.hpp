// What makes a kart an aggregate: its id, version and maker. The machine itself is in the journal's register. On the writer's thread.
#pragma once

#include <expected>
#include <optional>

#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"

namespace chicane::centre::store {

/// A new id, above all that were ever given and above `above`, the highest that the register knows.
Head add_kart_head(Connection& db, const Stamp& stamp, std::int64_t above);
/// A kart that came with the journal alone has version 1.
Head kart_head(Connection& db, std::int64_t id);
/// The next version, for whoever has the current one.
std::expected<Head, Refusal> raise_kart_version(Connection& db, const Stamp& stamp, std::int64_t id,
                                                std::int64_t version);

}  // namespace chicane::centre::store
