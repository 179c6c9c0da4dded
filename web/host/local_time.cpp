#include "web/host/local_time.hpp"

#include <date/tz.h>

namespace chicane::web::host {
namespace {

using std::chrono::microseconds;
using Moment = date::sys_time<microseconds>;

}  // namespace

std::int32_t utc_offset_s(const std::string& timezone, std::int64_t utc_us) {
    const auto info = date::locate_zone(timezone)->get_info(Moment(microseconds(utc_us)));
    return static_cast<std::int32_t>(info.offset.count());
}

std::int64_t next_morning_us(const std::string& timezone, std::int64_t utc_us) {
    const auto* zone = date::locate_zone(timezone);
    const Moment moment{microseconds(utc_us)};
    auto day = date::floor<date::days>(zone->to_local(moment));
    for (;; day += date::days(1)) {
        const Moment morning =
            zone->to_sys(date::local_time<microseconds>(day + std::chrono::hours(5)), date::choose::earliest);
        if (morning > moment) return morning.time_since_epoch().count();
    }
}

}  // namespace chicane::web::host
