#include "web/api/calendar.hpp"

#include <chrono>

namespace chicane::web::api {
namespace {

using centre::customers::Date;

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t day_us = 86'400 * second_us;

int days_since_1970(Date date) {
    const std::chrono::sys_days days = std::chrono::year(date.year) /
                                       std::chrono::month(static_cast<unsigned>(date.month)) /
                                       std::chrono::day(static_cast<unsigned>(date.day));
    return static_cast<int>(days.time_since_epoch().count());
}

}  // namespace

int Calendar::day_of(std::int64_t utc_us) const {
    const std::int64_t local_us = utc_us + utc_offset_s_(utc_us) * second_us;
    return static_cast<int>((local_us - (local_us < 0 ? day_us - 1 : 0)) / day_us);
}

Date Calendar::date_of(std::int64_t utc_us) const {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day_of(utc_us)}}};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

// The offset is asked for at the guess, and once more where the guess was across a change of clocks.
std::int64_t Calendar::begin_of_day_us(int day) const {
    const std::int64_t local_us = day * day_us;
    const std::int64_t guess_us = local_us - utc_offset_s_(local_us) * second_us;
    return local_us - utc_offset_s_(guess_us) * second_us;
}

std::int64_t Calendar::begin_us(Date date) const { return begin_of_day_us(days_since_1970(date)); }
std::int64_t Calendar::end_us(Date date) const { return begin_of_day_us(days_since_1970(date) + 1); }

}  // namespace chicane::web::api
