// References that survive the telephone, and the states of a seat.
#include "centre/bookings/reference.hpp"

#include <catch2/catch.hpp>

#include "centre/bookings/hold.hpp"
#include "centre/bookings/seat.hpp"

using namespace chicane::centre::bookings;

TEST_CASE("a reference has seven letters and a check: 1·1 + 3·2 + … mod 32") {
    CHECK(make_reference({0, 0, 0, 0, 0, 0, 0}) == "00000000");
    CHECK(make_reference({1, 2, 3, 4, 5, 6, 7}) ==
          "1234567" + std::string(1, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(1 + 6 + 15 + 28 + 45 + 66 + 91) % 32]));
    CHECK(make_reference({255, 32, 0, 0, 0, 0, 0}).substr(0, 2) == "Z0");
}

TEST_CASE("a reference is read as people type it") {
    const auto reference = make_reference({0, 1, 10, 31, 5, 6, 7});
    CHECK(parse_reference(reference) == reference);
    CHECK(parse_reference("olaz-567" + std::string(1, reference.back())) == reference);
    CHECK(parse_reference(" " + reference.substr(0, 4) + " " + reference.substr(4)) == reference);
}

TEST_CASE("every single wrong letter is noticed") {
    const std::string reference = make_reference({9, 8, 7, 6, 5, 4, 3});
    for (std::size_t i = 0; i < reference.size(); ++i) {
        for (const char other : std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            std::string wrong = reference;
            wrong[i] = other;
            if (wrong != reference) CHECK_FALSE(parse_reference(wrong));
        }
    }
    CHECK_FALSE(parse_reference("1234"));
    CHECK_FALSE(parse_reference("U0000000"));
    CHECK_FALSE(parse_reference(reference + "0"));
}

TEST_CASE("a hold lasts a quarter of an hour and never more than one hour from its begin") {
    CHECK(hold_expires_at_us(0, 0) == hold_us);
    CHECK(hold_expires_at_us(0, 40 * 60'000'000LL) == 55 * 60'000'000LL);
    CHECK(hold_expires_at_us(0, 59 * 60'000'000LL) == hold_us_max);
}

TEST_CASE("a seat that was driven or cancelled stays so") {
    for (const auto to : {SeatState::booked, SeatState::checked_in, SeatState::no_show}) {
        CHECK_FALSE(may_become(SeatState::driven, to));
        CHECK_FALSE(may_become(SeatState::cancelled, to));
    }
    CHECK(may_become(SeatState::booked, SeatState::checked_in));
    CHECK(may_become(SeatState::no_show, SeatState::checked_in));
    CHECK_FALSE(may_become(SeatState::booked, SeatState::driven));
}
