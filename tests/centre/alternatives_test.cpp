// What a refused buyer is offered: front-desk.md B3.
#include "centre/bookings/alternatives.hpp"

#include <catch2/catch.hpp>

using namespace chicane::centre::bookings;

namespace {

constexpr std::int64_t hour_us = 3'600'000'000LL;

Offer at(int day, int hour, int free) { return {day * 100 + hour, "Session", (day * 24 + hour) * hour_us, day, free}; }

std::vector<std::int64_t> ids(const std::vector<Offer>& offers) {
    std::vector<std::int64_t> found;
    for (const Offer& offer : offers) found.push_back(offer.session);
    return found;
}

}  // namespace

TEST_CASE("one earlier that can be reached, three later that day, the nearest time on two next days") {
    const std::vector<Offer> day = {at(1, 8, 5),  at(1, 10, 5), at(1, 11, 5), at(1, 13, 5), at(1, 14, 5), at(1, 15, 5),
                                    at(1, 16, 5), at(2, 9, 5),  at(2, 13, 5), at(4, 11, 5), at(5, 12, 5)};
    CHECK(ids(alternatives(day, at(1, 12, 0), 2, 9 * hour_us)) ==
          std::vector<std::int64_t>{111, 113, 114, 115, 213, 411});
}

TEST_CASE("what has no room for all is not offered") {
    const std::vector<Offer> day = {at(1, 13, 1), at(1, 14, 3)};
    CHECK(ids(alternatives(day, at(1, 12, 0), 2, 0)) == std::vector<std::int64_t>{114});
}

TEST_CASE("the past and the session itself are not offered") {
    const std::vector<Offer> day = {at(1, 10, 9), at(1, 12, 9), at(1, 13, 9)};
    CHECK(ids(alternatives(day, at(1, 12, 0), 1, (24 + 11) * hour_us)) == std::vector<std::int64_t>{113});
}
