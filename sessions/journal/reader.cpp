// Reading a journal: whole, for a restart, and one session of the past.
#include <algorithm>
#include <iterator>

#include "sessions/conductor/centre_log.hpp"
#include "sessions/journal/journal.hpp"
#include "sessions/journal/rows.hpp"

namespace chicane::sessions::journal {

namespace {

using conductor::Entry;
using Entries = std::expected<std::vector<Entry>, std::string>;

std::vector<Entry> merged(std::vector<Entry> events, std::vector<Entry> passings) {
    std::vector<Entry> entries;
    entries.reserve(events.size() + passings.size());
    std::ranges::merge(std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()),
                       std::make_move_iterator(passings.begin()), std::make_move_iterator(passings.end()),
                       std::back_inserter(entries), {}, &Entry::seq, &Entry::seq);
    return entries;
}

/// What SQLite throws while reading is the file's fault, in one line.
template <class Read>
auto reading(const std::string& path, const Read& read) -> decltype(read(std::declval<SQLite::Database&>())) {
    auto database = open_for_reading(path, journal_kind());
    if (!database) return std::unexpected(database.error());
    try {
        auto answer = read(**database);
        if (!answer) return std::unexpected(path + ": " + answer.error());
        return answer;
    } catch (const SQLite::Exception& error) {
        return std::unexpected(path + ": cannot be read: " + error.what());
    }
}

std::int64_t number(SQLite::Database& database, const std::string& sql) {
    return database.execAndGet("SELECT ifnull((" + sql + "), 0)").getInt64();
}

/// The register since ever, how the last emergency of each track stands, and of sessions those that something was done in since.
Where events_for_restart(std::int64_t cut_us) {
    return {
        "kind IN ('kart', 'assignment', 'undo') OR seq IN (SELECT max(seq) FROM event WHERE kind = 'emergency' GROUP "
        "BY track) "
        "OR at_us >= ? OR session IN "
        "(SELECT session FROM event WHERE at_us >= ? AND session <> '')",
        {cut_us, cut_us},
        {}};
}

/// Passings come in nearly in order of reception: from behind, the first that is older ends the search.
Where passings_for_restart(SQLite::Database& database, std::int64_t cut_us) {
    const std::string older = "SELECT seq FROM passing WHERE received_us < " + std::to_string(cut_us);
    return {"seq > ?", {number(database, older + " ORDER BY seq DESC LIMIT 1")}, {}};
}

/// All that bears on one session: its own entries, the register's, and what else bounds its window.
Where events_of_session(SQLite::Database& database, const std::string& session) {
    SQLite::Statement first(database, "SELECT min(at_us), max(at_us), max(track) FROM event WHERE session = ?");
    first.bind(1, session);
    first.executeStep();
    return {
        "kind IN ('kart', 'assignment', 'undo') OR (kind IN ('step', 'practice', 'epoch_moved') AND at_us BETWEEN ? "
        "AND ?) OR "
        "session = ?",
        {first.getColumn(0).getInt64() - conductor::window_us_max,
         first.getColumn(1).getInt64() + conductor::window_us_max},
        {session}};
}

}  // namespace

Entries read_entries(const std::string& path) {
    return reading(path, [](SQLite::Database& database) -> Entries {
        auto events = read_events(database, {"1", {}, {}});
        if (!events) return events;
        return merged(std::move(*events), read_passings(database, {"1", {}, {}}));
    });
}

Entries read_for_restart(const std::string& path) {
    return reading(path, [](SQLite::Database& database) -> Entries {
        const std::int64_t newest_us =
            std::max(number(database, "SELECT received_us FROM passing ORDER BY seq DESC LIMIT 1"),
                     number(database, "SELECT at_us FROM event ORDER BY seq DESC LIMIT 1"));
        const std::int64_t cut_us = newest_us - conductor::memory_us;
        auto events = read_events(database, events_for_restart(cut_us));
        if (!events) return events;
        return merged(std::move(*events), read_passings(database, passings_for_restart(database, cut_us)));
    });
}

std::expected<std::optional<Result>, std::string> past_result(const std::string& path, const std::string& session,
                                                              bool with_passings) {
    using Answer = std::expected<std::optional<Result>, std::string>;
    return reading(path, [&](SQLite::Database& database) -> Answer {
        const auto events = read_events(database, events_of_session(database, session));
        if (!events) return std::unexpected(events.error());
        conductor::TrackOptions options;
        for (const Entry& entry : *events) {
            if (conductor::session_of(entry.body) == session) options.id = entry.track;
        }
        conductor::CentreLog centre = conductor::make_centre_log({options});
        for (const Entry& entry : *events) conductor::apply(centre, entry);
        conductor::TrackLog& log = centre.tracks.at(options.id).log;
        const auto span = log.timeline().span(session);
        if (!span) return std::nullopt;
        // Some may have been moved into the window later, and others out of it.
        const Where passed{"time_us + correction_us >= ? AND time_us + correction_us < ? AND track = ?",
                           {span->from.us, span->until.us + conductor::place_within_us},
                           {options.id}};
        for (const Entry& entry : read_passings(database, passed)) conductor::apply(centre, entry);
        Result made = log.window(session, centre.fleet)->window.result(span->until, with_passings);
        made.official = log.timeline().find(session)->official;
        return made;
    });
}

}  // namespace chicane::sessions::journal
