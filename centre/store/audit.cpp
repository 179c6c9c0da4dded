#include "centre/store/audit.hpp"

namespace chicane::centre::store {
namespace {

void insert(Connection& db, const std::string& table, std::int64_t id, const Stamp& stamp,
            const std::optional<std::string>& before) {
    db.execute("INSERT INTO audit(at_us, who, workstation, subject, subject_id, before, after) VALUES(?,?,?,?,?,?,?)",
               stamp.now_us, stamp.who, stamp.workstation, table, id, before, row_as_json(db, table, id));
}

}  // namespace

std::optional<std::string> row_as_json(Connection& db, const std::string& table, std::int64_t id) {
    std::string pairs;
    auto columns = db.query("SELECT name FROM pragma_table_info(?)", table);
    while (columns.step()) {
        const std::string name = columns.text(0);
        if (name == "password_hash") continue;
        pairs += (pairs.empty() ? "'" : ", '") + name + "', " + name;
    }
    auto rows = db.query("SELECT json_object(" + pairs + ") FROM " + table + " WHERE id = ?", id);
    if (!rows.step()) return std::nullopt;
    return rows.text(0);
}

Audit::Audit(Connection& db, std::string table, std::int64_t id)
    : db_(db), table_(std::move(table)), id_(id), before_(row_as_json(db, table_, id)) {}

void Audit::write(const Stamp& stamp) const { insert(db_, table_, id_, stamp, before_); }

void audit_deed(Connection& db, const std::string& subject, const std::string& after, const Stamp& stamp) {
    constexpr std::int64_t no_row = 0;
    db.execute("INSERT INTO audit(at_us, who, workstation, subject, subject_id, before, after) VALUES(?,?,?,?,?,?,?)",
               stamp.now_us, stamp.who, stamp.workstation, subject, no_row, std::optional<std::string>(), after);
}

void audit_new(Connection& db, const std::string& table, std::int64_t id, const Stamp& stamp) {
    insert(db, table, id, stamp, std::nullopt);
}

}  // namespace chicane::centre::store
