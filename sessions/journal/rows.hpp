// Entries as rows of journal.db, and back.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <expected>
#include <string>
#include <vector>

#include "sessions/conductor/entry.hpp"
#include "sessions/journal/database_file.hpp"

namespace chicane::sessions::journal {

const DatabaseKind& journal_kind();

/// The prepared statements of a writer.
class RowWriter {
  public:
    explicit RowWriter(SQLite::Database& database);
    void write(const conductor::Entry& entry);

  private:
    SQLite::Statement passing_;
    SQLite::Statement event_;
};

/// Events (all but passings), in order.
std::expected<std::vector<conductor::Entry>, std::string> read_events(SQLite::Database& database);
/// Passings from a number on, in order.
std::vector<conductor::Entry> read_passings(SQLite::Database& database, std::uint64_t from_seq);

}  // namespace chicane::sessions::journal
