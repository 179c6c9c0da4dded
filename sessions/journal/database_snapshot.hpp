// A database as it was at one moment, while others go on writing: the moment is open(), the copy may be made later. Two that are
// opened one right after the other show the two files as they were together. One thread.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "sessions/journal/database_file.hpp"

namespace chicane::sessions::journal {

class DatabaseSnapshot {
  public:
    /// Or one line that says why not.
    static std::expected<DatabaseSnapshot, std::string> open(const std::string& path, const DatabaseKind& kind);

    /// Makes the file `to`, page by page as it was, complete in itself; `to` must not exist.
    std::expected<void, std::string> copy_to(const std::string& to);

  private:
    explicit DatabaseSnapshot(std::unique_ptr<SQLite::Database> database) : database_(std::move(database)) {}
    std::unique_ptr<SQLite::Database> database_;  ///< inside a transaction that reads
};

/// SQLite's own check of a whole file, references included; one line where it is not sound.
std::optional<std::string> integrity_fault(const std::string& path, const DatabaseKind& kind);

}  // namespace chicane::sessions::journal
