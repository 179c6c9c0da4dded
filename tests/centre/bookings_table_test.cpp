// Bookings, their seats, and seats as entrants.
#include "centre/store/bookings_table.hpp"

#include <catch2/catch.hpp>

#include "centre/store/customers_table.hpp"
#include "centre/store/holds_table.hpp"
#include "tests/centre/store_case.hpp"

using namespace chicane::centre::store;
using namespace chicane::centre::bookings;

namespace {

SeatRow guest(const std::string& label) {
    SeatRow seat;
    seat.label = label;
    return seat;
}

}  // namespace

TEST_CASE_METHOD(StoreCase, "a booking takes its seats under one reference") {
    const auto session = add_session(3);
    const auto booked = book(db, stamp, {"REF", session, {guest("Guest 1"), guest("Guest 2")}, {}}, day_of);
    REQUIRE(booked);
    CHECK(booked->seats.size() == 2);
    CHECK(booked->seats[1].place == 2);
    CHECK(find_session(db, session, stamp.now_us)->seats_taken == 2);
    CHECK(find_booking(db, "REF")->seats[0].label == "Guest 1");
}

TEST_CASE_METHOD(StoreCase, "two of three seats are none: the refusal changes nothing") {
    const auto session = add_session(2);
    const auto refused = book(db, stamp, {"REF", session, {guest("1"), guest("2"), guest("3")}, {}}, day_of);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == RefusalCode::capacity_exceeded);
    CHECK(refused.error().free == 2);
    CHECK_FALSE(find_booking(db, "REF"));
}

TEST_CASE_METHOD(StoreCase, "a booking takes what was held for it, in a session that is full otherwise") {
    const auto session = add_session(2);
    const auto held = hold(db, stamp, session, 2, day_of);
    CHECK_FALSE(book(db, stamp, {"A", session, {guest("1")}, {}}, day_of));
    CHECK(book(db, stamp, {"B", session, {guest("1"), guest("2")}, held->head.id}, day_of));
    CHECK(find_session(db, session, stamp.now_us)->seats_taken == 2);
    CHECK(book(db, stamp, {"C", session, {guest("1")}, held->head.id}, day_of).error().code ==
          RefusalCode::hold_expired);
}

TEST_CASE_METHOD(StoreCase, "a hold serves its own session only") {
    const auto held = hold(db, stamp, add_session(2), 2, day_of);
    CHECK(book(db, stamp, {"A", add_session(2), {guest("1")}, held->head.id}, day_of).error().code ==
          RefusalCode::bad_state);
}

TEST_CASE_METHOD(StoreCase, "cancelling gives the seats back, keeps the rows, and happens once") {
    const auto session = add_session(1);
    REQUIRE(book(db, stamp, {"REF", session, {guest("1")}, {}}, day_of));
    const auto cancelled = cancel_booking(db, stamp, "REF");
    REQUIRE(cancelled);
    CHECK(cancelled->state == BookingState::cancelled);
    CHECK(cancelled->head.version == 2);
    CHECK(cancelled->seats[0].state == SeatState::cancelled);
    CHECK(seats_of_session(db, session).empty());
    CHECK(find_session(db, session, stamp.now_us)->seats_taken == 0);
    CHECK(cancel_booking(db, stamp, "REF").error().code == RefusalCode::bad_state);
    CHECK(book(db, stamp, {"NEXT", session, {guest("1")}, {}}, day_of));
}

TEST_CASE_METHOD(StoreCase, "a kart has one driver in a session") {
    const auto session = add_session(3);
    auto first = guest("1");
    first.session = session;
    first.kart = 7;
    const auto made = insert_seat(db, stamp, first, day_of);
    REQUIRE(made);
    const auto refused = insert_seat(db, stamp, first, day_of);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == RefusalCode::kart_taken);
    CHECK(refused.error().subject == "ent_" + std::to_string(made->head.id));
    first.session = add_session(3);
    CHECK(insert_seat(db, stamp, first, day_of));
}

TEST_CASE_METHOD(StoreCase, "a seat brings its customer and its tags") {
    const auto customer = insert_customer(db, stamp, {"Muster", "Max", {}, {}, {}, {}, "fr", {}});
    SeatRow seat;
    seat.session = add_session(3);
    seat.customer = customer.head.id;
    seat.transponders = {5691251, 42};
    const auto made = insert_seat(db, stamp, seat, day_of);
    REQUIRE(made);
    CHECK(made->person->family_name == "Muster");
    CHECK(made->transponders == std::vector<std::int64_t>{42, 5691251});
    seat.customer = 99;
    CHECK(insert_seat(db, stamp, seat, day_of).error().subject == "cus_99");
}

TEST_CASE_METHOD(StoreCase, "the grid is the order that was asked for, of exactly the session's seats") {
    const auto session = add_session(3);
    const auto booked = book(db, stamp, {"REF", session, {guest("1"), guest("2"), guest("3")}, {}}, day_of);
    const auto id = [&](int n) { return booked->seats[static_cast<std::size_t>(n)].head.id; };
    CHECK(order_seats(db, stamp, session, {id(2), id(0), id(1)}));
    const auto seats = seats_of_session(db, session);
    CHECK(seats[0].label == "3");
    CHECK(seats[2].label == "2");
    CHECK_FALSE(order_seats(db, stamp, session, {id(0), id(1)}));
    CHECK_FALSE(order_seats(db, stamp, session, {id(0), id(1), id(1)}));
}

TEST_CASE_METHOD(StoreCase, "a change leaves who, before and after") {
    const auto session = add_session(3);
    auto seat = guest("before");
    seat.session = session;
    auto made = *insert_seat(db, stamp, seat, day_of);
    made.label = "after";
    stamp.who = "ben";
    REQUIRE(update_seat(db, stamp, made));
    auto rows = db.query(
        "SELECT who, json_extract(before, '$.label'), json_extract(after, '$.label'), json_extract(after, '$.version') "
        "FROM audit WHERE subject = 'seats' ORDER BY id DESC LIMIT 1");
    REQUIRE(rows.step());
    CHECK(rows.text(0) == "ben");
    CHECK(rows.text(1) == "before");
    CHECK(rows.text(2) == "after");
    CHECK(rows.integer(3) == 2);
}
