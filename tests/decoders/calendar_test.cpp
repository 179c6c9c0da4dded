// Days from 1970 and back.
#include "decoders/codec/calendar.hpp"

#include <catch2/catch.hpp>
#include <chrono>

using namespace chicane::decoders::codec;

TEST_CASE("every day of 1900 to 2200 has the number that the standard library gives it, and is found by it") {
    using namespace std::chrono;
    for (sys_days day = 1900y / 1 / 1; day < sys_days(2200y / 1 / 1); day += days(1)) {
        const year_month_day civil(day);
        const Date date{static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
                        static_cast<int>(static_cast<unsigned>(civil.day()))};
        REQUIRE(day_number(date) == day.time_since_epoch().count());
        REQUIRE(date_of(day.time_since_epoch().count()) == date);
    }
}

TEST_CASE("a day that no calendar has is refused") {
    CHECK(day_number({2024, 2, 29}));
    for (const Date none : {Date{2026, 2, 29}, Date{1900, 2, 29}, Date{2026, 4, 31}, Date{2026, 13, 1},
                            Date{2026, 0, 1}, Date{2026, 1, 0}, Date{0, 1, 1}, Date{10'000, 1, 1}})
        CHECK(!day_number(none));
}
