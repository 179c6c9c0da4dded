// Goal: the book of laps forgets exactly what it is told to, and its quick comparison of bests is that of sorted lists.
// Method: small books by hand; random ones against std::sort, written forward and cut back.
#include "timing/lap.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace chicane::timing;

namespace {

std::vector<std::int64_t> sorted(const LapBook& book, std::uint16_t entrant, std::int64_t max_lap_us) {
    std::vector<std::int64_t> laps;
    for (std::size_t i = 0; i < book.laps().size(); ++i) {
        const Lap& lap = book.laps()[i];
        if (lap.entrant == entrant && (max_lap_us == 0 || lap.time_us <= max_lap_us)) laps.push_back(cut(lap.time_us));
    }
    std::ranges::sort(laps);
    return laps;
}

int compared(const std::vector<std::int64_t>& left, const std::vector<std::int64_t>& right) {
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
    }
    return left.size() == right.size() ? 0 : left.size() > right.size() ? -1 : 1;
}

}  // namespace

TEST_CASE("a lap runs from crossing to crossing and is numbered from 1") {
    LapBook book;
    book.begin(3, {1'000});
    CHECK(book.end_lap(3, {21'000}).time_us == 20'000);
    CHECK(book.end_lap(3, {40'000}).time_us == 19'000);
    REQUIRE(book.laps().size() == 2);
    CHECK(book.laps()[1] == Lap{{40'000}, 19'000, 2, 3});
    CHECK(book.crossing(3, 0) == DecoderTime{1'000});
    CHECK(book.crossing(3, 2) == DecoderTime{40'000});
    CHECK(book.laps_of(3) == 2);
    CHECK(book.laps_of(9) == 0);
}

TEST_CASE("a book that is cut back holds the first laps only") {
    LapBook book;
    book.begin(0, {0});
    book.end_lap(0, {10'000});
    book.begin(1, {12'000});
    book.end_lap(0, {20'000});
    book.cut_back(1, 0, [](std::uint16_t entrant) { return entrant == 0 ? 1U : 0U; });
    CHECK(book.laps().size() == 1);
    CHECK(book.laps_of(0) == 1);
    book.begin(1, {13'000});  // as if it had never begun
    CHECK(book.end_lap(1, {33'000}).time_us == 20'000);
}

TEST_CASE("bests compare as sorted lists do, while laps come and go") {
    const auto seed = GENERATE(range(1, 61));
    INFO("seed " << seed);
    std::mt19937_64 dice(static_cast<std::uint64_t>(seed));
    const int spread = seed % 3 == 0   ? 3
                       : seed % 3 == 1 ? 20
                                       : 60;  // few different times, about as many as are kept, many
    const std::int64_t max_lap_us = seed % 2 == 0 ? 0 : 50'000;
    LapBook book(max_lap_us);
    std::int64_t now[2] = {0, 0};
    book.begin(0, {0});
    book.begin(1, {0});
    for (int step = 0; step < 400; ++step) {
        if (dice() % 8 == 0) {
            const std::size_t keep = book.laps().size() - std::min<std::size_t>(book.laps().size(), dice() % 12);
            book.cut_back(keep, 0, [](std::uint16_t) { return 1U; });
            for (std::uint16_t e = 0; e < 2; ++e) now[e] = book.crossing(e, book.laps_of(e)).us;
        }
        const auto entrant = static_cast<std::uint16_t>(dice() % 2);
        now[entrant] += static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(spread)) * 1000 + 999;
        book.end_lap(entrant, {now[entrant]});
        REQUIRE(book.compare_bests(0, 1) == compared(sorted(book, 0, max_lap_us), sorted(book, 1, max_lap_us)));
        REQUIRE(book.compare_bests(1, 0) == -book.compare_bests(0, 1));
    }
}
