// Goal: an official is led to the laps to look at, and to no other (race-rules.md §2, §6). Method: laps in, doubts out.
#include "sessions/doubtful_laps.hpp"

#include <catch2/catch.hpp>
#include <cstdint>

using namespace chicane::sessions;

namespace {

constexpr std::int64_t s = 1'000'000;
const DoubtfulLap fine;

std::vector<DoubtfulLap> judged(std::vector<std::int64_t> laps, std::int32_t percent = 180) {
    return doubtful_laps(laps, percent);
}

}  // namespace

TEST_CASE("a lap of nearly two medians is likely two laps, one of three likely three") {
    const auto doubts = judged({44 * s, 45 * s, 88 * s, 46 * s, 44 * s, 131 * s, 45 * s});
    CHECK(doubts[2] == DoubtfulLap{Doubt::too_long, 2});
    CHECK(doubts[5] == DoubtfulLap{Doubt::too_long, 3});
    CHECK(doubts[0] == fine);
    CHECK(doubts[6] == fine);
}

TEST_CASE("a lap of half a median is likely a passing too many") {
    const auto doubts = judged({44 * s, 45 * s, 20 * s, 24 * s, 44 * s, 45 * s});
    CHECK(doubts[2] == DoubtfulLap{Doubt::too_short, 1});
    CHECK(doubts[3] == DoubtfulLap{Doubt::too_short, 1});
    CHECK(doubts[1] == fine);
}

TEST_CASE("a lap at the bound is not doubted") {
    CHECK(judged({100 * s, 100 * s, 100 * s, 180 * s})[3] == fine);
    CHECK(judged({100 * s, 100 * s, 100 * s, 180 * s + 1})[3] == DoubtfulLap{Doubt::too_long, 2});
    CHECK(judged({180 * s, 180 * s, 180 * s, 100 * s})[3] == fine);
    CHECK(judged({180 * s, 180 * s, 180 * s, 100 * s - 1})[3] == DoubtfulLap{Doubt::too_short, 1});
}

TEST_CASE("few laps tell no pace, and where the rule is off nothing is doubted") {
    CHECK(judged({44 * s, 44 * s, 99 * s}) == std::vector(3, fine));
    CHECK(judged({44 * s, 44 * s, 44 * s, 99 * s}, 0) == std::vector(4, fine));
    CHECK(judged({}).empty());
}

TEST_CASE("a stop of hours is as many laps as can be divided, and no number overflows") {
    CHECK(judged({1 * s, 1 * s, 1 * s, INT64_MAX / 2})[3] == DoubtfulLap{Doubt::too_long, doubt_parts_max});
}
