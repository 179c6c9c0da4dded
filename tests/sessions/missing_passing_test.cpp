// Whose a crossing that no tag told of could be at a loop in a sector or at the pit.
#include "sessions/missing_passing.hpp"

#include <catch2/catch.hpp>

using namespace chicane;
using namespace chicane::sessions;

namespace {

constexpr std::int64_t second_us = 1'000'000;

timing::DecoderTime at(std::int64_t s) { return {s * second_us}; }

PassedAt passed(LoopRole role, std::int64_t s, std::uint8_t sector = 0) {
    return {timing::EntrantId{1}, role, sector, at(s)};
}

/// Three laps of 40 s with the loop of sector 1 after 15 s; the second lap lacks it.
const std::vector<PassedAt> laps{passed(LoopRole::finish, 0), passed(LoopRole::sector, 15, 1),
                                 passed(LoopRole::finish, 40), passed(LoopRole::finish, 80),
                                 passed(LoopRole::sector, 95, 1)};

}  // namespace

TEST_CASE("a crossing of a sector's loop is his who has not passed it in that lap, at about his usual split") {
    const auto missing = missing_sector(laps, 1, at(56));
    REQUIRE(missing);
    CHECK(missing->after_us == 16 * second_us);
    CHECK(missing->off_us == 1 * second_us);
    CHECK_FALSE(missing_sector(laps, 1, at(16)));  // he was seen there in this lap
    CHECK_FALSE(missing_sector(laps, 1, at(70)));  // far from his pace
    CHECK_FALSE(missing_sector(laps, 2, at(56)));  // no lap of his tells where that loop lies
    CHECK_FALSE(missing_sector({}, 1, at(56)));
    CHECK_FALSE(missing_sector(laps, 1, at(-5)));  // before his first lap
}

TEST_CASE("a crossing at the pit's exit is his who is inside, nearest to the stop that the rules ask") {
    const std::vector<PassedAt> inside{passed(LoopRole::finish, 0), passed(LoopRole::pit_in, 30)};
    const auto missing = missing_pit_out(inside, 60 * second_us, at(100));
    REQUIRE(missing);
    CHECK(missing->after_us == 70 * second_us);
    CHECK(missing->off_us == 10 * second_us);
    CHECK(missing_pit_out(inside, 0, at(100))->off_us < missing_pit_out(inside, 0, at(90))->off_us);
    CHECK_FALSE(missing_pit_out(inside, 0, at(20)));
    CHECK_FALSE(missing_pit_out({passed(LoopRole::pit_in, 30), passed(LoopRole::pit_out, 120)}, 0, at(100)));
    CHECK_FALSE(missing_pit_out({passed(LoopRole::pit_in, 30), passed(LoopRole::pit_out, 95)}, 0, at(100)));
    CHECK(missing_pit_out({passed(LoopRole::pit_in, 30), passed(LoopRole::pit_in, 500)}, 0, at(100)));
}

TEST_CASE("a crossing at the pit's entry is his who came out later and was not seen going in") {
    const std::vector<PassedAt> came_out{passed(LoopRole::finish, 0), passed(LoopRole::pit_out, 100)};
    const auto missing = missing_pit_in(came_out, at(30));
    REQUIRE(missing);
    CHECK(missing->after_us == 70 * second_us);
    CHECK_FALSE(missing_pit_in(came_out, at(110)));
    CHECK_FALSE(missing_pit_in({passed(LoopRole::pit_in, 20), passed(LoopRole::pit_out, 100)}, at(30)));
    CHECK_FALSE(missing_pit_in({passed(LoopRole::finish, 0)}, at(30)));
}
