// Reading a journal: whole, for a restart, and to verify it.
#include <algorithm>
#include <map>
#include <set>

#include "sessions/journal/journal.hpp"
#include "sessions/journal/rows.hpp"

namespace chicane::sessions::journal {
namespace {

using conductor::Entry;
using conductor::SetupKept;
using conductor::Step;
using conductor::StepKept;

std::vector<Entry> merged(std::vector<Entry> events, std::vector<Entry> passings) {
    std::vector<Entry> entries;
    entries.reserve(events.size() + passings.size());
    std::ranges::merge(std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()),
                       std::make_move_iterator(passings.begin()), std::make_move_iterator(passings.end()),
                       std::back_inserter(entries), {}, &Entry::seq, &Entry::seq);
    return entries;
}

struct SessionOf {
    std::string operator()(const SetupKept& kept) const { return kept.setup.id; }
    std::string operator()(const conductor::PassingKept&) const { return ""; }
    std::string operator()(const conductor::KartKept&) const { return ""; }
    std::string operator()(const conductor::AssignmentKept&) const { return ""; }
    std::string operator()(const conductor::MessageKept&) const { return ""; }
    std::string operator()(const conductor::UndoKept&) const { return ""; }
    std::string operator()(const auto& kept) const { return kept.session; }
};

/// The session that an event speaks of; empty: none.
std::string session_of(const Entry& entry) { return std::visit(SessionOf{}, entry.body); }

struct Needed {
    std::uint64_t from_seq = 0;
    std::set<std::string> past;  ///< sessions that were over before
};

/// From where on everything is needed: the last 48 hours, or the arming of what is still open.
Needed needed_of(const std::vector<Entry>& events, std::int64_t newest_us) {
    Needed needed{UINT64_MAX, {}};
    const std::int64_t cut_us = newest_us - restart_h * 3600 * 1'000'000;
    std::map<std::string, std::uint64_t> armed;
    for (const Entry& entry : events) {
        const bool recent = entry.at.us >= cut_us;
        if (recent) needed.from_seq = std::min(needed.from_seq, entry.seq);
        if (std::holds_alternative<conductor::PracticeKept>(entry.body) && !recent)
            needed.past.insert(session_of(entry));
        const auto* step = std::get_if<StepKept>(&entry.body);
        if (!step) continue;
        if (step->step == Step::arm) armed[step->session] = entry.seq;
        if (step->step == Step::abort) armed.erase(step->session);
        if (step->step == Step::close && !recent) needed.past.insert(step->session), armed.erase(step->session);
    }
    for (const auto& [session, seq] : armed) needed.from_seq = std::min(needed.from_seq, seq);
    return needed;
}

}  // namespace

std::expected<std::vector<Entry>, std::string> read_entries(const std::string& path) {
    auto database = open_for_reading(path, journal_kind());
    if (!database) return std::unexpected(database.error());
    auto events = read_events(**database);
    if (!events) return std::unexpected(path + ": " + events.error());
    return merged(std::move(*events), read_passings(**database, 0));
}

std::expected<std::vector<Entry>, std::string> read_for_restart(const std::string& path) {
    auto database = open_for_reading(path, journal_kind());
    if (!database) return std::unexpected(database.error());
    auto events = read_events(**database);
    if (!events) return std::unexpected(path + ": " + events.error());
    SQLite::Statement last(
        **database, "SELECT ifnull(max(received_us), 0) FROM passing WHERE seq = (SELECT max(seq) FROM passing)");
    last.executeStep();
    const std::int64_t newest_us = std::max(last.getColumn(0).getInt64(), events->empty() ? 0 : events->back().at.us);
    const Needed needed = needed_of(*events, newest_us);
    std::erase_if(*events, [&](const Entry& entry) { return needed.past.contains(session_of(entry)); });
    return merged(std::move(*events), read_passings(**database, needed.from_seq == UINT64_MAX ? 0 : needed.from_seq));
}

std::optional<std::string> verify_journal(const std::string& path) {
    const auto entries = read_entries(path);
    if (!entries) return entries.error();
    auto database = open_for_reading(path, journal_kind());
    if (!database) return database.error();
    if (const auto sound = (*database)->execAndGet("PRAGMA integrity_check").getString(); sound != "ok")
        return path + ": " + sound;
    std::uint64_t expected = 1;
    for (const Entry& entry : *entries) {
        if (entry.seq != expected) return path + ": entry " + std::to_string(expected) + " is missing";
        ++expected;
    }
    return std::nullopt;
}

}  // namespace chicane::sessions::journal
