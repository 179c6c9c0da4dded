// Entries as rows of journal.db, and back.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <expected>
#include <string>
#include <vector>

#include "sessions/conductor/entry.hpp"
#include "sessions/journal/database_file.hpp"
#include "sessions/journal/seal.hpp"

namespace chicane::sessions::journal {

const DatabaseKind& journal_kind();

/// What a seal calls the two tables, and their columns in its order.
inline constexpr char passing_letter = 'p';
inline constexpr char event_letter = 'e';

/// Columns of a passing, in a seal's order; and how many of them a row has that was written before the rest were there: it has nothing
/// in the first of those.
inline constexpr int passing_columns = 22;
inline constexpr int passing_columns_before_quality = 21;
inline constexpr int passing_columns_before_clock = 14;

/// The prepared statements of a writer.
class RowWriter {
  public:
    explicit RowWriter(SQLite::Database& database);

    /// Entries in order, and the seal over them, in one transaction. Throws where the disk refuses; then nothing was written.
    template <class Entries>
    void commit(SQLite::Database& database, const Entries& entries) {
        SQLite::Transaction transaction(database);
        Seal seal(sum_);
        std::uint64_t last = 0;
        for (const auto& each : entries) {
            write(each.entry, seal);
            last = each.entry.seq;
        }
        std::string sum = write_seal(last, seal);
        transaction.commit();
        sum_ = std::move(sum);
    }

  private:
    void write(const conductor::Entry& entry, Seal& seal);
    void write_passing(const conductor::Entry& entry, const conductor::PassingKept& kept, Seal& seal);
    void write_event(const conductor::Entry& entry, Seal& seal);
    std::string write_seal(std::uint64_t seq, const Seal& seal);

    SQLite::Statement passing_;
    SQLite::Statement event_;
    SQLite::Statement seal_;
    std::string sum_;  ///< of the last seal on disk
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
