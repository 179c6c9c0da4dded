// Opens a database of Chicane's: ours and not somebody else's, not of a newer version, brought up to date step by step, with a copy
// of the file before each step. Whatever is wrong is one line, and then nothing was changed.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace chicane::sessions::journal {

/// What a file of a kind is made of: step n brings it from version n - 1 to n. Forward only.
struct DatabaseKind {
    std::string_view name;  ///< for people: "journal"
    std::int32_t application_id = 0;
    std::span<const std::string_view> migrations;
};

/// Write-ahead log, synchronous FULL: what is committed survives a power cut.
std::expected<std::unique_ptr<SQLite::Database>, std::string> open_database(const std::string& path,
                                                                            const DatabaseKind& kind);

/// For reading beside a writer; the file must be there.
std::expected<std::unique_ptr<SQLite::Database>, std::string> open_for_reading(const std::string& path,
                                                                               const DatabaseKind& kind);

/// A consistent copy while others write; `to` must not exist.
std::expected<void, std::string> copy_database(const std::string& from, const std::string& to);

}  // namespace chicane::sessions::journal
