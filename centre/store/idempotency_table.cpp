#include "centre/store/idempotency_table.hpp"

namespace chicane::centre::store {

std::optional<KeptAnswer> find_answer(Connection& db, const std::string& who, const std::string& key) {
    auto rows = db.query("SELECT request_hash, status, body FROM idempotency_keys WHERE who = ? AND key = ?", who, key);
    if (!rows.step()) return std::nullopt;
    return KeptAnswer{rows.text(0), static_cast<int>(rows.integer(1)), rows.text(2)};
}

void keep_answer(Connection& db, const std::string& who, const std::string& key, const KeptAnswer& answer,
                 std::int64_t now_us) {
    db.execute("DELETE FROM idempotency_keys WHERE at_us < ?", now_us - keys_kept_us);
    db.execute("INSERT INTO idempotency_keys(who, key, request_hash, status, body, at_us) VALUES(?,?,?,?,?,?)", who,
               key, Blob{answer.request_hash}, answer.status, answer.body, now_us);
}

void forget_answer(Connection& db, const std::string& who, const std::string& key) {
    db.execute("DELETE FROM idempotency_keys WHERE who = ? AND key = ?", who, key);
}

}  // namespace chicane::centre::store
