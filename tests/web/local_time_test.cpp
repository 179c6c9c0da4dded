// Moments as people write them.
#include "web/host/local_time.hpp"

#include <catch2/catch.hpp>

using namespace chicane::web::host;

namespace {

constexpr const char* paris = "Europe/Paris";
constexpr std::int64_t hour_us = 3'600'000'000;
constexpr std::int64_t noon_us = 1'795'867'200'000'000;  // 2026-11-28T12:00:00Z

std::optional<std::int64_t> at(std::string_view text, Twice twice = Twice::first) {
    return utc_us_of(text, paris, twice);
}

}  // namespace

TEST_CASE("a moment is read by the centre's clocks, or in UTC with a Z") {
    CHECK(at("2026-11-28T12:00Z") == noon_us);
    CHECK(at("2026-11-28T13:00") == noon_us);
    CHECK(at("2026-11-28T13:00:07") == noon_us + 7'000'000);
    CHECK(utc_us_of("2026-11-28T12:00", "no/such", Twice::first) == noon_us);
    CHECK(local_text(paris, noon_us + 1'500'000) == "2026-11-28T13:00:01");
}

TEST_CASE("the hour that comes twice begins with its first and ends with its second") {
    CHECK(*at("2026-10-25T02:30", Twice::second) - *at("2026-10-25T02:30", Twice::first) == hour_us);
}

TEST_CASE("what is no moment is refused") {
    for (const char* text : {"", "yesterday", "2026-11-28", "2026-02-30T10:00", "2026-11-28T24:00", "2026-11-28 10:00",
                             "2026-11-28T10:00:60", "2026-11-28T10:00+01:00", "2026-1-028T10:00", "2026--1-01T10:00"})
        CHECK_FALSE(at(text).has_value());
}
