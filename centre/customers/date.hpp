// A day of the calendar, as people write it on a form: no time, no zone. Pure.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace chicane::centre::customers {

struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// `YYYY-MM-DD` of a day that exists; nothing else.
std::optional<Date> parse_date(std::string_view text);
std::string text_of(Date date);

/// Whole years of age on a day; the 29th of February has its birthday on the 1st of March of common years.
int age_on(Date day, Date birth);

}  // namespace chicane::centre::customers
