// Goal: a grid holds everybody who is entered once, in the order asked for, and finals fill from the top with the best of below at the end.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/grid.hpp"
#include "sessions/meetings/promotion.hpp"

using namespace chicane::sessions::meetings;
using chicane::timing::EntrantId;

namespace {

People people(std::uint32_t from, std::uint32_t to) {
    People made;
    for (std::uint32_t who = from; who <= to; ++who) made.push_back({who});
    return made;
}

}  // namespace

TEST_CASE("a grid by result, last event or hand has the newcomers behind, in order of entry") {
    CHECK(grid_by_order(people(1, 5), People{{4}, {9}, {2}, {4}}) == People{{4}, {2}, {1}, {3}, {5}});
    CHECK(grid_by_order(people(1, 3), {}) == people(1, 3));
}

TEST_CASE("a reversed grid turns all, or the top and no other") {
    CHECK(grid_reversed(people(1, 5), std::nullopt) == People{{5}, {4}, {3}, {2}, {1}});
    CHECK(grid_reversed(people(1, 5), 3) == People{{3}, {2}, {1}, {4}, {5}});
    CHECK(grid_reversed(people(1, 5), 0) == people(1, 5));
    CHECK(grid_reversed(people(1, 5), 9) == People{{5}, {4}, {3}, {2}, {1}});
}

TEST_CASE("a drawn grid is the same for the same seed, whoever entered first") {
    const auto grid = grid_by_draw(people(1, 12), 7);
    CHECK(grid == grid_by_draw(grid_reversed(people(1, 12), std::nullopt), 7));
    CHECK_FALSE(grid == grid_by_draw(people(1, 12), 8));
}

TEST_CASE("a grid by points has the most points first and ties as they were") {
    const std::vector<GridPoints> points{{{3}, 100}, {{1}, 250}, {{4}, 100}};
    CHECK(grid_by_points(people(1, 4), points) == People{{1}, {3}, {4}, {2}});
}

TEST_CASE("grid places are lost from where one stands, at most to the end, and two do not change each other's") {
    CHECK(grid_with_penalties(people(1, 5), std::vector<GridPenalty>{{{2}, 2}}) == People{{1}, {3}, {4}, {2}, {5}});
    CHECK(grid_with_penalties(people(1, 5), std::vector<GridPenalty>{{{1}, 99}}) == People{{2}, {3}, {4}, {5}, {1}});
    CHECK(grid_with_penalties(people(1, 5), std::vector<GridPenalty>{{{1}, 1}, {{1}, 1}}) ==
          People{{2}, {3}, {1}, {4}, {5}});
    CHECK(grid_with_penalties(people(1, 6), std::vector<GridPenalty>{{{1}, 2}, {{2}, 2}}) ==
          People{{3}, {4}, {1}, {2}, {5}, {6}});
    CHECK(grid_with_penalties(people(1, 6), std::vector<GridPenalty>{{{1}, 2}, {{3}, 2}}) ==
          grid_with_penalties(people(1, 6), std::vector<GridPenalty>{{{3}, 2}, {{1}, 2}}));
}

TEST_CASE("any grid is a permutation of who is entered") {
    const auto seed = GENERATE(range(1U, 31U));
    Chance chance(seed);
    INFO("seed " << seed);
    const auto entered = grid_by_draw(people(1, static_cast<std::uint32_t>(1 + chance.below(40))), seed);
    People order;
    std::vector<GridPoints> points;
    std::vector<GridPenalty> penalties;
    for (int line = 0; line < 30; ++line) {
        const EntrantId who{static_cast<std::uint32_t>(1 + chance.below(50))};
        order.push_back(who);
        points.push_back({who, static_cast<std::int64_t>(chance.below(5))});
        penalties.push_back({who, static_cast<std::size_t>(chance.below(12))});
    }
    const std::multiset<EntrantId> all(entered.begin(), entered.end());
    for (const People& grid :
         {grid_by_order(entered, order), grid_by_points(entered, points), grid_by_draw(entered, seed),
          grid_reversed(entered, chance.below(50)), grid_with_penalties(entered, penalties)})
        CHECK(std::multiset<EntrantId>(grid.begin(), grid.end()) == all);
}

TEST_CASE("the top go to final A, the next to B, and B's winner to the end of A") {
    const FinalsShape shape{6, 1};
    const auto finals = draw_promotion_finals(people(1, 14), shape);
    REQUIRE(finals);
    REQUIRE(finals->size() == 3);
    CHECK((*finals)[0] == people(1, 5));
    CHECK((*finals)[1] == people(6, 10));
    CHECK((*finals)[2] == people(11, 14));
    CHECK(promote((*finals)[1], People{{12}, {11}, {14}}, shape) == People{{6}, {7}, {8}, {9}, {10}, {12}});
    SECTION("never beyond the places, and nobody twice") {
        CHECK(promote(people(1, 6), People{{9}}, shape) == people(1, 6));
        CHECK(promote(people(1, 4), People{{2}, {9}, {8}}, {6, 2}) == People{{1}, {2}, {3}, {4}, {9}, {8}});
    }
    SECTION("no final is only for the promoted") {
        CHECK_FALSE(draw_promotion_finals(people(1, 14), {2, 2}));
        CHECK_FALSE(draw_promotion_finals({}, shape));
    }
}

TEST_CASE("finals hold everybody once, whatever their number") {
    for (std::uint32_t count = 1; count <= 60; ++count)
        for (std::size_t places = 2; places <= 12; ++places)
            for (std::size_t promoted = 0; promoted < places; ++promoted) {
                const auto finals = draw_promotion_finals(people(1, count), {places, promoted});
                People joined;
                for (const People& grid : *finals) {
                    REQUIRE((!grid.empty() && grid.size() <= places));
                    joined.insert(joined.end(), grid.begin(), grid.end());
                }
                REQUIRE(joined == people(1, count));
            }
}
