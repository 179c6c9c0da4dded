#include "sessions/journal/rows.hpp"

#include "decoders/codec/words.hpp"
#include "sessions/journal/event_json.hpp"
#include "sessions/journal/migrations.hpp"

namespace chicane::sessions::journal {
namespace {

using conductor::Entry;
using conductor::PassingKept;
namespace codec = decoders::codec;
using decoders::codec::Battery;
using decoders::codec::ClockBase;

/// Binds a row's values one after the other, and seals what it binds.
class Binder {
  public:
    Binder(SQLite::Statement& statement, Seal& seal, char table) : statement_(statement), seal_(seal) {
        statement_.reset();
        seal_.begin_row(table);
    }
    void put(std::int64_t value) {
        statement_.bind(++column_, value);
        seal_.add(value);
    }
    void put(const std::string& value) {
        statement_.bind(++column_, value);
        seal_.add(value);
    }
    template <class Value>
    void put(const std::optional<Value>& value) {
        if (value) return put(static_cast<std::int64_t>(*value));
        statement_.bind(++column_);
        seal_.add_nothing();
    }
    void put_if_any(const std::string& value) { value.empty() ? put(std::optional<int>()) : put(value); }
    void put_if(bool value) { put(value ? std::optional(1) : std::nullopt); }

  private:
    SQLite::Statement& statement_;
    Seal& seal_;
    int column_ = 0;
};

template <class Number>
std::optional<Number> maybe(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(static_cast<Number>(column.getInt64()));
}

constexpr std::string_view by_decoder = "decoder", by_people = "manual";  ///< the words of `quality`

std::string text_of(const SQLite::Column& column) { return column.isNull() ? std::string() : column.getString(); }

/// What a journal has only since its third version, and since its fourth.
void read_fields(SQLite::Statement& row, PassingKept& kept) {
    if (row.getColumnCount() <= passing_columns_before_clock) return;
    kept.passing.clock =
        codec::from_word<ClockBase>(codec::clock_words, text_of(row.getColumn(14))).value_or(ClockBase::utc);
    kept.passing.loop = text_of(row.getColumn(15));
    kept.passing.battery = codec::from_word<Battery>(codec::battery_words, text_of(row.getColumn(16)));
    kept.passing.trigger = !row.getColumn(17).isNull();
    kept.passing.unchecked = !row.getColumn(18).isNull();
    kept.passing.receipt = maybe<std::uint32_t>(row.getColumn(19));
    kept.place = text_of(row.getColumn(20));
    if (row.getColumnCount() <= passing_columns_before_quality) return;
    kept.manual = text_of(row.getColumn(passing_columns_before_quality)) == by_people;
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
    kept.passing.string = text_of(row.getColumn(12));
    kept.correction_us = row.getColumn(13).getInt64();
    read_fields(row, kept);
    return {static_cast<std::uint64_t>(row.getColumn(0).getInt64()), row.getColumn(1).getString(), kept.received, "",
            std::move(kept)};
}

}  // namespace

const DatabaseKind& journal_kind() {
    static const DatabaseKind kind{"journal", 0x43484A31, migrations};  // "CHJ1"
    return kind;
}

RowWriter::RowWriter(SQLite::Database& database)
    : passing_(database, "INSERT INTO passing VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      event_(database, "INSERT INTO event VALUES (?,?,?,?,?,?,?,?)"),
      seal_(database, "INSERT INTO seal VALUES (?,?)"),
      sum_(database.execAndGet("SELECT sum FROM seal ORDER BY seq DESC LIMIT 1").getString()) {}

void RowWriter::write(const Entry& entry, Seal& seal) {
    if (const auto* kept = std::get_if<PassingKept>(&entry.body))
        write_passing(entry, *kept, seal);
    else
        write_event(entry, seal);
}

void RowWriter::write_passing(const Entry& entry, const PassingKept& kept, Seal& seal) {
    const auto& passing = kept.passing;
    Binder row(passing_, seal, passing_letter);
    row.put(static_cast<std::int64_t>(entry.seq));
    row.put(entry.track);
    row.put(kept.device);
    row.put(static_cast<std::int64_t>(kept.epoch));
    row.put(kept.received.us);
    row.put(passing.time_us);
    row.put(static_cast<std::int64_t>(passing.transponder.value));
    row.put(passing.number);
    row.put(passing.decoder);
    row.put(passing.strength);
    row.put(passing.hits);
    row.put(passing.flags);
    row.put_if_any(passing.string);
    row.put(kept.correction_us);
    row.put(std::string(codec::word(passing.clock)));
    row.put_if_any(passing.loop);
    row.put_if_any(passing.battery ? std::string(codec::word(*passing.battery)) : "");
    row.put_if(passing.trigger);
    row.put_if(passing.unchecked);
    row.put(passing.receipt);
    row.put_if_any(kept.place);
    row.put(std::string(kept.manual ? by_people : by_decoder));
    passing_.exec();
}

void RowWriter::write_event(const Entry& entry, Seal& seal) {
    const EventText text = event_text(entry.body);
    Binder row(event_, seal, event_letter);
    row.put(static_cast<std::int64_t>(entry.seq));
    row.put(entry.track);
    row.put(entry.at.us);
    row.put(entry.by);
    row.put(conductor::session_of(entry.body));
    row.put(std::string(text.kind));
    row.put(std::int64_t{text.version});
    row.put(text.body);
    event_.exec();
}

std::string RowWriter::write_seal(std::uint64_t seq, const Seal& seal) {
    std::string sum = seal.sum();
    seal_.reset();
    seal_.bind(1, static_cast<std::int64_t>(seq));
    seal_.bind(2, sum.data(), static_cast<int>(sum.size()));
    seal_.exec();
    return sum;
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
