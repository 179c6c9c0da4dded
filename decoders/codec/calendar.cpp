#include "decoders/codec/calendar.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr int year_max = 9999;
constexpr std::int64_t days_before_1970 = 719'162;  // from 1 January of year 1
constexpr int days_before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

bool leaps(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// Days of a year before a month; 13 is the whole year.
int days_until(int year, int month) { return days_before[month - 1] + (month > 2 && leaps(year) ? 1 : 0); }

/// From 1 January of year 1 to 1 January of this one.
std::int64_t days_until(int year) {
    const std::int64_t gone = year - 1;
    return gone * 365 + gone / 4 - gone / 100 + gone / 400;
}

}  // namespace

std::optional<std::int64_t> day_number(Date date) {
    const auto [year, month, day] = date;
    if (year < 1 || year > year_max || month < 1 || month > 12 || day < 1) return std::nullopt;
    if (day > days_until(year, month + 1) - days_until(year, month)) return std::nullopt;
    return days_until(year) + days_until(year, month) + day - 1 - days_before_1970;
}

Date date_of(std::int64_t day_number) {
    const std::int64_t days = day_number + days_before_1970;
    int year = static_cast<int>(days / 366) + 1;  // never too late, and early by few
    while (days_until(year + 1) <= days) ++year;
    const int in_year = static_cast<int>(days - days_until(year));
    int month = 1;
    while (days_until(year, month + 1) <= in_year) ++month;
    return {year, month, in_year - days_until(year, month) + 1};
}

}  // namespace chicane::decoders::codec
