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

/// Which rows: the SQL behind WHERE, and what stands for its question marks.
struct Where {
    std::string sql;
    std::vector<std::int64_t> numbers;
    std::vector<std::string> texts;  ///< bound after the numbers
};

/// Events (all but passings), in order.
std::expected<std::vector<conductor::Entry>, std::string> read_events(SQLite::Database& database, const Where& where);
/// Passings, in order.
std::vector<conductor::Entry> read_passings(SQLite::Database& database, const Where& where);

}  // namespace chicane::sessions::journal
