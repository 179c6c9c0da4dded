#include "centre/store/bookings_table.hpp"

#include "centre/store/audit.hpp"
#include "centre/store/holds_table.hpp"
#include "timing/ensure.hpp"

namespace chicane::centre::store {
namespace {

using bookings::BookingState;
using bookings::SeatState;

constexpr std::string_view columns =
    "SELECT id, version, created_at_us, created_by, ref, session, state FROM bookings ";

BookingRow row_of(const Rows& rows) {
    BookingRow row;
    row.head = {rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)};
    row.ref = rows.text(4);
    row.session = rows.integer(5);
    const auto state = bookings::booking_state_from(rows.text(6));
    timing::ensure(state.has_value(), "a word that this program wrote is one that it reads");
    row.state = *state;
    return row;
}

std::expected<void, Refusal> use_hold(Connection& db, const Stamp& stamp, const BookingWish& wish) {
    if (!wish.hold) return {};
    const auto held = release_hold(db, stamp, *wish.hold);
    if (!held) return std::unexpected(held.error());
    if (held->session != wish.session || held->qty < static_cast<int>(wish.seats.size()))
        return std::unexpected(Refusal{RefusalCode::bad_state, "hol_" + std::to_string(*wish.hold)});
    return {};
}

bool is_taken(Connection& db, const std::string& ref) {
    return db.query("SELECT 1 FROM bookings WHERE ref = ?", ref).step();
}

}  // namespace

std::expected<BookingRow, Refusal> book(Connection& db, const Stamp& stamp, const BookingWish& wish,
                                        const DayOf& day_of) {
    if (is_taken(db, wish.ref)) return std::unexpected(Refusal{RefusalCode::name_taken, "ref"});
    if (auto used = use_hold(db, stamp, wish); !used) return std::unexpected(used.error());
    // All or none, and the refusal names what is free for all of them: one claim of the whole first.
    const auto room = claim(db, stamp, {wish.session, static_cast<int>(wish.seats.size())}, day_of);
    if (!room) return std::unexpected(room.error());
    release_claim(db, *room);
    db.execute("INSERT INTO bookings(ref, version, created_at_us, created_by, session, state) VALUES(?,1,?,?,?,?)",
               wish.ref, stamp.now_us, stamp.who, wish.session, bookings::word(BookingState::confirmed));
    BookingRow row{{db.last_id(), 1, stamp.now_us, stamp.who}, wish.ref, wish.session, BookingState::confirmed, {}};
    for (SeatRow seat : wish.seats) {
        seat.session = wish.session;
        seat.booking = row.head.id;
        auto made = insert_seat(db, stamp, std::move(seat), day_of);
        if (!made) return std::unexpected(made.error());
        row.seats.push_back(std::move(*made));
    }
    audit_new(db, "bookings", row.head.id, stamp);
    return row;
}

std::optional<BookingRow> find_booking(Connection& db, const std::string& ref) {
    std::optional<BookingRow> found;
    {
        auto rows = db.query(std::string(columns) + "WHERE ref = ?", ref);
        if (rows.step()) found = row_of(rows);
    }
    if (found) found->seats = seats_of_booking(db, found->head.id);
    return found;
}

std::vector<BookingRow> bookings_of_session(Connection& db, std::int64_t session) {
    std::vector<BookingRow> found;
    {
        auto rows = db.query(std::string(columns) + "WHERE session = ? ORDER BY id", session);
        while (rows.step()) found.push_back(row_of(rows));
    }
    for (BookingRow& row : found) row.seats = seats_of_booking(db, row.head.id);
    return found;
}

std::expected<BookingRow, Refusal> cancel_booking(Connection& db, const Stamp& stamp, const std::string& ref) {
    auto row = find_booking(db, ref);
    if (!row) return std::unexpected(Refusal{RefusalCode::not_found, ref});
    if (row->state == BookingState::cancelled) return std::unexpected(Refusal{RefusalCode::bad_state, ref});
    const Audit audit(db, "bookings", row->head.id);
    for (SeatRow& seat : row->seats) {
        if (seat.state == SeatState::cancelled) continue;
        if (!bookings::may_become(seat.state, SeatState::cancelled))
            return std::unexpected(Refusal{RefusalCode::bad_state, "sea_" + std::to_string(seat.head.id)});
        seat.state = SeatState::cancelled;
        auto changed = update_seat(db, stamp, std::move(seat));
        if (!changed) return std::unexpected(changed.error());
    }
    db.execute("UPDATE bookings SET version = version + 1, state = ? WHERE id = ?",
               bookings::word(BookingState::cancelled), row->head.id);
    audit.write(stamp);
    return *find_booking(db, ref);
}

}  // namespace chicane::centre::store
