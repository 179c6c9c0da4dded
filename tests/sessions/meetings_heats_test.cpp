// Goal: everybody has the same number of heats, meets as many others as can be, and goes on exactly once.
// Method: small fields whose answer is known; random fields held to what must always be so.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <set>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/group_heats.hpp"
#include "sessions/meetings/karts.hpp"
#include "sessions/meetings/ladder.hpp"
#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/random_heats.hpp"
#include "sessions/meetings/sizes.hpp"

using namespace chicane::sessions::meetings;
using chicane::timing::EntrantId;

namespace {

People people(std::uint32_t from, std::uint32_t to) {
    People made;
    for (std::uint32_t who = from; who <= to; ++who) made.push_back({who});
    return made;
}

std::multiset<EntrantId> all_of(const std::vector<People>& heats) {
    std::multiset<EntrantId> made;
    for (const People& heat : heats) made.insert(heat.begin(), heat.end());
    return made;
}

using Sizes = std::vector<std::size_t>;

}  // namespace

TEST_CASE("sizes of heats sum up, differ by one at most, and the larger come first") {
    CHECK(heat_sizes(37, 12) == Sizes{10, 9, 9, 9});
    CHECK(heat_sizes(12, 12) == Sizes{12});
    CHECK(heat_sizes(0, 12).empty());
    CHECK(heat_sizes(5, 0).empty());
    for (std::size_t count = 1; count < 100; ++count)
        for (std::size_t places = 1; places < 20; ++places) {
            const auto sizes = heat_sizes(count, places);
            REQUIRE(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}) == count);
            REQUIRE(sizes.front() <= places);
            REQUIRE(sizes.front() - sizes.back() <= 1);
            REQUIRE(std::is_sorted(sizes.rbegin(), sizes.rend()));
        }
}

TEST_CASE("in balanced random heats everybody has the same number and is once in each round") {
    const auto seed = GENERATE(range(1U, 21U));
    Chance chance(seed);
    INFO("seed " << seed);
    const std::size_t count = 2 + chance.below(60);
    const std::size_t each = 1 + chance.below(6);
    const std::size_t places = 2 + chance.below(14);
    const auto made = random_heats(count, each, places, seed);
    REQUIRE(made);
    CHECK(made->rounds.size() == each);
    for (const auto& heats : made->rounds) {
        std::vector<bool> in(count, false);
        Sizes sizes;
        for (const Heat& heat : heats) {
            sizes.push_back(heat.size());
            for (const std::size_t who : heat) {
                REQUIRE_FALSE(in[who]);
                in[who] = true;
            }
        }
        CHECK(sizes == heat_sizes(count, places));
        CHECK(std::count(in.begin(), in.end(), true) == static_cast<std::ptrdiff_t>(count));
    }
    CHECK(made->rounds == random_heats(count, each, places, seed)->rounds);
}

TEST_CASE("balanced heats let people meet more others than drawn ones, and say how many") {
    const auto made = random_heats(36, 4, 9, 1);
    REQUIRE(made);
    INFO("met " << made->balance.met_permille << " least " << made->balance.met_least);
    // Nine people go into four heats of the next round: some must meet again. 750 is what two meetings of a pair at most would leave.
    CHECK(made->balance.met_permille >= 750);
    CHECK(made->balance.met_most - made->balance.met_least <= 6);
    CHECK(made->balance.pair_most <= 3);
    CHECK(random_heats(25, 4, 5, 1)->balance.met_permille >= 850);
    std::vector<std::vector<Heat>> blind;
    Chance chance(1);
    Heat all(36);
    std::iota(all.begin(), all.end(), std::size_t{0});
    for (int round = 0; round < 4; ++round) {
        chance.shuffle(std::span(all));
        auto& heats = blind.emplace_back();
        for (int heat = 0; heat < 4; ++heat) heats.emplace_back(all.begin() + heat * 9, all.begin() + heat * 9 + 9);
    }
    CHECK(meeting_balance(blind, 36).met_permille < made->balance.met_permille - 50);
}

TEST_CASE("the measure of balance is what its page says") {
    // 0 meets 1 twice; 2 meets 3 twice; each could have met two.
    const auto twice = meeting_balance({{{0, 1}, {2, 3}}, {{1, 0}, {3, 2}}}, 4);
    CHECK(twice == MeetingBalance{500, 1, 1, 2});
    CHECK(meeting_balance({{{0, 1}, {2, 3}}, {{0, 2}, {3, 1}}}, 4) == MeetingBalance{1000, 2, 2, 1});
    CHECK(meeting_balance({{{0, 1, 2}}}, 3) == MeetingBalance{1000, 2, 2, 1});
}

TEST_CASE("random heats beyond what can be are refused") {
    CHECK_FALSE(random_heats(0, 2, 4, 1));
    CHECK_FALSE(random_heats(5, 2, 0, 1));
    CHECK_FALSE(random_heats(5, 0, 4, 1));
    CHECK_FALSE(random_heats(5, rounds_max + 1, 4, 1));
    CHECK_FALSE(random_heats(people_max + 1, 2, 4, 1));
}

TEST_CASE("of four groups A meets B and C meets D first, and each pair meets once") {
    using Pairs = std::vector<GroupPair>;
    CHECK(group_rounds(4) == std::vector<Pairs>{{{0, 1}, {2, 3}}, {{0, 2}, {1, 3}}, {{0, 3}, {1, 2}}});
    CHECK(group_rounds(2) == std::vector<Pairs>{{{0, 1}}});
    CHECK(group_rounds(1).empty());
    CHECK(group_rounds(groups_max + 1).empty());
    for (std::size_t groups = 2; groups <= groups_max; ++groups) {
        std::set<GroupPair> met;
        for (const auto& round : group_rounds(groups)) {
            std::set<std::size_t> in;
            for (const auto& [low, high] : round) {
                REQUIRE(met.insert({low, high}).second);
                REQUIRE(in.insert(low).second);
                REQUIRE(in.insert(high).second);
            }
        }
        REQUIRE(met.size() == groups * (groups - 1) / 2);
    }
}

TEST_CASE("a snake turns at each end, and the larger heats come first") {
    CHECK(snake(people(1, 8), 3) == std::vector<People>{{{1}, {6}, {7}}, {{2}, {5}, {8}}, {{3}, {4}}});
    CHECK(snake(people(1, 4), 3) == std::vector<People>{{{1}, {4}}, {{2}}, {{3}}});
    CHECK(snake({}, 3).empty());
    CHECK(snake(people(1, 4), 0).empty());
    CHECK(draw_elimination(people(1, 4), 0).empty());
}

TEST_CASE("group heats hold both groups whole, or are refused when the track is too small") {
    const auto heats = group_heats(people(1, 22), 4, 12);
    REQUIRE(heats);
    CHECK(heats->size() == 6);
    std::map<EntrantId, int> times;
    for (const GroupHeat& heat : *heats)
        for (const EntrantId who : heat.people) ++times[who];
    CHECK(times.size() == 22);
    for (const auto& [who, count] : times) CHECK(count == 3);
    CHECK_FALSE(group_heats(people(1, 22), 4, 11));
    CHECK_FALSE(group_heats(people(1, 3), 4, 12));
}

TEST_CASE("on a ladder the best go up, the last go down, and sizes stay") {
    const std::vector<People> results{people(1, 4), people(5, 8), people(9, 11)};
    const auto next = climb(results, 1);
    CHECK(next[0] == People{{1}, {2}, {3}, {5}});
    CHECK(next[1] == People{{4}, {6}, {7}, {9}});
    CHECK(next[2] == People{{8}, {10}, {11}});
    SECTION("never more than half of a heat") {
        const auto far = climb(results, 9);
        CHECK(far[0] == People{{1}, {2}, {5}, {6}});
        CHECK(far[2].size() == 3);
        CHECK(all_of(far) == all_of(results));
    }
}

TEST_CASE("an elimination ends in one final, with everybody placed once") {
    const auto seed = GENERATE(range(1U, 31U));
    Chance chance(seed);
    INFO("seed " << seed);
    const std::size_t places = 4 + chance.below(10);
    const std::size_t through = 1 + chance.below(places / 2);
    const auto count = static_cast<std::uint32_t>(2 + chance.below(90));
    auto heats = draw_elimination(people(1, count), places);
    People out;
    for (int round = 0; heats.size() > 1; ++round) {
        REQUIRE(round < 12);
        for (People& heat : heats) chance.shuffle(std::span(heat));
        auto next = eliminate(heats, through, places);
        if (!next) break;  // nobody would be out: too many go through for so few in a heat
        out.insert(out.end(), next->out.begin(), next->out.end());
        REQUIRE(next->heats.front().size() <= places);
        heats = std::move(next->heats);
    }
    auto everybody = all_of(heats);
    everybody.insert(out.begin(), out.end());
    const People entered = people(1, count);
    CHECK(everybody == std::multiset<EntrantId>(entered.begin(), entered.end()));
}

TEST_CASE("who goes through is all winners before all seconds, and nobody out is no elimination") {
    const std::vector<People> results{people(1, 4), people(5, 8)};
    const auto next = eliminate(results, 2, 8);
    REQUIRE(next);
    CHECK(next->heats == std::vector<People>{{{1}, {5}, {2}, {6}}});
    CHECK(next->out == People{{3}, {7}, {4}, {8}});
    CHECK_FALSE(eliminate(results, 4, 4));
    CHECK_FALSE(eliminate(results, 0, 4));
}

TEST_CASE("over a meeting's heats nobody is twice in the same kart") {
    const auto made = random_heats(20, 4, 10, 5);
    std::vector<FleetKart> fleet;
    for (std::uint32_t kart = 1; kart <= 10; ++kart)
        fleet.push_back({{kart}, 0, std::int64_t{kart} * 50 - 275, true, true, 0});
    std::vector<KartRun> runs;
    for (const auto& heats : made->rounds)
        for (const Heat& heat : heats) {
            KartRun& run = runs.emplace_back();
            for (const std::size_t who : heat)
                run.seats.push_back({{static_cast<std::uint32_t>(who)}, 0, 70, std::nullopt, false, false});
        }
    const auto plan = assign_karts(runs, fleet, KartMode::fair, 5);
    const auto balance = balance_of(plan.runs, fleet);
    CHECK(balance.repeats == 0);
    CHECK(balance.most_ms - balance.least_ms <= 150);
}
