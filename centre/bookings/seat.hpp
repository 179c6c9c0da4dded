// A seat of a session: what is sold, and what becomes an entrant. front-desk.md 1.3. Pure.
#pragma once

#include <optional>
#include <string_view>

namespace chicane::centre::bookings {

enum class SeatState { held, booked, checked_in, driven, no_show, cancelled };

std::string_view word(SeatState state);
std::optional<SeatState> seat_state_from(std::string_view word);

/// Whether a seat may go from one state to another: booked → checked_in | no_show | cancelled; checked_in → driven | booked |
/// cancelled; no_show → checked_in.
bool may_become(SeatState from, SeatState to);

enum class BookingState { confirmed, cancelled };

std::string_view word(BookingState state);
std::optional<BookingState> booking_state_from(std::string_view word);

}  // namespace chicane::centre::bookings
