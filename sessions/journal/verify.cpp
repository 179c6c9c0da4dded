// Whether a journal is as it was written: numbers without a hole, bodies that can be read, rows that fit their seals.
#include <algorithm>
#include <limits>

#include "sessions/journal/journal.hpp"
#include "sessions/journal/rows.hpp"

namespace chicane::sessions::journal {

namespace {

constexpr int first_sealed_version = 2;   ///< an older journal has no seals until a server opens it
constexpr int first_clocked_version = 3;  ///< an older one has passings without the fields of later protocols
constexpr int first_manual_version = 4;   ///< in an older one all passings are decoders'

/// The rows of a table in order, from behind a number on, for sealing.
class SealedRows {
  public:
    SealedRows(SQLite::Database& database, char letter, const std::string& columns, std::int64_t after)
        : row_(database, "SELECT " + columns + " WHERE seq > ? ORDER BY seq"), letter_(letter) {
        row_.bind(1, after);
        next();
    }
    std::int64_t seq() const { return seq_; }
    void seal_into(Seal& seal) {
        seal.begin_row(letter_);
        for (int i = 0; i < columns(); ++i) {
            const SQLite::Column value = row_.getColumn(i);
            if (value.isNull())
                seal.add_nothing();
            else if (value.isInteger())
                seal.add(value.getInt64());
            else
                seal.add(value.getString());
        }
        next();
    }

  private:
    /// A passing that was written before there was a clock, or a quality, was sealed without what came with it.
    int columns() {
        if (letter_ != passing_letter) return row_.getColumnCount();
        for (const int before : {passing_columns_before_clock, passing_columns_before_quality})
            if (row_.getColumnCount() > before && row_.getColumn(before).isNull()) return before;
        return row_.getColumnCount();
    }
    void next() { seq_ = row_.executeStep() ? row_.getColumn(0).getInt64() : std::numeric_limits<std::int64_t>::max(); }
    SQLite::Statement row_;
    char letter_;
    std::int64_t seq_ = 0;
};

/// In the order in which they were sealed.
std::string passing_columns_of(int version) {
    std::string columns =
        "seq, track, device, epoch, received_us, time_us, transponder, number, decoder, strength, hits, flags, string, "
        "correction_us";
    if (version >= first_clocked_version) columns += ", clock, loop, battery, is_trigger, unchecked, receipt, place";
    if (version >= first_manual_version) columns += ", quality";
    return columns + " FROM passing";
}
constexpr const char* event_columns = "seq, track, at_us, by, session, kind, version, body FROM event";

std::string altered(std::int64_t from, std::int64_t until) {
    if (from == until) return "entry " + std::to_string(from) + " is not as it was written";
    return "entries " + std::to_string(from) + " to " + std::to_string(until) + " are not as they were written";
}

/// Nothing where every row fits its seal; else the first that does not.
std::optional<std::string> seal_fault(SQLite::Database& database) {
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version < first_sealed_version) return std::nullopt;
    database.exec("BEGIN");  // one moment for all that is read
    SQLite::Statement seal(database, "SELECT seq, sum FROM seal ORDER BY seq");
    if (!seal.executeStep()) return "the seals are missing";
    std::int64_t sealed = seal.getColumn(0).getInt64();
    std::string sum = seal.getColumn(1).getString();
    SealedRows passings(database, passing_letter, passing_columns_of(version), sealed);
    SealedRows events(database, event_letter, event_columns, sealed);
    const auto first = [&] { return std::min(passings.seq(), events.seq()); };
    while (seal.executeStep()) {
        const std::int64_t until = seal.getColumn(0).getInt64();
        Seal again(sum);
        while (first() <= until) (passings.seq() < events.seq() ? passings : events).seal_into(again);
        sum = seal.getColumn(1).getString();
        if (again.sum() != sum) return altered(sealed + 1, until);
        sealed = until;
    }
    const std::int64_t unsealed = first();
    if (unsealed == std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    return "entry " + std::to_string(unsealed) + " was not written by Chicane";
}

std::optional<std::string> number_fault(const std::vector<conductor::Entry>& all) {
    std::uint64_t expected = 1;
    for (const conductor::Entry& entry : all) {
        if (entry.seq != expected) return "entry " + std::to_string(expected) + " is missing";
        ++expected;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> verify_journal(const std::string& path) {
    const auto all = read_entries(path);
    if (!all) return all.error();
    if (const auto fault = number_fault(*all)) return path + ": " + *fault;
    auto database = open_for_reading(path, journal_kind());
    if (!database) return database.error();
    try {
        if (const auto sound = (*database)->execAndGet("PRAGMA integrity_check").getString(); sound != "ok")
            return path + ": " + sound;
        if (const auto fault = seal_fault(**database)) return path + ": " + *fault;
        return std::nullopt;
    } catch (const SQLite::Exception& error) {
        return path + ": cannot be read: " + error.what();
    }
}

}  // namespace chicane::sessions::journal
