// Goal: a Grand Prix fits its time exactly, sends on whom the rules say, and takes who comes late without moving anybody who was told.
// Method: the figures of the rule, worked out by hand; then random asks, held to what must always be so.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <set>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/grand_prix.hpp"
#include "sessions/meetings/grand_prix_draw.hpp"
#include "sessions/meetings/late_entry.hpp"
#include "sessions/meetings/limits.hpp"

using namespace chicane::sessions::meetings;
using chicane::timing::EntrantId;

namespace {

GrandPrixAsk ask_for(std::size_t people, std::size_t karts, std::int64_t minutes) {
    GrandPrixAsk ask;
    ask.people = people;
    ask.karts = karts;
    ask.capacity = 40;
    ask.minutes = minutes;
    return ask;
}

GrandPrixPlan planned(const GrandPrixAsk& ask) { return std::get<GrandPrixPlan>(plan(ask)); }

std::vector<std::size_t> sizes_of(const GrandPrixPlan& plan, RunName name) {
    std::vector<std::size_t> sizes;
    for (const Run& run : plan.runs)
        if (run.name == name) sizes.push_back(run.people);
    return sizes;
}

/// Minutes of each round, 0 where it is not driven.
std::vector<std::int64_t> minutes_of(const GrandPrixPlan& plan) {
    std::vector<std::int64_t> minutes(rounds, 0);
    for (const Run& run : plan.runs) minutes[static_cast<std::size_t>(run.round)] = run.minutes;
    return minutes;
}

People people(std::uint32_t from, std::uint32_t to) {
    People made;
    for (std::uint32_t who = from; who <= to; ++who) made.push_back({who});
    return made;
}

std::vector<std::uint32_t> numbers(const People& people) {
    std::vector<std::uint32_t> made;
    for (const EntrantId who : people) made.push_back(who.value);
    return made;
}

using Sizes = std::vector<std::size_t>;
using Minutes = std::vector<std::int64_t>;
using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("37 people, 12 karts and 180 minutes make 13 runs that end with the last minute") {
    const auto made = planned(ask_for(37, 12, 180));
    CHECK(made.variant == Variant::semis);
    CHECK(made.runs.size() == 13);
    CHECK(sizes_of(made, RunName::practice) == Sizes{10, 9, 9, 9});
    CHECK(sizes_of(made, RunName::qualifying) == Sizes{10, 9, 9, 9});
    CHECK(sizes_of(made, RunName::semi) == Sizes{12, 12});
    CHECK(sizes_of(made, RunName::consolation) == Sizes{7, 6});
    CHECK(sizes_of(made, RunName::final) == Sizes{12});
    CHECK(minutes_of(made) == Minutes{6, 7, 10, 15});
    CHECK(made.reserve_min == 0);
    CHECK(made.runs.front().start_min == 15);
    CHECK(made.runs.back().start_min + made.runs.back().minutes + 10 == 180);
    CHECK(made.end_min == 180);
}

TEST_CASE("38 and 49 people have the heats and minutes of the rule") {
    const auto with_38 = planned(ask_for(38, 12, 180));
    CHECK(sizes_of(with_38, RunName::practice) == Sizes{10, 10, 9, 9});
    CHECK(minutes_of(with_38) == Minutes{6, 7, 10, 15});
    const auto with_49 = planned(ask_for(49, 12, 180));
    CHECK(sizes_of(with_49, RunName::practice).size() == 5);
    CHECK(minutes_of(with_49) == Minutes{4, 5, 7, 15});
    CHECK(with_49.reserve_min == 0);
}

TEST_CASE("120 minutes for 37 people are a quick Grand Prix with three in reserve") {
    const auto made = planned(ask_for(37, 12, 120));
    CHECK(made.variant == Variant::quick);
    CHECK(minutes_of(made) == Minutes{0, 6, 0, 10});
    CHECK(made.reserve_min == 3);
}

TEST_CASE("finals asked for by hand run from the last to A") {
    auto ask = ask_for(37, 12, 180);
    ask.variant = Variant::finals;
    const auto made = planned(ask);
    CHECK(minutes_of(made) == Minutes{6, 7, 0, 14});
    CHECK(made.reserve_min == 3);
    CHECK(sizes_of(made, RunName::final) == Sizes{9, 9, 9, 10});
    CHECK(made.runs.back().number == 1);
    CHECK(made.runs[made.runs.size() - 4].number == 4);
}

TEST_CASE("too little time is refused with the least that is missing") {
    // A single qualifying of four heats: 15 + 4·5 + 3·4 + 10 = 57.
    CHECK(std::get<NotEnoughTime>(plan(ask_for(37, 12, 56))).missing_min == 1);
    CHECK(planned(ask_for(37, 12, 57)).variant == Variant::single);
    auto ask = ask_for(37, 12, 120);
    ask.variant = Variant::semis;
    CHECK(std::get<NotEnoughTime>(plan(ask)).missing_min == 21);  // 4·4 + 4·5 + 4·6 + 8 = 68 of 47
}

TEST_CASE("what cannot be planned has its code") {
    const auto fault = [](const GrandPrixAsk& ask) { return std::get<GrandPrixFault>(plan(ask)); };
    CHECK(fault(ask_for(0, 12, 180)) == GrandPrixFault::nobody);
    CHECK(fault(ask_for(37, 0, 180)) == GrandPrixFault::no_places);
    CHECK(fault(ask_for(37, 1, 180)) == GrandPrixFault::too_few_places);
    CHECK(fault(ask_for(people_max + 1, 12, 180)) == GrandPrixFault::too_many_people);
    CHECK(fault(ask_for(people_max, 2, minutes_max)) == GrandPrixFault::too_many_runs);
    CHECK(fault(ask_for(37, 12, minutes_max + 1)) == GrandPrixFault::bad_times);
    auto semis = ask_for(24, 12, 180);
    semis.variant = Variant::semis;
    CHECK(fault(semis) == GrandPrixFault::too_few_for_semis);
    auto crossed = ask_for(37, 12, 180);
    crossed.times.lengths[0] = {3, 4, 8};
    CHECK(fault(crossed) == GrandPrixFault::bad_times);
}

TEST_CASE("qualifying snakes into two semi-finals, and the others into consolations") {
    const auto drawn = draw_semis(people(1, 37), 12);
    CHECK(numbers(drawn.semi_1) == Numbers{1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21, 24});
    CHECK(numbers(drawn.semi_2) == Numbers{2, 3, 6, 7, 10, 11, 14, 15, 18, 19, 22, 23});
    REQUIRE(drawn.consolations.size() == 2);
    CHECK(numbers(drawn.consolations[0]) == Numbers{25, 26, 27, 28, 29, 30, 31});
    CHECK(numbers(drawn.consolations[1]) == Numbers{32, 33, 34, 35, 36, 37});
}

TEST_CASE("finals take the best to A, and the larger heats are the better ones") {
    const auto finals = draw_finals(people(1, 37), 12);
    REQUIRE(finals.size() == 4);
    CHECK(finals[0].size() == 10);
    CHECK(finals[0].front().value == 1);
    CHECK(numbers(finals[3]) == Numbers{29, 30, 31, 32, 33, 34, 35, 36, 37});
}

TEST_CASE("the final takes half from each semi-final, and the next best time when the places are odd") {
    const std::vector<SemiResult> first{{{1}, 10, 600}, {{4}, 10, 610}, {{5}, 10, 620}, {{8}, 9, 700}};
    const std::vector<SemiResult> second{{{2}, 10, 590}, {{3}, 10, 640}, {{6}, 10, 619}, {{7}, 9, 500}};
    CHECK(numbers(draw_final(first, second, 4)) == Numbers{2, 1, 4, 3});
    CHECK(numbers(draw_final(first, second, 5)) == Numbers{2, 1, 4, 3, 6});
    SECTION("laps count before time") {
        const std::vector<SemiResult> lapped{{{2}, 10, 590}, {{3}, 10, 640}, {{6}, 9, 1}, {{7}, 9, 2}};
        CHECK(numbers(draw_final(first, lapped, 5)).back() == 5);
    }
    SECTION("a semi-final with too few gives its places to the other") {
        const std::vector<SemiResult> alone{{{2}, 10, 590}};
        CHECK(numbers(draw_final(first, alone, 4)) == Numbers{2, 1, 4, 5});
    }
    SECTION("of equal times the first semi-final is ahead") {
        CHECK(numbers(draw_final(std::vector<SemiResult>{{{1}, 10, 600}}, std::vector<SemiResult>{{{2}, 10, 600}},
                                 2)) == Numbers{1, 2});
    }
}

TEST_CASE("a 38th after the practice goes into a qualifying of nine, and what has run stays") {
    const auto old = planned(ask_for(37, 12, 180));
    auto ask = ask_for(38, 12, 180);
    ask.set_min[static_cast<std::size_t>(Round::final)] = 12;
    const auto made = std::get<GrandPrixPlan>(replan(old, ask, 4, old.runs[4].start_min));
    CHECK(std::equal(old.runs.begin(), old.runs.begin() + 4, made.runs.begin()));
    CHECK(sizes_of(made, RunName::qualifying) == Sizes{10, 10, 9, 9});
    CHECK(made.runs.size() == 13);
    CHECK(made.runs.back().minutes == 12);
    CHECK(made.runs[4].start_min == old.runs[4].start_min);

    std::vector<DrawnHeat> heats(4);
    std::uint32_t who = 1;
    for (std::size_t heat = 0; heat < 4; ++heat)
        for (std::size_t place = 0; place < (heat == 0 ? 10 : 9); ++place)
            heats[heat].people.push_back({{who++}, true});
    const auto entry = enter_late(heats, {38}, 12);
    REQUIRE(entry);
    CHECK(entry->heat == 1);
    CHECK(entry->moved.empty());
    CHECK(entry->heats[1].people.size() == 10);
    CHECK(entry->heats[0] == heats[0]);
    CHECK(entry->heats[3] == heats[3]);
}

TEST_CASE("three late after the practice fill the small heats, and the practice keeps its runs") {
    const auto old = planned(ask_for(37, 12, 180));
    const auto made = std::get<GrandPrixPlan>(replan(old, ask_for(40, 12, 180), 4, 0));
    CHECK(sizes_of(made, RunName::practice) == Sizes{10, 9, 9, 9});
    CHECK(sizes_of(made, RunName::qualifying) == Sizes{10, 10, 10, 10});
    CHECK(sizes_of(made, RunName::consolation) == Sizes{8, 8});
    CHECK(minutes_of(made) == Minutes{6, 7, 10, 15});
    CHECK(made.reserve_min == 0);
    SECTION("a twelve minutes' delay is taken from the rest") {
        const auto late = std::get<GrandPrixPlan>(replan(old, ask_for(40, 12, 180), 4, old.runs[4].start_min + 12));
        CHECK(late.runs[4].start_min == old.runs[4].start_min + 12);
        CHECK(late.runs.back().start_min + late.runs.back().minutes + late.reserve_min + 10 == 180);
        CHECK(minutes_of(late)[0] == 6);
    }
}

TEST_CASE("who comes while a round is driven drives as long as those before him") {
    const auto old = planned(ask_for(37, 12, 180));
    const auto made = std::get<GrandPrixPlan>(replan(old, ask_for(39, 12, 180), 2, 0));
    CHECK(sizes_of(made, RunName::practice) == Sizes{10, 9, 10, 10});
    CHECK(made.runs[3].minutes == old.runs[0].minutes);
    CHECK(made.runs[3].number == 4);
    SECTION("also when time is lost, which the later rounds give") {
        const auto delayed = std::get<GrandPrixPlan>(replan(old, ask_for(37, 12, 180), 2, old.runs[2].start_min + 16));
        CHECK(minutes_of(delayed) == Minutes{6, 6, 8, 11});  // 79 left: 2·6 + 4·6 + 4·8 + 10, and one for the final
    }
    SECTION("in the semi-finals the second stays, and the late one is in a consolation") {
        const auto third = std::get<GrandPrixPlan>(replan(old, ask_for(38, 12, 180), 9, 0));
        CHECK(sizes_of(third, RunName::semi) == Sizes{12, 12});
        CHECK(third.runs[9].number == 2);
        CHECK(sizes_of(third, RunName::consolation) == Sizes{7, 7});
    }
    SECTION("when all has run, the plan is what was driven") {
        CHECK(std::get<GrandPrixPlan>(replan(old, ask_for(60, 12, 180), 13, 0)) == old);
    }
}

TEST_CASE("a delay that leaves no time for semi-finals falls back on what fits, or says what is missing") {
    const auto old = planned(ask_for(37, 12, 180));
    const auto shorter = std::get<GrandPrixPlan>(replan(old, ask_for(37, 12, 180), 4, old.runs[4].start_min + 32));
    CHECK(shorter.variant == Variant::finals);
    CHECK(std::get<NotEnoughTime>(replan(old, ask_for(37, 12, 180), 12, 170)).missing_min == 8);
}

TEST_CASE("any plan sums up: people, bounds, order and minutes") {
    const auto seed = GENERATE(range(1U, 41U));
    Chance chance(seed);
    INFO("seed " << seed);
    for (int round = 0; round < 50; ++round) {
        auto ask = ask_for(1 + chance.below(120), 2 + chance.below(20), static_cast<std::int64_t>(chance.below(400)));
        for (Length& length : ask.times.lengths) {
            length.min = 1 + static_cast<std::int64_t>(chance.below(8));
            length.nominal = length.min + static_cast<std::int64_t>(chance.below(4));
            length.max = length.nominal + static_cast<std::int64_t>(chance.below(6));
        }
        const auto answer = plan(ask);
        if (!std::holds_alternative<GrandPrixPlan>(answer)) continue;
        const auto& made = std::get<GrandPrixPlan>(answer);
        std::int64_t now_min = ask.times.briefing_min;
        std::map<RunName, std::size_t> in;
        for (const Run& run : made.runs) {
            const Length& bounds = ask.times.lengths[static_cast<std::size_t>(run.round)];
            REQUIRE((run.minutes >= bounds.min && run.minutes <= bounds.max));
            REQUIRE((run.people >= 1 && run.people <= made.places));
            REQUIRE(run.start_min == now_min);
            now_min += run.minutes + ask.times.turn_min;
            in[run.name] += run.people;
        }
        REQUIRE(made.reserve_min >= 0);
        REQUIRE(now_min - ask.times.turn_min + made.reserve_min + ask.times.podium_min == ask.minutes);
        REQUIRE(in[RunName::qualifying] == ask.people);
        if (made.variant == Variant::semis) REQUIRE(in[RunName::semi] + in[RunName::consolation] == ask.people);
        if (made.variant == Variant::finals) REQUIRE(in[RunName::final] == ask.people);
    }
}

TEST_CASE("a whole Grand Prix run to the end sends everybody on exactly once") {
    const auto seed = GENERATE(range(1U, 31U));
    Chance chance(seed);
    INFO("seed " << seed);
    const std::size_t places = 2 + chance.below(14);
    const auto count = static_cast<std::uint32_t>(2 * places + 1 + chance.below(40));
    People ranked = people(1, count);
    chance.shuffle(std::span(ranked));
    const auto drawn = draw_semis(ranked, places);
    std::multiset<EntrantId> in(drawn.semi_1.begin(), drawn.semi_1.end());
    in.insert(drawn.semi_2.begin(), drawn.semi_2.end());
    for (const People& heat : drawn.consolations) in.insert(heat.begin(), heat.end());
    CHECK(in == std::multiset<EntrantId>(ranked.begin(), ranked.end()));
    CHECK(drawn.semi_1.size() == places);
    CHECK(drawn.semi_2.size() == places);
    const auto raced = [&](People order) {
        chance.shuffle(std::span(order));
        std::vector<SemiResult> result;
        for (const EntrantId who : order)
            result.push_back({who, 10, static_cast<std::int64_t>(result.size() * 1000 + chance.below(1000))});
        return result;
    };
    const auto semi_1 = raced(drawn.semi_1);
    const auto semi_2 = raced(drawn.semi_2);
    const People final = draw_final(semi_1, semi_2, places);
    CHECK(final.size() == places);
    CHECK(std::set<EntrantId>(final.begin(), final.end()).size() == places);
    for (std::size_t place = 0; place < places / 2; ++place) {
        CHECK(std::count(final.begin(), final.end(), semi_1[place].who) == 1);
        CHECK(std::count(final.begin(), final.end(), semi_2[place].who) == 1);
    }
}

TEST_CASE(
    "37 people and three late after the practice run to one winner, each in as many runs as the plan has for him") {
    const auto old = planned(ask_for(37, 12, 180));
    std::vector<DrawnHeat> qualifying(4);
    for (std::uint32_t who = 1, heat = 0; who <= 37; ++who, heat = (who - 1) % 4)
        qualifying[heat].people.push_back({{who}, true});
    const auto told = qualifying;
    for (std::uint32_t late = 38; late <= 40; ++late) {
        const auto entry = enter_late(qualifying, {late}, 12);
        REQUIRE(entry);
        CHECK(entry->moved.empty());
        qualifying = entry->heats;
    }
    for (std::size_t heat = 0; heat < 4; ++heat)
        CHECK(std::equal(told[heat].people.begin(), told[heat].people.end(), qualifying[heat].people.begin()));
    const auto made = std::get<GrandPrixPlan>(replan(old, ask_for(40, 12, 180), 4, old.runs[4].start_min));
    People ranked;
    for (const DrawnHeat& heat : qualifying) {
        CHECK(heat.people.size() == 10);
        for (const HeatPlace& place : heat.people) ranked.push_back(place.who);
    }
    Chance chance(40);
    chance.shuffle(std::span(ranked));
    const auto drawn = draw_semis(ranked, made.places);
    CHECK(sizes_of(made, RunName::semi) == Sizes{drawn.semi_1.size(), drawn.semi_2.size()});
    CHECK(sizes_of(made, RunName::consolation) == Sizes{drawn.consolations[0].size(), drawn.consolations[1].size()});
    std::vector<SemiResult> first;
    std::vector<SemiResult> second;
    for (const EntrantId who : drawn.semi_1) first.push_back({who, 12, 600 + static_cast<std::int64_t>(first.size())});
    for (const EntrantId who : drawn.semi_2)
        second.push_back({who, 12, 600 + static_cast<std::int64_t>(second.size())});
    const People final = draw_final(first, second, made.places);
    CHECK(sizes_of(made, RunName::final) == Sizes{final.size()});
    CHECK(made.runs.back().start_min + made.runs.back().minutes + made.reserve_min + 10 == 180);
    // The late ones miss the practice only.
    std::size_t starts = 0;
    for (const Run& run : made.runs) starts += run.people;
    CHECK(starts == 37 + 40 + 40 + 12);
}

TEST_CASE("whatever comes after some runs, these stay and the rest fits") {
    const auto seed = GENERATE(range(1U, 61U));
    Chance chance(seed);
    INFO("seed " << seed);
    const auto count = 20 + chance.below(50);
    const auto answer = plan(ask_for(count, 8 + chance.below(8), 150 + static_cast<std::int64_t>(chance.below(150))));
    if (!std::holds_alternative<GrandPrixPlan>(answer)) return;
    const auto& old = std::get<GrandPrixPlan>(answer);
    for (std::size_t ran = 0; ran < old.runs.size(); ++ran) {
        const auto more = count + chance.below(6) - (chance.below(2) == 0 ? 3 : 0);
        const std::int64_t now_min = old.runs[ran].start_min + static_cast<std::int64_t>(chance.below(6));
        auto ask = ask_for(more, old.places, old.end_min);
        const auto later = replan(old, ask, ran, now_min);
        if (!std::holds_alternative<GrandPrixPlan>(later)) continue;
        const auto& made = std::get<GrandPrixPlan>(later);
        INFO("after " << ran << " of " << old.runs.size() << " with " << more << " of " << count);
        REQUIRE(std::equal(old.runs.begin(), old.runs.begin() + static_cast<std::ptrdiff_t>(ran), made.runs.begin()));
        std::int64_t next_min = now_min;
        for (std::size_t run = ran; run < made.runs.size(); ++run) {
            REQUIRE(made.runs[run].start_min == next_min);
            REQUIRE((made.runs[run].people >= 1 && made.runs[run].people <= made.places));
            next_min += made.runs[run].minutes + ask.times.turn_min;
        }
        REQUIRE(made.reserve_min >= 0);
        if (made.runs.size() > ran)
            REQUIRE(next_min - ask.times.turn_min + made.reserve_min + ask.times.podium_min == made.end_min);
        std::set<std::pair<RunName, std::size_t>> names;
        for (const Run& run : made.runs) REQUIRE(names.emplace(run.name, run.number).second);
    }
}

TEST_CASE("the draw is the published SplitMix64, bounded by the high bits") {
    Chance chance(1234567);
    CHECK(chance.next() == 6457827717110365317U);
    CHECK(chance.next() == 3203168211198807973U);
    CHECK(chance.next() == 9817491932198370423U);
    CHECK(Chance(1234567).below(6) == 2);  // 6457827717110365317 · 6 / 2^64
    CHECK(Chance(1).below(0) == 0);
}
