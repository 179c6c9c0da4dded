#include "sessions/journal/rows.hpp"

#include <array>

#include "sessions/journal/event_json.hpp"
#include "sessions/journal/migrations.hpp"

namespace chicane::sessions::journal {
namespace {

using conductor::Entry;
using conductor::PassingKept;

template <class Number>
void bind_maybe(SQLite::Statement& statement, int column, const std::optional<Number>& value) {
    if (value)
        statement.bind(column, static_cast<std::int64_t>(*value));
    else
        statement.bind(column);
}

template <class Number>
std::optional<Number> maybe(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(static_cast<Number>(column.getInt64()));
}

Entry passing_entry(SQLite::Statement& row) {
    PassingKept kept;
    kept.device = row.getColumn(2).getString();
    kept.epoch = static_cast<std::uint32_t>(row.getColumn(3).getInt64());
    kept.received.us = row.getColumn(4).getInt64();
    kept.passing.time_us = row.getColumn(5).getInt64();
    kept.passing.transponder.value = static_cast<std::uint64_t>(row.getColumn(6).getInt64());
    kept.passing.number = maybe<std::uint32_t>(row.getColumn(7));
    kept.passing.decoder = maybe<std::uint32_t>(row.getColumn(8));
    kept.passing.strength = maybe<std::int32_t>(row.getColumn(9));
    kept.passing.hits = maybe<std::int32_t>(row.getColumn(10));
    kept.passing.flags = maybe<std::uint32_t>(row.getColumn(11));
    if (!row.getColumn(12).isNull()) kept.passing.string = row.getColumn(12).getString();
    kept.correction_us = row.getColumn(13).getInt64();
    return {static_cast<std::uint64_t>(row.getColumn(0).getInt64()), row.getColumn(1).getString(), kept.received, "",
            std::move(kept)};
}

}  // namespace

const DatabaseKind& journal_kind() {
    static const DatabaseKind kind{"journal", 0x43484A31, migrations};  // "CHJ1"
    return kind;
}

RowWriter::RowWriter(SQLite::Database& database)
    : passing_(database, "INSERT INTO passing VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      event_(database, "INSERT INTO event VALUES (?,?,?,?,?,?,?,?)") {}

void RowWriter::write(const Entry& entry) {
    const auto seq = static_cast<std::int64_t>(entry.seq);
    if (const auto* kept = std::get_if<PassingKept>(&entry.body)) {
        const auto& passing = kept->passing;
        passing_.reset();
        passing_.bind(1, seq);
        passing_.bind(2, entry.track);
        passing_.bind(3, kept->device);
        passing_.bind(4, static_cast<std::int64_t>(kept->epoch));
        passing_.bind(5, kept->received.us);
        passing_.bind(6, passing.time_us);
        passing_.bind(7, static_cast<std::int64_t>(passing.transponder.value));
        bind_maybe(passing_, 8, passing.number);
        bind_maybe(passing_, 9, passing.decoder);
        bind_maybe(passing_, 10, passing.strength);
        bind_maybe(passing_, 11, passing.hits);
        bind_maybe(passing_, 12, passing.flags);
        passing.string.empty() ? passing_.bind(13) : passing_.bind(13, passing.string);
        passing_.bind(14, kept->correction_us);
        passing_.exec();
        return;
    }
    const EventText text = event_text(entry.body);
    event_.reset();
    event_.bind(1, seq);
    event_.bind(2, entry.track);
    event_.bind(3, entry.at.us);
    event_.bind(4, entry.by);
    event_.bind(5, conductor::session_of(entry.body));
    event_.bind(6, std::string(text.kind));
    event_.bind(7, text.version);
    event_.bind(8, text.body);
    event_.exec();
}

namespace {

SQLite::Statement selected(SQLite::Database& database, const std::string& columns, const Where& where) {
    SQLite::Statement row(database, "SELECT " + columns + " WHERE " + where.sql + " ORDER BY seq");
    int column = 0;
    for (const std::int64_t number : where.numbers) row.bind(++column, number);
    for (const std::string& text : where.texts) row.bind(++column, text);
    return row;
}

}  // namespace

std::expected<std::vector<Entry>, std::string> read_events(SQLite::Database& database, const Where& where) {
    std::vector<Entry> entries;
    SQLite::Statement row = selected(database, "seq, track, at_us, by, kind, version, body FROM event", where);
    while (row.executeStep()) {
        auto body = event_body(row.getColumn(4).getString(), row.getColumn(5).getInt(), row.getColumn(6).getString());
        if (!body) return std::unexpected("entry " + std::to_string(row.getColumn(0).getInt64()) + " cannot be read");
        entries.push_back({static_cast<std::uint64_t>(row.getColumn(0).getInt64()),
                           row.getColumn(1).getString(),
                           {row.getColumn(2).getInt64()},
                           row.getColumn(3).getString(),
                           std::move(*body)});
    }
    return entries;
}

std::vector<Entry> read_passings(SQLite::Database& database, const Where& where) {
    std::vector<Entry> entries;
    SQLite::Statement row = selected(database, "* FROM passing", where);
    while (row.executeStep()) entries.push_back(passing_entry(row));
    return entries;
}

}  // namespace chicane::sessions::journal
