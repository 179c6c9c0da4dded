#include "centre/store/seats_table.hpp"

#include <algorithm>

#include "centre/store/audit.hpp"
#include "centre/store/customers_table.hpp"
#include "timing/ensure.hpp"

namespace chicane::centre::store {
namespace {

using bookings::SeatState;

constexpr std::string_view columns =
    "SELECT id, version, created_at_us, created_by, session, booking, claim, customer, label, public_name, number, "
    "kart, state, place FROM seats ";

SeatRow row_of(const Rows& rows) {
    SeatRow row;
    row.head = {rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)};
    row.session = rows.integer(4);
    row.booking = rows.maybe_integer(5);
    row.claim = rows.maybe_integer(6);
    row.customer = rows.maybe_integer(7);
    row.label = rows.text(8);
    row.public_name = rows.maybe_text(9);
    row.number = rows.maybe_text(10);
    row.kart = rows.maybe_integer(11);
    const auto state = bookings::seat_state_from(rows.text(12));
    timing::ensure(state.has_value(), "a word that this program wrote is one that it reads");
    row.state = *state;
    row.place = static_cast<int>(rows.integer(13));
    return row;
}

void complete(Connection& db, SeatRow& row) {
    auto tags = db.query("SELECT transponder FROM seat_transponders WHERE seat = ? ORDER BY transponder", row.head.id);
    while (tags.step()) row.transponders.push_back(tags.integer(0));
    auto drivers =
        db.query("SELECT id, name, public_name, weight_kg, transponder FROM seat_drivers WHERE seat = ? ORDER BY place",
                 row.head.id);
    while (drivers.step())
        row.drivers.push_back({drivers.integer(0), drivers.text(1), drivers.maybe_text(2),
                               static_cast<std::int32_t>(drivers.integer(3)), drivers.maybe_integer(4)});
    if (!row.customer) return;
    if (auto found = find_customer(db, *row.customer)) row.person = std::move(found->customer);
}

template <class... Values>
std::vector<SeatRow> seats(Connection& db, std::string_view where, const Values&... values) {
    std::vector<SeatRow> found;
    {
        auto rows = db.query(std::string(columns) + std::string(where), values...);
        while (rows.step()) found.push_back(row_of(rows));
    }
    for (SeatRow& row : found) complete(db, row);
    return found;
}

std::optional<Refusal> fault_of(Connection& db, const SeatRow& seat) {
    if (seat.customer && !find_customer(db, *seat.customer))
        return Refusal{RefusalCode::not_found, "cus_" + std::to_string(*seat.customer)};
    for (const SeatDriver& driver : seat.drivers) {
        auto known = db.query("SELECT 1 FROM seat_drivers WHERE id = ? AND seat = ?", driver.id, seat.head.id);
        if (driver.id != 0 && !known.step()) return Refusal{RefusalCode::not_found, "drv_" + std::to_string(driver.id)};
    }
    if (!seat.kart || seat.state == SeatState::cancelled) return std::nullopt;
    auto other = db.query("SELECT id FROM seats WHERE session = ? AND kart = ? AND state <> 'cancelled' AND id <> ?",
                          seat.session, *seat.kart, seat.head.id);
    if (other.step()) return Refusal{RefusalCode::kart_taken, "ent_" + std::to_string(other.integer(0))};
    return std::nullopt;
}

void write_transponders(Connection& db, const SeatRow& row) {
    db.execute("DELETE FROM seat_transponders WHERE seat = ?", row.head.id);
    for (const std::int64_t tag : row.transponders)
        db.execute("INSERT OR IGNORE INTO seat_transponders(seat, transponder) VALUES(?,?)", row.head.id, tag);
}

/// Who stays keeps his id: relays name him by it.
void write_drivers(Connection& db, const SeatRow& row) {
    db.execute("UPDATE seat_drivers SET place = -1 WHERE seat = ?", row.head.id);
    int place = 0;
    for (const SeatDriver& driver : row.drivers) {
        if (driver.id == 0) {
            db.execute(
                "INSERT INTO seat_drivers(seat, place, name, public_name, weight_kg, transponder) VALUES(?,?,?,?,?,?)",
                row.head.id, place++, driver.name, driver.public_name, driver.weight_kg, driver.transponder);
        } else {
            db.execute("UPDATE seat_drivers SET place=?, name=?, public_name=?, weight_kg=?, transponder=? WHERE id=?",
                       place++, driver.name, driver.public_name, driver.weight_kg, driver.transponder, driver.id);
        }
    }
    db.execute("DELETE FROM seat_drivers WHERE seat = ? AND place = -1", row.head.id);
}

int last_place(Connection& db, std::int64_t session) {
    auto rows = db.query("SELECT coalesce(max(place), 0) FROM seats WHERE session = ?", session);
    return rows.step() ? static_cast<int>(rows.integer(0)) : 0;
}

}  // namespace

std::expected<SeatRow, Refusal> insert_seat(Connection& db, const Stamp& stamp, SeatRow seat, const DayOf& day_of) {
    if (auto fault = fault_of(db, seat)) return std::unexpected(*fault);
    const auto claimed = claim(db, stamp, {seat.session, 1}, day_of);
    if (!claimed) return std::unexpected(claimed.error());
    db.execute(
        "INSERT INTO seats(version, created_at_us, created_by, session, booking, claim, customer, label, public_name, "
        "number, kart, state, place) VALUES(1,?,?,?,?,?,?,?,?,?,?,?,?)",
        stamp.now_us, stamp.who, seat.session, seat.booking, *claimed, seat.customer, seat.label, seat.public_name,
        seat.number, seat.kart, bookings::word(seat.state), last_place(db, seat.session) + 1);
    seat.head.id = db.last_id();
    write_transponders(db, seat);
    write_drivers(db, seat);
    audit_new(db, "seats", seat.head.id, stamp);
    return *find_seat(db, seat.head.id);
}

std::optional<SeatRow> find_seat(Connection& db, std::int64_t id) {
    auto found = seats(db, "WHERE id = ?", id);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<SeatRow> seats_of_session(Connection& db, std::int64_t session) {
    return seats(db, "WHERE session = ? AND state <> 'cancelled' ORDER BY place, id", session);
}

std::vector<SeatRow> seats_of_booking(Connection& db, std::int64_t booking) {
    return seats(db, "WHERE booking = ? ORDER BY id", booking);
}

std::set<std::int64_t> seats_of_customer(Connection& db, std::int64_t customer) {
    std::set<std::int64_t> ids;
    auto rows = db.query("SELECT id FROM seats WHERE customer = ? AND state <> 'cancelled'", customer);
    while (rows.step()) ids.insert(rows.integer(0));
    return ids;
}

std::expected<SeatRow, Refusal> update_seat(Connection& db, const Stamp& stamp, SeatRow row) {
    if (auto fault = fault_of(db, row)) return std::unexpected(*fault);
    const Audit audit(db, "seats", row.head.id);
    db.execute(
        "UPDATE seats SET version=?, customer=?, label=?, public_name=?, number=?, kart=?, state=?, place=? WHERE id=?",
        ++row.head.version, row.customer, row.label, row.public_name, row.number, row.kart, bookings::word(row.state),
        row.place, row.head.id);
    write_transponders(db, row);
    write_drivers(db, row);
    if (row.state == SeatState::cancelled && row.claim) release_claim(db, *row.claim);
    audit.write(stamp);
    return *find_seat(db, row.head.id);
}

std::expected<void, Refusal> order_seats(Connection& db, const Stamp& stamp, std::int64_t session,
                                         const std::vector<std::int64_t>& ids) {
    std::vector<std::int64_t> asked = ids, known;
    for (const SeatRow& row : seats_of_session(db, session)) known.push_back(row.head.id);
    std::ranges::sort(asked);
    std::ranges::sort(known);
    if (asked != known) return std::unexpected(Refusal{RefusalCode::bad_state, "ses_" + std::to_string(session)});
    int place = 0;
    for (const std::int64_t id : ids) {
        const Audit audit(db, "seats", id);
        db.execute("UPDATE seats SET place = ? WHERE id = ? AND place <> ?", ++place, id, place);
        if (db.changes() > 0) audit.write(stamp);
    }
    return {};
}

}  // namespace chicane::centre::store
