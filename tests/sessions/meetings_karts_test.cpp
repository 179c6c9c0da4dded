// Goal: karts go round fairly, what has run or was set by hand stays, and a kart that fails moves only its own drivers.
// Method: the check figure of the rule; small pairings against all permutations; random fleets held to what must always be so.
#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/kart_pace.hpp"
#include "sessions/meetings/kart_shortage.hpp"
#include "sessions/meetings/karts.hpp"
#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/match.hpp"

using namespace chicane::sessions::meetings;
using chicane::timing::EntrantId;
using chicane::timing::KartId;

namespace {

/// Karts 1 … at −300 + ⌊600i/(count − 1)⌋ ms.
std::vector<FleetKart> fleet_of(std::uint32_t count) {
    std::vector<FleetKart> fleet;
    for (std::uint32_t kart = 0; kart < count; ++kart)
        fleet.push_back({{kart + 1}, 0, -300 + std::int64_t{600} * kart / (count - 1), true, true, 0});
    return fleet;
}

std::vector<KartRun> runs_of(std::size_t runs, std::uint32_t drivers) {
    std::vector<KartRun> made(runs);
    for (KartRun& run : made)
        for (std::uint32_t who = 1; who <= drivers; ++who)
            run.seats.push_back({{who}, 0, 70, std::nullopt, false, false});
    return made;
}

std::int64_t spread_ms(const KartPlan& plan, std::span<const FleetKart> fleet) {
    const KartBalance balance = balance_of(plan.runs, fleet);
    return balance.most_ms - balance.least_ms;
}

void require_nobody_shares(const KartPlan& plan) {
    for (const KartRun& run : plan.runs) {
        std::set<KartId> in;
        for (const KartSeat& seat : run.seats)
            if (seat.kart) REQUIRE(in.insert(*seat.kart).second);
    }
}

/// By trying all: the least sum for square tables without forbidden pairs.
std::int64_t least_by_trying(const CostTable& costs) {
    std::vector<std::size_t> order(costs.columns());
    std::iota(order.begin(), order.end(), 0U);
    std::int64_t least = CostTable::forbidden;
    do {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < costs.rows(); ++row) sum += costs.at(row, order[row]);
        least = std::min(least, sum);
    } while (std::next_permutation(order.begin(), order.end()));
    return least;
}

}  // namespace

TEST_CASE("twelve drivers in twelve karts over three runs are within 110 ms and nobody twice in one") {
    const auto fleet = fleet_of(12);
    for (const std::uint64_t seed : {1U, 7U, 42U}) {
        const auto plan = assign_karts(runs_of(3, 12), fleet, KartMode::fair, seed);
        INFO("seed " << seed);
        CHECK(balance_of(plan.runs, fleet).repeats == 0);
        CHECK(spread_ms(plan, fleet) <= 110);
        CHECK(plan.without.empty());
        require_nobody_shares(plan);
    }
}

TEST_CASE("a blind draw is some ten times less even than the fair plan") {
    const auto fleet = fleet_of(12);
    std::vector<std::int64_t> spreads;
    for (std::uint64_t seed = 0; seed < 101; ++seed)
        spreads.push_back(spread_ms(assign_karts(runs_of(3, 12), fleet, KartMode::draw, seed), fleet));
    std::sort(spreads.begin(), spreads.end());
    CHECK(spreads[50] > 950);
    CHECK(spreads[50] < 1250);
}

TEST_CASE("the same seed gives the same plan, and a draw another for another") {
    const auto fleet = fleet_of(12);
    for (const KartMode mode : {KartMode::fair, KartMode::draw})
        CHECK(assign_karts(runs_of(3, 12), fleet, mode, 7).runs == assign_karts(runs_of(3, 12), fleet, mode, 7).runs);
    CHECK_FALSE(assign_karts(runs_of(3, 12), fleet, KartMode::draw, 7).runs ==
                assign_karts(runs_of(3, 12), fleet, KartMode::draw, 8).runs);
}

TEST_CASE("the pairing is the cheapest of all permutations") {
    const auto seed = GENERATE(range(1U, 61U));
    Chance chance(seed);
    INFO("seed " << seed);
    const std::size_t rows = 1 + chance.below(5);
    const std::size_t columns = rows + chance.below(3);
    CostTable costs(rows, columns);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column)
            costs.at(row, column) = static_cast<std::int64_t>(chance.below(40)) - 20;
    const auto pairs = match(costs);
    std::int64_t sum = 0;
    std::set<std::size_t> used;
    for (std::size_t row = 0; row < rows; ++row) {
        REQUIRE(pairs[row]);
        used.insert(*pairs[row]);
        sum += costs.at(row, *pairs[row]);
    }
    CHECK(used.size() == rows);
    CHECK(sum == least_by_trying(costs));
}

TEST_CASE("as many rows as can be have a column, whatever it costs") {
    CostTable costs(3, 2);
    costs.at(0, 0) = 1;
    costs.at(1, 0) = 1'000'000;
    costs.at(1, 1) = 1;
    costs.at(2, 1) = 500'000;
    const auto pairs = match(costs);
    CHECK(std::count_if(pairs.begin(), pairs.end(), [](auto& pair) { return pair.has_value(); }) == 2);
    CHECK(pairs[0] == std::optional<std::size_t>(0));
    CHECK(pairs[1] == std::optional<std::size_t>(1));
    CHECK(match(CostTable(2, 0)) == std::vector<std::optional<std::size_t>>(2));
}

TEST_CASE("class, service, battery and weight decide who may drive a kart") {
    const KartSeat seat{{1}, 2, 80, std::nullopt, false, false};
    FleetKart kart{{1}, 2, 0, true, true, 80};
    CHECK(may_drive(seat, kart));
    SECTION("class") {
        kart.kart_class = 1;
        CHECK_FALSE(may_drive(seat, kart));
    }
    SECTION("service") {
        kart.in_service = false;
        CHECK_FALSE(may_drive(seat, kart));
    }
    SECTION("battery") {
        kart.charged = false;
        CHECK_FALSE(may_drive(seat, kart));
    }
    SECTION("weight") {
        kart.driver_kg_max = 79;
        CHECK_FALSE(may_drive(seat, kart));
    }
    SECTION("no limit") {
        kart.driver_kg_max = 0;
        CHECK(may_drive(seat, kart));
    }
}

TEST_CASE("what has run and what was set by hand stays, and the rest makes up for it") {
    const auto fleet = fleet_of(12);
    auto runs = assign_karts(runs_of(1, 12), fleet, KartMode::draw, 3).runs;
    runs[0].ran = true;
    const auto more = runs_of(2, 12);
    runs.insert(runs.end(), more.begin(), more.end());
    runs[1].seats[4].kart = KartId{1};
    runs[1].seats[4].pinned = true;
    const auto plan = assign_karts(runs, fleet, KartMode::fair, 3);
    CHECK(plan.runs[0] == runs[0]);
    CHECK(plan.runs[1].seats[4].kart == KartId{1});
    CHECK(balance_of(plan.runs, fleet).repeats <= (runs[0].seats[4].kart == KartId{1} ? 1U : 0U));
    CHECK(spread_ms(plan, fleet) <= 300);  // more than that no kart makes up for
    require_nobody_shares(plan);
}

TEST_CASE("a kart that was told is kept unless the plan gains more than its price") {
    // One driver, −off in the run that is over and told 0 for the next: changing to +off gains off².
    const auto told_after = [](std::int64_t off_ms) {
        const std::vector<FleetKart> fleet{
            {{1}, 0, -off_ms, true, true, 0}, {{2}, 0, 0, true, true, 0}, {{3}, 0, off_ms, true, true, 0}};
        auto runs = runs_of(2, 1);
        runs[0].seats[0].kart = KartId{1};
        runs[0].ran = true;
        runs[1].seats[0].kart = KartId{2};
        runs[1].seats[0].told = true;
        return assign_karts(runs, fleet, KartMode::fair, 1).runs[1].seats[0].kart;
    };
    CHECK(told_after(44) == KartId{2});
    CHECK(told_after(45) == KartId{3});
    SECTION("and a repeat is worth more than that") {
        const auto fleet = fleet_of(12);
        auto runs = assign_karts(runs_of(3, 12), fleet, KartMode::fair, 5).runs;
        for (KartSeat& seat : runs[1].seats) seat.told = true;
        runs[1].seats[0].kart = runs[0].seats[0].kart;
        runs[0].ran = true;
        CHECK(balance_of(assign_karts(runs, fleet, KartMode::fair, 99).runs, fleet).repeats == 0);
    }
}

TEST_CASE("by hand nothing else is chosen, the same kart is kept, and the heaviest has the fastest") {
    const auto fleet = fleet_of(4);
    auto runs = runs_of(2, 4);
    SECTION("by hand") {
        runs[0].seats[1].kart = KartId{3};
        runs[0].seats[1].pinned = true;
        const auto plan = assign_karts(runs, fleet, KartMode::manual, 1);
        CHECK(plan.without.size() == 7);
        CHECK(plan.runs[0].seats[1].kart == KartId{3});
        runs[0].seats[2] = {{3}, 0, 70, KartId{3}, false, true};  // a second hand on the same kart
        CHECK_FALSE(assign_karts(runs, fleet, KartMode::manual, 1).runs[0].seats[2].kart);
    }
    SECTION("the same kart") {
        const auto plan = assign_karts(runs, fleet, KartMode::same_kart, 1);
        for (std::size_t seat = 0; seat < 4; ++seat)
            CHECK(plan.runs[0].seats[seat].kart == plan.runs[1].seats[seat].kart);
    }
    SECTION("by weight") {
        const std::int32_t weights_kg[] = {70, 95, 60, 82};
        for (std::size_t seat = 0; seat < 4; ++seat) runs[0].seats[seat].weight_kg = weights_kg[seat];
        const auto plan = assign_karts(runs, fleet, KartMode::by_weight, 1);
        CHECK(plan.runs[0].seats[1].kart == KartId{1});
        CHECK(plan.runs[0].seats[3].kart == KartId{2});
        CHECK(plan.runs[0].seats[0].kart == KartId{3});
        CHECK(plan.runs[0].seats[2].kart == KartId{4});
    }
}

TEST_CASE("a kart out of service moves only its own drivers, to spares, and says who has none") {
    auto fleet = fleet_of(13);
    const auto plan = assign_karts(runs_of(3, 12), fleet, KartMode::fair, 7);
    auto runs = plan.runs;
    runs[0].ran = true;
    fleet[5].in_service = false;
    const auto after = replace_kart(runs, fleet, KartId{6});
    CHECK(after.runs[0] == runs[0]);
    CHECK(after.without.empty());
    for (std::size_t run = 1; run < 3; ++run)
        for (std::size_t seat = 0; seat < 12; ++seat) {
            if (runs[run].seats[seat].kart == KartId{6})
                CHECK(after.runs[run].seats[seat].kart != KartId{6});
            else
                CHECK(after.runs[run].seats[seat] == runs[run].seats[seat]);
        }
    require_nobody_shares(after);
    SECTION("without a spare") {
        fleet.pop_back();
        auto full = assign_karts(runs_of(1, 11), fleet, KartMode::fair, 7);
        REQUIRE(full.without.empty());
        fleet[0].in_service = false;
        const auto short_of = replace_kart(full.runs, fleet, KartId{1});
        REQUIRE(short_of.without.size() == 1);
        CHECK(full.runs[0].seats[short_of.without[0].seat].kart == KartId{1});
    }
}

TEST_CASE("who has no kart is offered another class, the next session, or the kart of who booked last and alone") {
    std::vector<FleetKart> fleet = fleet_of(3);
    fleet.push_back({{9}, 4, 0, true, true, 0});
    auto runs = runs_of(1, 4);
    runs.push_back({{{{7}, 0, 70, KartId{1}, false, false}}, false});
    for (std::uint32_t seat = 0; seat < 3; ++seat) runs[0].seats[seat].kart = KartId{seat + 1};
    const std::vector<Booked> booked{{{4}, true}, {{1}, true}, {{2}, true}, {{3}, false}};
    const auto made = proposals(runs, fleet, {0, 3}, booked);
    CHECK(made == std::vector<Proposal>{{Relief::other_class, 0, KartId{9}, std::nullopt},
                                        {Relief::next_session, 1, KartId{2}, std::nullopt},
                                        {Relief::last_booked, 0, KartId{2}, EntrantId{2}}});
    SECTION("what has run, a kart out of service and a group's kart are no way out") {
        runs[1].ran = true;
        fleet[3].in_service = false;
        CHECK(proposals(runs, fleet, {0, 3}, std::vector<Booked>{{{1}, false}}).empty());
        CHECK(proposals(runs, fleet, {5, 0}, {}).empty());
    }
}

TEST_CASE("a repeat costs nothing where no other kart may be driven") {
    const std::vector<FleetKart> one{{{1}, 0, 100, true, true, 0}};
    const auto plan = assign_karts(runs_of(2, 1), one, KartMode::fair, 1);
    CHECK(plan.without.empty());
    CHECK(plan.cost == 200 * 200);
}

TEST_CASE("the pace of a kart is against its class's median, and 0 until enough is known") {
    const std::vector<KartForm> forms{{{1}, 0, 50'100, 30}, {{2}, 0, 50'300, 40}, {{3}, 0, 50'200, 99},
                                      {{4}, 0, 49'000, 29}, {{5}, 1, 60'000, 30}, {{6}, 1, 60'050, 30}};
    CHECK(paces(forms) == std::vector<KartPace>{{{1}, -100}, {{2}, 100}, {{3}, 0}, {{4}, 0}, {{5}, 0}, {{6}, 50}});
}

TEST_CASE("any plan gives nobody a kart he may not have, no kart twice, and leaves nobody without while one is free") {
    const auto seed = GENERATE(range(1U, 61U));
    Chance chance(seed);
    INFO("seed " << seed);
    std::vector<FleetKart> fleet;
    for (std::uint32_t kart = 1; kart <= 4 + chance.below(12); ++kart)
        fleet.push_back({{kart},
                         static_cast<KartClass>(chance.below(2)),
                         static_cast<std::int64_t>(chance.below(600)) - 300,
                         chance.below(8) != 0,
                         chance.below(10) != 0,
                         chance.below(4) == 0 ? 75 : 0});
    std::vector<KartRun> runs(1 + chance.below(4));
    for (KartRun& run : runs)
        for (std::uint32_t who = 1; who <= 2 + chance.below(9); ++who)
            run.seats.push_back({{who},
                                 static_cast<KartClass>(who % 2),
                                 static_cast<std::int32_t>(50 + chance.below(50)),
                                 std::nullopt,
                                 false,
                                 false});
    const auto plan = assign_karts(runs, fleet, static_cast<KartMode>(chance.below(5)), seed);
    require_nobody_shares(plan);
    for (const KartRun& run : plan.runs)
        for (const KartSeat& seat : run.seats)
            if (seat.kart) {
                const auto kart = std::find_if(fleet.begin(), fleet.end(), [&](auto& k) { return k.id == *seat.kart; });
                REQUIRE(may_drive(seat, *kart));
            }
    const auto fair = assign_karts(runs, fleet, KartMode::fair, seed);
    for (const auto& [run, seat] : fair.without)
        for (const FleetKart& kart : fleet) {
            const bool taken = std::any_of(fair.runs[run].seats.begin(), fair.runs[run].seats.end(),
                                           [&](auto& other) { return other.kart == kart.id; });
            REQUIRE((taken || !may_drive(fair.runs[run].seats[seat], kart)));
        }
    for (std::uint64_t other = 0; other < 3; ++other)
        CHECK(fair.cost <= assign_karts(runs, fleet, KartMode::draw, other).cost);
}

TEST_CASE("beyond the limits nothing is assigned, and all are named") {
    const auto plan = assign_karts(runs_of(runs_max + 1, 2), fleet_of(3), KartMode::fair, 1);
    CHECK(plan.truncated);
    CHECK(plan.without.size() == 2 * (runs_max + 1));
}
