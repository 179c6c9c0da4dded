#include "centre/store/holds_table.hpp"

#include "centre/bookings/hold.hpp"
#include "centre/store/audit.hpp"

namespace chicane::centre::store {
namespace {

std::expected<HoldRow, Refusal> find(Connection& db, const Stamp& stamp, std::int64_t id) {
    auto rows = db.query(
        "SELECT h.version, h.created_at_us, h.created_by, c.session, c.qty, c.expires_at_us FROM holds h JOIN claims c "
        "ON c.id = h.id WHERE h.id = ? AND c.expires_at_us > ?",
        id, stamp.now_us);
    if (!rows.step()) return std::unexpected(Refusal{RefusalCode::hold_expired, "hol_" + std::to_string(id)});
    return HoldRow{{id, rows.integer(0), rows.integer(1), rows.text(2)},
                   rows.integer(3),
                   static_cast<int>(rows.integer(4)),
                   rows.integer(5)};
}

}  // namespace

std::expected<HoldRow, Refusal> hold(Connection& db, const Stamp& stamp, std::int64_t session, int qty,
                                     const DayOf& day_of) {
    const std::int64_t expires_at_us = bookings::hold_expires_at_us(stamp.now_us, stamp.now_us);
    const auto claimed = claim(db, stamp, {session, qty, expires_at_us}, day_of);
    if (!claimed) return std::unexpected(claimed.error());
    db.execute("INSERT INTO holds(id, version, created_at_us, created_by) VALUES(?,1,?,?)", *claimed, stamp.now_us,
               stamp.who);
    audit_new(db, "holds", *claimed, stamp);
    return HoldRow{{*claimed, 1, stamp.now_us, stamp.who}, session, qty, expires_at_us};
}

std::expected<HoldRow, Refusal> renew_hold(Connection& db, const Stamp& stamp, std::int64_t id) {
    auto row = find(db, stamp, id);
    if (!row) return row;
    const Audit audit(db, "holds", id);
    row->expires_at_us = bookings::hold_expires_at_us(row->head.created_at_us, stamp.now_us);
    ++row->head.version;
    db.execute("UPDATE claims SET expires_at_us = ? WHERE id = ?", row->expires_at_us, id);
    db.execute("UPDATE holds SET version = ? WHERE id = ?", row->head.version, id);
    audit.write(stamp);
    return row;
}

std::expected<HoldRow, Refusal> release_hold(Connection& db, const Stamp& stamp, std::int64_t id) {
    auto row = find(db, stamp, id);
    if (!row) return row;
    const Audit audit(db, "holds", id);
    release_claim(db, id);
    audit.write(stamp);
    return row;
}

}  // namespace chicane::centre::store
