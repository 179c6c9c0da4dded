// The steps from an empty file to today's tables: one numbered SQL file each, forward only. A file of somebody else's, or of a newer
// Chicane, is refused and not touched; a file that gets a step is copied first.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "centre/store/connection.hpp"

namespace chicane::centre::store {

struct Migration {
    std::string name;  ///< `0001_customers`
    std::string sql;
};

/// Generated from migrations/*.sql, in order.
std::vector<Migration> all_migrations();

inline constexpr std::int64_t application_id = 0x43484343;  ///< "CHCC": a Chicane centre

/// Brings the file up to the last of `steps`. The copy is `<path>.before-<n>`, n being the steps it had. One line where it cannot
/// be done; then nothing has changed.
std::expected<void, std::string> migrate(Connection& connection, const std::string& path,
                                         const std::vector<Migration>& steps);

}  // namespace chicane::centre::store
