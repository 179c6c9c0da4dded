#include "centre/store/rule_sets_table.hpp"

#include <algorithm>

#include "centre/store/audit.hpp"

namespace chicane::centre::store {
namespace {

const std::string subject = "rule_sets";

std::int64_t count_of(Connection& db, std::string_view sql, const auto&... values) {
    auto rows = db.query(sql, values...);
    rows.step();
    return rows.integer(0);
}

bool is_named(Connection& db, const std::string& name, std::int64_t but) {
    return count_of(db, "SELECT count(*) FROM rule_sets WHERE retired = 0 AND name = ? AND id <> ?", name, but) > 0;
}

std::vector<RuleSetVersion> versions_of(Connection& db, std::int64_t id) {
    std::vector<RuleSetVersion> versions;
    auto rows = db.query(
        "SELECT number, created_at_us, created_by, valid_from, duration_s, capacity, rules FROM rule_set_versions "
        "WHERE rule_set = ? ORDER BY number",
        id);
    while (rows.step())
        versions.push_back({rows.integer(0), rows.integer(1), rows.text(2),
                            customers::parse_date(rows.text(3)).value_or(customers::Date{}),
                            static_cast<int>(rows.integer(4)), static_cast<int>(rows.integer(5)), rows.text(6)});
    return versions;
}

void write_version(Connection& db, const Stamp& stamp, std::int64_t id, RuleSetVersion& version) {
    version.created_at_us = stamp.now_us;
    version.created_by = stamp.who;
    db.execute(
        "INSERT INTO rule_set_versions(rule_set, number, created_at_us, created_by, valid_from, duration_s, capacity, "
        "rules) VALUES(?,?,?,?,?,?,?,?)",
        id, version.number, version.created_at_us, version.created_by, text_of(version.valid_from),
        std::int64_t{version.duration_s}, std::int64_t{version.capacity}, version.rules);
}

}  // namespace

const RuleSetVersion& RuleSetRow::on(customers::Date day) const {
    const RuleSetVersion* latest = nullptr;
    for (const RuleSetVersion& version : versions) {
        if (version.valid_from > day) continue;
        if (!latest || version.valid_from >= latest->valid_from) latest = &version;
    }
    return latest ? *latest : versions.front();
}

std::vector<RuleSetRow> all_rule_sets(Connection& db) {
    std::vector<RuleSetRow> all;
    auto rows = db.query(
        "SELECT id, version, created_at_us, created_by, name FROM rule_sets WHERE retired = 0 ORDER BY name, id");
    while (rows.step())
        all.push_back({{rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)}, rows.text(4), false, {}});
    for (RuleSetRow& row : all) row.versions = versions_of(db, row.head.id);
    return all;
}

std::optional<RuleSetRow> find_rule_set(Connection& db, std::int64_t id) {
    auto rows =
        db.query("SELECT id, version, created_at_us, created_by, name, retired FROM rule_sets WHERE id = ?", id);
    if (!rows.step()) return std::nullopt;
    return RuleSetRow{{rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)},
                      rows.text(4),
                      rows.integer(5) != 0,
                      versions_of(db, id)};
}

bool has_rule_sets(Connection& db) {
    auto rows = db.query("SELECT 1 FROM rule_sets LIMIT 1");
    return rows.step();
}

std::expected<RuleSetRow, Refusal> insert_rule_set(Connection& db, const Stamp& stamp, const std::string& name,
                                                   RuleSetVersion version) {
    const auto used = count_of(db, "SELECT count(*) FROM rule_sets WHERE retired = 0");
    if (used >= static_cast<std::int64_t>(rule_sets_max))
        return std::unexpected(Refusal{RefusalCode::capacity_exceeded, subject});
    if (is_named(db, name, 0)) return std::unexpected(Refusal{RefusalCode::name_taken, name});
    db.execute("INSERT INTO rule_sets(version, created_at_us, created_by, name) VALUES(1,?,?,?)", stamp.now_us,
               stamp.who, name);
    RuleSetRow row{{db.last_id(), 1, stamp.now_us, stamp.who}, name, false, {}};
    version.number = 1;
    write_version(db, stamp, row.head.id, version);
    row.versions.push_back(std::move(version));
    audit_new(db, "rule_sets", row.head.id, stamp);
    return row;
}

std::expected<RuleSetRow, Refusal> add_version(Connection& db, const Stamp& stamp, const RuleSetRow& read,
                                               RuleSetVersion version) {
    auto row = find_rule_set(db, read.head.id);
    if (!row) return std::unexpected(Refusal{RefusalCode::not_found, subject});
    if (row->head.version != read.head.version)
        return std::unexpected(Refusal{RefusalCode::version_mismatch, row->name});
    if (row->versions.size() >= rule_set_versions_max)
        return std::unexpected(Refusal{RefusalCode::capacity_exceeded, row->name});
    if (is_named(db, read.name, row->head.id)) return std::unexpected(Refusal{RefusalCode::name_taken, read.name});
    const Audit audit(db, "rule_sets", row->head.id);
    row->name = read.name;
    version.number = ++row->head.version;
    db.execute("UPDATE rule_sets SET version = ?, name = ? WHERE id = ?", row->head.version, row->name, row->head.id);
    write_version(db, stamp, row->head.id, version);
    row->versions.push_back(std::move(version));
    audit.write(stamp);
    return std::move(*row);
}

std::expected<void, Refusal> retire_rule_set(Connection& db, const Stamp& stamp, std::int64_t id,
                                             std::int64_t version) {
    const auto row = find_rule_set(db, id);
    if (!row) return std::unexpected(Refusal{RefusalCode::not_found, subject});
    if (row->head.version != version) return std::unexpected(Refusal{RefusalCode::version_mismatch, row->name});
    const Audit audit(db, "rule_sets", id);
    db.execute("UPDATE rule_sets SET retired = 1 WHERE id = ?", id);
    audit.write(stamp);
    return {};
}

}  // namespace chicane::centre::store
