// Days from 1970 and back, in the Gregorian calendar; without <chrono>, as clocks stay out of the pure folders.
#pragma once

#include <cstdint>
#include <optional>

namespace chicane::decoders::codec {

struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    friend bool operator==(const Date&, const Date&) = default;
};

/// Days since 1 January 1970. Absent: no such day. Years 1 to 9999.
std::optional<std::int64_t> day_number(Date date);

/// The day with that number, of the same years.
Date date_of(std::int64_t day_number);

}  // namespace chicane::decoders::codec
