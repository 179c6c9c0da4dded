// Bookings as rows: seats of one session under one reference, all or none. On the writer's or a reader's thread.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "centre/store/seats_table.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t seats_of_booking_max = 60;  ///< a company's evening; a bigger one makes two

struct BookingRow {
    Head head;
    std::string ref;
    std::int64_t session = 0;
    bookings::BookingState state = bookings::BookingState::confirmed;
    std::vector<SeatRow> seats;
};

struct BookingWish {
    std::string ref;  ///< drawn by the caller; bad luck (it exists) is name_taken
    std::int64_t session = 0;
    std::vector<SeatRow> seats;        ///< customer, label, kart
    std::optional<std::int64_t> hold;  ///< whose seats these are
};

/// capacity_exceeded, hold_expired, bad_state (the hold is of another session or too small), not_found, kart_taken.
std::expected<BookingRow, Refusal> book(Connection& db, const Stamp& stamp, const BookingWish& wish,
                                        const DayOf& day_of);
std::optional<BookingRow> find_booking(Connection& db, const std::string& ref);
std::vector<BookingRow> bookings_of_session(Connection& db, std::int64_t session);
/// Cancels it with all its seats; bad_state where it is already, or somebody has driven.
std::expected<BookingRow, Refusal> cancel_booking(Connection& db, const Stamp& stamp, const std::string& ref);

}  // namespace chicane::centre::store
