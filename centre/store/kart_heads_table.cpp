#include "centre/store/kart_heads_table.hpp"

#include "centre/store/audit.hpp"

namespace chicane::centre::store {

Head add_kart_head(Connection& db, const Stamp& stamp, std::int64_t above) {
    db.execute(
        "INSERT INTO karts(id, version, created_at_us, created_by) VALUES("
        "max(?, (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'karts')) + 1, 1, ?, ?)",
        above, stamp.now_us, stamp.who);
    const std::int64_t id = db.last_id();
    audit_new(db, "karts", id, stamp);
    return {id, 1, stamp.now_us, stamp.who};
}

Head kart_head(Connection& db, std::int64_t id) {
    auto rows = db.query("SELECT version, created_at_us, created_by FROM karts WHERE id = ?", id);
    if (!rows.step()) return {id, 1, 0, ""};
    return {id, rows.integer(0), rows.integer(1), rows.text(2)};
}

std::expected<Head, Refusal> raise_kart_version(Connection& db, const Stamp& stamp, std::int64_t id,
                                                std::int64_t version) {
    Head head = kart_head(db, id);
    if (head.version != version)
        return std::unexpected(Refusal{RefusalCode::version_mismatch, "kar_" + std::to_string(id)});
    const Audit audit(db, "karts", id);
    ++head.version;
    db.execute(
        "INSERT INTO karts(id, version, created_at_us, created_by) VALUES(?,?,?,?) "
        "ON CONFLICT(id) DO UPDATE SET version = excluded.version",
        id, head.version, head.created_at_us, head.created_by);
    audit.write(stamp);
    return head;
}

}  // namespace chicane::centre::store
