// Seats as rows: what is sold at the desk and who drives at race control. Each has a claim of its own on the session's capacity. On
// the writer's or a reader's thread.
#pragma once

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "centre/bookings/seat.hpp"
#include "centre/customers/customer.hpp"
#include "centre/store/claims_table.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t label_letters_max = 60;
inline constexpr std::size_t number_letters_max = 8;
inline constexpr std::size_t transponders_of_seat_max = 4;

/// Of a team, in the order of the entry: the first starts.
struct SeatDriver {
    std::int64_t id = 0;  ///< 0: a new one
    std::string name;
    std::optional<std::string> public_name;        ///< else made of the name
    std::int32_t weight_kg = 0;                    ///< 0: nobody weighed him
    std::optional<std::int64_t> transponder = {};  ///< of his own
    friend bool operator==(const SeatDriver&, const SeatDriver&) = default;
};

struct SeatRow {
    Head head;
    std::int64_t session = 0;
    std::optional<std::int64_t> booking;
    std::optional<std::int64_t> claim;
    std::optional<std::int64_t> customer;
    std::string label;                       ///< "Guest 3"; the name, where there is no customer
    std::optional<std::string> public_name;  ///< given by race control: a team's; else it follows from the person
    std::optional<std::string> number;       ///< his own; else the kart's
    std::optional<std::int64_t> kart;
    bookings::SeatState state = bookings::SeatState::booked;
    int place = 0;  ///< in the grid, from 1
    std::vector<std::int64_t> transponders;
    std::vector<SeatDriver> drivers;
    std::optional<customers::Customer> person;  ///< of `customer`, as it is now
};

/// What is asked for; `seat.claim` and `seat.place` are made here.
std::expected<SeatRow, Refusal> insert_seat(Connection& db, const Stamp& stamp, SeatRow seat, const DayOf& day_of);
std::optional<SeatRow> find_seat(Connection& db, std::int64_t id);
/// In order of the grid; without those that were cancelled.
std::vector<SeatRow> seats_of_session(Connection& db, std::int64_t session);
/// All of a booking, cancelled ones too.
std::vector<SeatRow> seats_of_booking(Connection& db, std::int64_t booking);
/// Of every session; without those that were cancelled.
std::set<std::int64_t> seats_of_customer(Connection& db, std::int64_t customer);
/// Writes the row as it is given, with the next version; cancelled gives its place back. kart_taken, not_found (customer, driver).
std::expected<SeatRow, Refusal> update_seat(Connection& db, const Stamp& stamp, SeatRow row);
/// Puts the grid into this order; bad_state where the ids are not exactly the session's seats.
std::expected<void, Refusal> order_seats(Connection& db, const Stamp& stamp, std::int64_t session,
                                         const std::vector<std::int64_t>& ids);

}  // namespace chicane::centre::store
