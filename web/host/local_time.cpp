#include "web/host/local_time.hpp"

#include <algorithm>
#include <charconv>
#include <date/tz.h>

namespace chicane::web::host {
namespace {

using std::chrono::microseconds;
using Moment = date::sys_time<microseconds>;

const date::time_zone& zone_or_utc(const std::string& timezone) {
    try {
        return *date::locate_zone(timezone);
    } catch (const std::runtime_error&) {
        return *date::locate_zone("Etc/UTC");
    }
}

/// `count` digits at `at`, up to `most`; -1: something else.
int digits_at(std::string_view text, std::size_t at, std::size_t count, int most) {
    int number = -1;
    const std::string_view part = at < text.size() ? text.substr(at, count) : "";
    const auto read = std::from_chars(part.data(), part.data() + part.size(), number);
    const bool whole = part.size() == count && read.ptr == part.data() + count && part.front() != '-';
    return read.ec == std::errc{} && whole && number <= most ? number : -1;
}

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

std::optional<std::int64_t> utc_us_of(std::string_view text, const std::string& timezone, Twice twice) {
    const bool utc = text.ends_with('Z');
    if (utc) text.remove_suffix(1);
    constexpr std::string_view whole = "0000-00-00T00:00:00", short_form = "0000-00-00T00:00";
    if (text.size() != whole.size() && text.size() != short_form.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (whole[i] != '0' && text[i] != whole[i]) return std::nullopt;
    const int seconds = text.size() == whole.size() ? digits_at(text, 17, 2, 59) : 0;
    const int year = digits_at(text, 0, 4, 9999), month = digits_at(text, 5, 2, 12), day = digits_at(text, 8, 2, 31);
    const int hour = digits_at(text, 11, 2, 23), minute = digits_at(text, 14, 2, 59);
    if (std::min({seconds, year, month, day, hour, minute}) < 0) return std::nullopt;
    const auto date = date::year{year} / month / day;
    if (!date.ok()) return std::nullopt;
    const auto time = std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(seconds);
    const date::local_time<microseconds> local = date::local_days(date) + time;
    if (utc) return local.time_since_epoch().count();
    const auto choose = twice == Twice::first ? date::choose::earliest : date::choose::latest;
    return zone_or_utc(timezone).to_sys(local, choose).time_since_epoch().count();
}

std::string local_text(const std::string& timezone, std::int64_t utc_us) {
    const auto local = zone_or_utc(timezone).to_local(date::floor<std::chrono::seconds>(Moment(microseconds(utc_us))));
    return date::format("%FT%T", local);
}

}  // namespace chicane::web::host
