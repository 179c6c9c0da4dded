#include "centre/store/meetings_table.hpp"

#include "centre/customers/public_name.hpp"
#include "centre/store/audit.hpp"
#include "centre/store/customers_table.hpp"
#include "sessions/meetings/words.hpp"
#include "timing/ensure.hpp"

namespace chicane::centre::store {
namespace {

using sessions::meetings::Variant;

constexpr std::string_view meeting_columns =
    "SELECT id, version, created_at_us, created_by, name, track, start_us, seed, kart_mode, variant, asked_variant, "
    "karts, capacity, minutes, practice_min, qualifying_min, third_min, final_min, reserve_min FROM meetings ";
constexpr int first_set_column = 14;

constexpr std::string_view entry_columns =
    "SELECT id, version, created_at_us, created_by, meeting, customer, name, class, team, club, weight_kg, withdrawn "
    "FROM meeting_entries ";

template <class Enum>
Enum value_of(const std::string& word) {
    const auto value = timing::from_word<Enum>(word);
    timing::ensure(value.has_value(), "a word that this program wrote is one that it reads");
    return *value;
}

std::optional<Variant> variant_of(const std::optional<std::string>& word) {
    return word ? std::optional(value_of<Variant>(*word)) : std::nullopt;
}

std::optional<std::string> word_of(const std::optional<Variant>& variant) {
    return variant ? std::optional(std::string(word(*variant))) : std::nullopt;
}

MeetingRow meeting_row(const Rows& rows) {
    MeetingRow row;
    row.head = {rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)};
    Meeting& meeting = row.meeting;
    meeting.name = rows.text(4);
    meeting.track = rows.text(5);
    meeting.start_us = rows.integer(6);
    meeting.seed = rows.integer(7);
    meeting.kart_mode = value_of<sessions::meetings::KartMode>(rows.text(8));
    meeting.variant = variant_of(rows.maybe_text(9));
    meeting.asked_variant = variant_of(rows.maybe_text(10));
    meeting.karts = static_cast<int>(rows.integer(11));
    meeting.capacity = static_cast<int>(rows.integer(12));
    meeting.minutes = static_cast<int>(rows.integer(13));
    for (std::size_t round = 0; round < meeting.set_min.size(); ++round)
        meeting.set_min[round] = rows.maybe_integer(first_set_column + static_cast<int>(round));
    meeting.reserve_min = rows.integer(18);
    return row;
}

MeetingEntry entry_row(const Rows& rows) {
    MeetingEntry entry;
    entry.head = {rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)};
    entry.meeting = rows.integer(4);
    entry.customer = rows.maybe_integer(5);
    entry.name = rows.text(6);
    entry.class_name = rows.text(7);
    entry.team = rows.text(8);
    entry.club = rows.text(9);
    entry.weight_kg = static_cast<int>(rows.integer(10));
    entry.withdrawn = rows.integer(11) != 0;
    return entry;
}

void write(Connection& db, const Head& head, const Meeting& meeting) {
    const auto& set = meeting.set_min;
    db.execute(
        "UPDATE meetings SET version=?, name=?, track=?, start_us=?, seed=?, kart_mode=?, variant=?, asked_variant=?, "
        "karts=?, capacity=?, minutes=?, practice_min=?, qualifying_min=?, third_min=?, final_min=?, reserve_min=? "
        "WHERE id=?",
        head.version, meeting.name, meeting.track, meeting.start_us, meeting.seed, word(meeting.kart_mode),
        word_of(meeting.variant), word_of(meeting.asked_variant), meeting.karts, meeting.capacity, meeting.minutes,
        set[0], set[1], set[2], set[3], meeting.reserve_min, head.id);
}

std::expected<void, Refusal> take_name(Connection& db, MeetingEntry& entry) {
    if (!entry.customer) return {};
    const auto found = find_customer(db, *entry.customer);
    if (!found) return std::unexpected(Refusal{RefusalCode::not_found, "cus_" + std::to_string(*entry.customer)});
    if (entry.name.empty()) entry.name = customers::full_name(found->customer);
    return {};
}

}  // namespace

MeetingRow insert_meeting(Connection& db, const Stamp& stamp, const Meeting& meeting) {
    db.execute(
        "INSERT INTO meetings(version, created_at_us, created_by, name, track, start_us, seed, kart_mode, karts, "
        "capacity, minutes) VALUES(1,?,?,'','',0,0,'',0,0,0)",
        stamp.now_us, stamp.who);
    const MeetingRow row{{db.last_id(), 1, stamp.now_us, stamp.who}, meeting};
    write(db, row.head, meeting);
    audit_new(db, "meetings", row.head.id, stamp);
    return row;
}

std::optional<MeetingRow> find_meeting(Connection& db, std::int64_t id) {
    auto rows = db.query(std::string(meeting_columns) + "WHERE id = ?", id);
    return rows.step() ? std::optional(meeting_row(rows)) : std::nullopt;
}

MeetingRow update_meeting(Connection& db, const Stamp& stamp, MeetingRow row) {
    const Audit audit(db, "meetings", row.head.id);
    ++row.head.version;
    write(db, row.head, row.meeting);
    audit.write(stamp);
    return row;
}

void keep_plan(Connection& db, std::int64_t id, Variant variant, std::int64_t reserve_min) {
    db.execute("UPDATE meetings SET variant = ?, reserve_min = ? WHERE id = ?", word(variant), reserve_min, id);
}

std::vector<MeetingRow> meetings_between(Connection& db, std::int64_t from_us, std::int64_t until_us) {
    std::vector<MeetingRow> found;
    auto rows =
        db.query(std::string(meeting_columns) + "WHERE start_us >= ? AND start_us < ? ORDER BY start_us, id LIMIT ?",
                 from_us, until_us, meetings_listed_max);
    while (rows.step()) found.push_back(meeting_row(rows));
    return found;
}

std::expected<MeetingEntry, Refusal> insert_entry(Connection& db, const Stamp& stamp, MeetingEntry entry) {
    if (auto named = take_name(db, entry); !named) return std::unexpected(named.error());
    db.execute(
        "INSERT INTO meeting_entries(version, created_at_us, created_by, meeting, customer, name, class, team, club, "
        "weight_kg, withdrawn) VALUES(1,?,?,?,?,?,?,?,?,?,?)",
        stamp.now_us, stamp.who, entry.meeting, entry.customer, entry.name, entry.class_name, entry.team, entry.club,
        entry.weight_kg, entry.withdrawn);
    entry.head = {db.last_id(), 1, stamp.now_us, stamp.who};
    audit_new(db, "meeting_entries", entry.head.id, stamp);
    return entry;
}

std::optional<MeetingEntry> find_entry(Connection& db, std::int64_t id) {
    auto rows = db.query(std::string(entry_columns) + "WHERE id = ?", id);
    return rows.step() ? std::optional(entry_row(rows)) : std::nullopt;
}

std::expected<MeetingEntry, Refusal> update_entry(Connection& db, const Stamp& stamp, MeetingEntry entry) {
    if (auto named = take_name(db, entry); !named) return std::unexpected(named.error());
    const Audit audit(db, "meeting_entries", entry.head.id);
    db.execute(
        "UPDATE meeting_entries SET version=?, customer=?, name=?, class=?, team=?, club=?, weight_kg=?, withdrawn=? "
        "WHERE id=?",
        ++entry.head.version, entry.customer, entry.name, entry.class_name, entry.team, entry.club, entry.weight_kg,
        entry.withdrawn, entry.head.id);
    audit.write(stamp);
    return entry;
}

std::vector<MeetingEntry> entries_of(Connection& db, std::int64_t meeting) {
    std::vector<MeetingEntry> found;
    auto rows = db.query(std::string(entry_columns) + "WHERE meeting = ? ORDER BY id", meeting);
    while (rows.step()) found.push_back(entry_row(rows));
    return found;
}

std::vector<MeetingRun> runs_of(Connection& db, std::int64_t meeting) {
    std::vector<MeetingRun> found;
    auto rows = db.query(
        "SELECT session, name, round, number, people, start_min, minutes FROM meeting_runs WHERE meeting = ? "
        "ORDER BY place",
        meeting);
    while (rows.step())
        found.push_back({rows.integer(0),
                         {value_of<sessions::meetings::RunName>(rows.text(1)),
                          value_of<sessions::meetings::Round>(rows.text(2)), static_cast<std::size_t>(rows.integer(3)),
                          static_cast<std::size_t>(rows.integer(4)), rows.integer(5), rows.integer(6)}});
    return found;
}

void put_runs(Connection& db, std::int64_t meeting, const std::vector<MeetingRun>& runs) {
    db.execute("DELETE FROM meeting_runs WHERE meeting = ?", meeting);
    std::int64_t place = 0;
    for (const MeetingRun& each : runs)
        db.execute(
            "INSERT INTO meeting_runs(session, meeting, place, round, name, number, people, start_min, minutes) "
            "VALUES(?,?,?,?,?,?,?,?,?)",
            each.session, meeting, ++place, word(each.run.round), word(each.run.name), each.run.number, each.run.people,
            each.run.start_min, each.run.minutes);
}

std::optional<std::int64_t> meeting_of_session(Connection& db, std::int64_t session) {
    auto rows = db.query("SELECT meeting FROM meeting_runs WHERE session = ?", session);
    return rows.step() ? std::optional(rows.integer(0)) : std::nullopt;
}

std::map<std::int64_t, MeetingSeat> seats_of_meeting(Connection& db, std::int64_t meeting) {
    std::map<std::int64_t, MeetingSeat> found;
    auto rows = db.query(
        "SELECT s.id, m.entry, m.told, m.pinned FROM meeting_seats m JOIN seats s ON s.id = m.seat "
        "JOIN meeting_runs r ON r.session = s.session WHERE r.meeting = ? AND s.state <> 'cancelled'",
        meeting);
    while (rows.step()) found[rows.integer(0)] = {rows.integer(1), rows.integer(2) != 0, rows.integer(3) != 0};
    return found;
}

void put_meeting_seat(Connection& db, std::int64_t seat, const MeetingSeat& facts) {
    db.execute(
        "INSERT INTO meeting_seats(seat, entry, told, pinned) VALUES(?,?,?,?) "
        "ON CONFLICT(seat) DO UPDATE SET entry = excluded.entry, told = excluded.told, pinned = excluded.pinned",
        seat, facts.entry, facts.told, facts.pinned);
}

void pin_meeting_seat(Connection& db, std::int64_t seat, bool pinned) {
    db.execute("UPDATE meeting_seats SET pinned = ? WHERE seat = ?", pinned, seat);
}

}  // namespace chicane::centre::store
