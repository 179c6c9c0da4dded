#include "centre/store/staff_table.hpp"

#include <algorithm>

#include "centre/store/audit.hpp"

namespace chicane::centre::store {
namespace {

using staff::Role;

constexpr std::string_view columns =
    "SELECT s.id, s.version, s.created_at_us, s.created_by, s.name, s.initials, s.roles, s.active, s.password_hash "
    "FROM staff s ";

std::string text_of(const std::set<Role>& roles) {
    std::string text;
    for (const Role role : roles) text += (text.empty() ? "" : " ") + std::string(staff::word(role));
    return text;
}

std::set<Role> roles_of(std::string_view text) {
    std::set<Role> roles;
    while (!text.empty()) {
        const auto end = text.find(' ');
        if (const auto role = staff::role_from(text.substr(0, end))) roles.insert(*role);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return roles;
}

StaffRow row_of(const Rows& rows) {
    return {{rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)},
            rows.text(4),
            rows.text(5),
            roles_of(rows.text(6)),
            rows.integer(7) != 0,
            rows.text(8)};
}

template <class Value>
std::optional<StaffRow> find_where(Connection& db, std::string_view where, const Value& value) {
    auto rows = db.query(std::string(columns) + std::string(where), value);
    if (!rows.step()) return std::nullopt;
    return row_of(rows);
}

std::optional<Refusal> taken(Connection& db, const StaffRow& row) {
    const auto of_name = find_where(db, "WHERE s.name = ?", row.name);
    if (of_name && of_name->head.id != row.head.id) return Refusal{RefusalCode::name_taken, "name"};
    const auto of_initials = find_where(db, "WHERE s.initials = ?", row.initials);
    if (of_initials && of_initials->head.id != row.head.id) return Refusal{RefusalCode::name_taken, "initials"};
    return std::nullopt;
}

}  // namespace

std::expected<StaffRow, Refusal> insert_staff(Connection& db, const Stamp& stamp, const StaffRow& row) {
    if (auto refusal = taken(db, row)) return std::unexpected(*refusal);
    db.execute(
        "INSERT INTO staff(version, created_at_us, created_by, name, initials, roles, active, password_hash) "
        "VALUES(1,?,?,?,?,?,?,?)",
        stamp.now_us, stamp.who, row.name, row.initials, text_of(row.roles), row.active, row.password_hash);
    const std::int64_t id = db.last_id();
    audit_new(db, "staff", id, stamp);
    return *find_staff(db, id);
}

std::optional<StaffRow> find_staff(Connection& db, std::int64_t id) { return find_where(db, "WHERE s.id = ?", id); }

std::optional<StaffRow> find_staff(Connection& db, const std::string& name) {
    return find_where(db, "WHERE s.name = ?", name);
}

std::vector<StaffRow> all_staff(Connection& db) {
    std::vector<StaffRow> found;
    auto rows = db.query(std::string(columns) + "ORDER BY s.name LIMIT ?", staff_listed_max);
    while (rows.step()) found.push_back(row_of(rows));
    return found;
}

std::expected<StaffRow, Refusal> update_staff(Connection& db, const Stamp& stamp, StaffRow row) {
    if (auto refusal = taken(db, row)) return std::unexpected(*refusal);
    const auto before = find_staff(db, row.head.id);
    if (!before) return std::unexpected(Refusal{RefusalCode::not_found, "sta_" + std::to_string(row.head.id)});
    const Audit audit(db, "staff", row.head.id);
    db.execute("UPDATE staff SET version=?, name=?, initials=?, roles=?, active=?, password_hash=? WHERE id=?",
               ++row.head.version, row.name, row.initials, text_of(row.roles), row.active, row.password_hash,
               row.head.id);
    if (!row.active || row.password_hash != before->password_hash)
        db.execute("DELETE FROM sign_ins WHERE staff = ?", row.head.id);
    audit.write(stamp);
    return row;
}

std::string free_initials(Connection& db, const std::string& name) {
    std::string first;
    for (const char c : name) {
        if (first.size() < 2 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
            first += static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
    }
    if (first.empty()) first = "X";
    std::string initials = first;
    for (int n = 2; find_where(db, "WHERE s.initials = ?", initials); ++n) initials = first + std::to_string(n);
    return initials;
}

void add_sign_in(Connection& db, const std::string& token_hash, std::int64_t staff, std::int64_t now_us) {
    db.execute("DELETE FROM sign_ins WHERE expires_at_us <= ?", now_us);
    db.execute(
        "DELETE FROM sign_ins WHERE staff = ? AND token_hash NOT IN "
        "(SELECT token_hash FROM sign_ins WHERE staff = ? ORDER BY created_at_us DESC LIMIT ?)",
        staff, staff, sign_ins_of_staff_max - 1);
    db.execute("INSERT INTO sign_ins(token_hash, staff, created_at_us, expires_at_us) VALUES(?,?,?,?)",
               Blob{token_hash}, staff, now_us, now_us + sign_in_us);
}

std::optional<StaffRow> signed_in(Connection& db, const std::string& token_hash, std::int64_t now_us) {
    auto rows = db.query(std::string(columns) +
                             "JOIN sign_ins i ON i.staff = s.id WHERE i.token_hash = ? AND i.expires_at_us > ? AND "
                             "s.active = 1",
                         Blob{token_hash}, now_us);
    if (!rows.step()) return std::nullopt;
    return row_of(rows);
}

std::optional<StaffRow> try_signed_in(Connection& db, const std::string& token_hash, std::int64_t now_us) {
    try {
        return signed_in(db, token_hash, now_us);
    } catch (const SqlFault&) {
        return std::nullopt;
    }
}

void end_sign_in(Connection& db, const std::string& token_hash) {
    db.execute("DELETE FROM sign_ins WHERE token_hash = ?", Blob{token_hash});
}

}  // namespace chicane::centre::store
