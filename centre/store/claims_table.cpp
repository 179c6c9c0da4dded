#include "centre/store/claims_table.hpp"

#include <algorithm>
#include <set>

#include "centre/store/sessions_table.hpp"

namespace chicane::centre::store {
namespace {

constexpr std::int64_t day_us = 86'400'000'000LL;

bookings::Offer offer_of(const SessionRow& row, const DayOf& day_of) {
    return {row.head.id, row.session.name, row.session.planned_start_us, day_of(row.session.planned_start_us),
            std::max(0, row.session.capacity - row.seats_taken)};
}

/// Day after day, until two later ones with room are known whole: a busy month is not read for one refusal.
Refusal full(Connection& db, const Stamp& stamp, const SessionRow& wanted, int qty, const DayOf& day_of) {
    const bookings::Offer missed = offer_of(wanted, day_of);
    std::vector<bookings::Offer> candidates;
    std::set<int> later_days;
    std::int64_t from_us = missed.planned_start_us - day_us, until_us = missed.planned_start_us + day_us;
    for (int days = 1; days <= bookings::days_ahead_max && later_days.size() <= bookings::next_days_max; ++days) {
        for (const SessionRow& row : sessions_between(db, wanted.session.track, from_us, until_us, stamp.now_us)) {
            if (row.session.cancelled || row.session.rules.kind != wanted.session.rules.kind) continue;
            candidates.push_back(offer_of(row, day_of));
            const bookings::Offer& offer = candidates.back();
            if (offer.day > missed.day && offer.free >= qty) later_days.insert(offer.day);
        }
        from_us = until_us;
        until_us += day_us;
    }
    return {RefusalCode::capacity_exceeded, "ses_" + std::to_string(wanted.head.id), missed.free,
            bookings::alternatives(candidates, missed, qty, stamp.now_us)};
}

}  // namespace

std::expected<std::int64_t, Refusal> claim(Connection& db, const Stamp& stamp, const Wish& wish, const DayOf& day_of) {
    // What has expired is nobody's any more; its rows go with the next command on that session.
    db.execute("DELETE FROM claims WHERE session = ? AND expires_at_us <= ?", wish.session, stamp.now_us);
    const auto wanted = find_session(db, wish.session, stamp.now_us);
    const std::string subject = "ses_" + std::to_string(wish.session);
    if (!wanted) return std::unexpected(Refusal{RefusalCode::not_found, subject});
    if (wanted->session.cancelled) return std::unexpected(Refusal{RefusalCode::bad_state, subject});
    if (wanted->seats_taken + wish.qty > wanted->session.capacity)
        return std::unexpected(full(db, stamp, *wanted, wish.qty, day_of));
    db.execute("INSERT INTO claims(session, qty, claimed_at_us, expires_at_us) VALUES(?,?,?,?)", wish.session, wish.qty,
               stamp.now_us, wish.expires_at_us);
    return db.last_id();
}

void release_claim(Connection& db, std::int64_t claim) { db.execute("DELETE FROM claims WHERE id = ?", claim); }

}  // namespace chicane::centre::store
