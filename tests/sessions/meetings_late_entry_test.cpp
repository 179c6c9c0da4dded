// Goal: who comes late finds a place, and as few as can be of those who were told their heat are moved.
#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/late_entry.hpp"

using namespace chicane::sessions::meetings;
using chicane::timing::EntrantId;

namespace {

std::vector<std::uint32_t> numbers(const std::vector<EntrantId>& people) {
    std::vector<std::uint32_t> made;
    for (const EntrantId who : people) made.push_back(who.value);
    return made;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("with all heats full one more is opened, and those not told move first") {
    std::vector<DrawnHeat> heats(2);
    for (std::uint32_t who = 1; who <= 8; ++who) heats[who <= 4 ? 0 : 1].people.push_back({{who}, who != 2});
    const auto entry = enter_late(heats, {9}, 4);
    REQUIRE(entry);
    CHECK(entry->heat == 2);
    CHECK(numbers(entry->moved) == Numbers{2, 8});
    for (const DrawnHeat& heat : entry->heats) CHECK(heat.people.size() == 3);
    SECTION("what has run is not touched") {
        heats[0].ran = true;
        const auto room_in_it = enter_late(heats, {9}, 9);
        REQUIRE(room_in_it);
        CHECK(room_in_it->heat == 1);
        const auto later = enter_late(heats, {9}, 4);
        REQUIRE(later);
        CHECK(later->heats[0] == heats[0]);
        CHECK(numbers(later->moved) == Numbers{8});
    }
    SECTION("a heat without a kart for him is passed over") {
        heats[0].people.pop_back();
        heats[0].has_kart = false;
        heats[1].people.resize(2);
        CHECK(enter_late(heats, {9}, 4)->heat == 1);
    }
    SECTION("when all have run, or there are no karts, there is no place") {
        CHECK_FALSE(enter_late(heats, {9}, 0));
        heats[0].ran = heats[1].ran = true;
        CHECK_FALSE(enter_late(heats, {9}, 4));
    }
}

TEST_CASE(
    "after any number of late entries everybody is in one heat, none over its places, and what ran is untouched") {
    const auto seed = GENERATE(range(1U, 31U));
    Chance chance(seed);
    INFO("seed " << seed);
    const std::size_t places = 3 + chance.below(8);
    std::vector<DrawnHeat> heats(2 + chance.below(3));
    std::uint32_t who = 0;
    for (DrawnHeat& heat : heats)
        for (std::size_t place = 0; place < places - 1; ++place) heat.people.push_back({{++who}, chance.below(2) == 0});
    heats[0].ran = chance.below(2) == 0;
    const DrawnHeat before = heats[0];
    for (int late = 0; late < 20; ++late) {
        const auto entry = enter_late(heats, {++who}, places);
        REQUIRE(entry);
        heats = entry->heats;
        const auto& his = heats[entry->heat].people;
        REQUIRE(std::any_of(his.begin(), his.end(), [&](auto& place) { return place.who == EntrantId{who}; }));
        std::set<EntrantId> in;
        for (const DrawnHeat& heat : heats) {
            REQUIRE(heat.people.size() <= places);
            for (const HeatPlace& place : heat.people) REQUIRE(in.insert(place.who).second);
        }
        REQUIRE(in.size() == who);
        if (before.ran) REQUIRE(heats[0] == before);
    }
}
