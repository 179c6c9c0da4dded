#include "centre/bookings/seat.hpp"

#include <algorithm>
#include <array>

namespace chicane::centre::bookings {
namespace {

constexpr std::array<std::string_view, 6> seat_words = {"held",   "booked",  "checked_in",
                                                        "driven", "no_show", "cancelled"};
constexpr std::array<std::string_view, 2> booking_words = {"confirmed", "cancelled"};

template <class State, std::size_t N>
std::optional<State> state_from(const std::array<std::string_view, N>& words, std::string_view text) {
    const auto found = std::ranges::find(words, text);
    if (found == words.end()) return std::nullopt;
    return static_cast<State>(found - words.begin());
}

}  // namespace

std::string_view word(SeatState state) { return seat_words[static_cast<std::size_t>(state)]; }
std::optional<SeatState> seat_state_from(std::string_view text) { return state_from<SeatState>(seat_words, text); }
std::string_view word(BookingState state) { return booking_words[static_cast<std::size_t>(state)]; }
std::optional<BookingState> booking_state_from(std::string_view text) {
    return state_from<BookingState>(booking_words, text);
}

bool may_become(SeatState from, SeatState to) {
    if (from == to) return true;
    switch (from) {
        case SeatState::held:
            return to == SeatState::booked || to == SeatState::cancelled;
        case SeatState::booked:
            return to == SeatState::checked_in || to == SeatState::no_show || to == SeatState::cancelled;
        case SeatState::checked_in:
            return to == SeatState::driven || to == SeatState::booked || to == SeatState::cancelled;
        case SeatState::no_show:
            return to == SeatState::checked_in;
        case SeatState::driven:
        case SeatState::cancelled:
            return false;
    }
    return false;
}

}  // namespace chicane::centre::bookings
