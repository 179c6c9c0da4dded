// Goal: arrival order changes nothing, and the engine counts as a naive twin does. Method: random sessions from a seed that a
// failure prints, on a coarse grid of time so that ties and borders are common; all orders of a small one, one by one.
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "tests/sessions/session_case.hpp"
#include "tests/sessions/twin.hpp"

using namespace chicane;
using namespace chicane::sessions;

namespace {

using Dice = std::mt19937_64;

int roll(Dice& dice, int from, int to) { return std::uniform_int_distribution(from, to)(dice); }
bool coin(Dice& dice) { return roll(dice, 0, 1) == 1; }

timing::End random_end(Dice& dice) {
    timing::End end;
    end.how = static_cast<timing::EndHow>(roll(dice, 0, 3));
    end.laps = end.how == timing::EndHow::full_distance || coin(dice) ? roll(dice, 1, 5) : 0;
    end.time_us = coin(dice) ? roll(dice, 1, 12) * 5'000'000LL : 0;
    end.priority = static_cast<timing::Priority>(roll(dice, 0, 1));
    end.grace_us = roll(dice, 0, 3) * 10'000'000LL;
    return end;
}

Setup random_setup(Dice& dice) {
    Setup setup;
    timing::Rules& rules = setup.rules;
    rules.kind = static_cast<timing::Kind>(roll(dice, 0, 3));
    rules.start = coin(dice) ? timing::Start::signal : timing::Start::first_passing;
    if (rules.start == timing::Start::signal) rules.start_at = at_s(roll(dice, 0, 10));
    rules.first_crossing = static_cast<timing::FirstCrossing>(roll(dice, 0, 2));
    if (rules.start != timing::Start::signal && rules.first_crossing == timing::FirstCrossing::ends_lap) {
        rules.first_crossing = timing::FirstCrossing::starts_lap;
    }
    rules.rank = static_cast<timing::Ranking>(roll(dice, 0, 3));
    rules.arm_at = at_s(roll(dice, 0, 5));
    rules.min_lap_us = roll(dice, 0, 2) * 2'000'000LL;
    rules.max_lap_us = coin(dice) ? 0 : roll(dice, 5, 15) * 1'000'000LL;
    rules.end = random_end(dice);
    if (coin(dice)) setup.loops = {{{7}, LoopRole::finish, 0}, {{8}, LoopRole::finish, 0}};
    setup.entrants = {entrant(1, {{101}, {201}}), entrant(2, {{102}}), entrant(3, {{103}}), entrant(4, {{104}})};
    return setup;
}

std::vector<RawPassing> random_passings(Dice& dice) {
    std::vector<RawPassing> passings;
    const int count = roll(dice, 0, 90);
    for (int i = 0; i < count; ++i) {
        constexpr std::uint64_t tags[] = {101, 102, 103, 104, 201, 999};
        const timing::DecoderTime time{roll(dice, 0, 80) * 1'000'000LL + roll(dice, -1, 1) * roll(dice, 0, 1)};
        // The number tells equal passings apart: the place in the file, which a shuffle changes, must not decide.
        passings.push_back({time,
                            {tags[roll(dice, 0, 5)]},
                            {static_cast<std::uint32_t>(roll(dice, 7, 9))},
                            static_cast<std::uint32_t>(i)});
        if (roll(dice, 0, 9) == 0) passings.push_back(passings.back());
    }
    return passings;
}

/// Sequences are those of `passings`, whatever the order in which they come.
Window window_of(const Setup& setup, const std::vector<RawPassing>& passings, const std::vector<std::size_t>& order) {
    Window window(setup, {});
    for (const std::size_t i : order) window.insert(i, passings[i]);
    return window;
}

std::vector<std::size_t> in_file_order(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

}  // namespace

TEST_CASE("any order of arrival gives the same result and the same board") {
    const auto seed = GENERATE(range(1, 401));
    INFO("seed " << seed);
    Dice dice(static_cast<std::uint64_t>(seed));
    const Setup setup = random_setup(dice);
    const std::vector<RawPassing> passings = random_passings(dice);
    std::vector<std::size_t> order = in_file_order(passings.size());
    const Window straight = window_of(setup, passings, order);
    std::ranges::shuffle(order, dice);
    const Window shuffled = window_of(setup, passings, order);
    CHECK(shuffled.result(straight.newest()) == straight.result(straight.newest()));
    CHECK(shuffled.board(straight.newest()) == straight.board(straight.newest()));
}

TEST_CASE("officials' events, assignments and ticks among late passings give the same result in any order") {
    const auto seed = GENERATE(range(1, 201));
    INFO("seed " << seed);
    Dice dice(static_cast<std::uint64_t>(seed));
    Setup setup = random_setup(dice);
    setup.rules.start_at.reset();
    setup.rules.open = coin(dice);
    std::vector<LogEvent> events;
    for (const RawPassing& passing : random_passings(dice)) events.push_back({events.size(), passing});
    const auto tell = [&](auto what) { events.push_back({events.size(), what}); };
    tell(StartSignal{at_s(roll(dice, 0, 10))});
    tell(Ticked{at_s(roll(dice, 0, 80))});
    tell(FlagShown{at_s(roll(dice, 10, 80)), static_cast<timing::Flag>(roll(dice, 1, 6))});
    tell(FlagShown{at_s(roll(dice, 10, 80)), static_cast<timing::Flag>(roll(dice, 1, 6))});
    if (coin(dice)) tell(EndExtended{at_s(40), 10'000'000, 1});
    if (coin(dice)) tell(FinishedNow{at_s(roll(dice, 40, 80))});
    const std::uint64_t last = events.size();
    tell(transponders::Assignment{last, {999}, timing::EntrantId{2}, at_s(roll(dice, 0, 40))});
    // Assignments are decisions in the journal's order; there is one, so that it may come at any moment.
    Window straight(setup, {});
    for (const LogEvent& event : events) straight.insert(event);
    std::ranges::shuffle(events, dice);
    Window shuffled(setup, {});
    for (const LogEvent& event : events) shuffled.insert(event);
    Result left = straight.result(straight.newest());
    Result right = shuffled.result(shuffled.newest());
    CHECK(straight.newest() == shuffled.newest());
    for (auto* result : {&left, &right}) {
        for (auto& row : result->classification) row.entrant = {};  // ids of those whom nobody entered come by arrival
        for (auto& lap : result->laps) lap.entrant = {};
        for (auto& next : result->restart) next = {};
    }
    CHECK(left == right);
}

TEST_CASE("a result after many late passings is that of a fresh window, checkpoints and all") {
    const auto seed = GENERATE(range(1, 6));
    INFO("seed " << seed);
    Dice dice(static_cast<std::uint64_t>(seed));
    Setup setup = open_practice();
    std::vector<RawPassing> passings;
    for (int i = 0; i < 6000; ++i) {
        passings.push_back(
            {{i * 400'000LL + roll(dice, 0, 300'000)}, {static_cast<std::uint64_t>(roll(dice, 1, 30))}, {}, 0});
    }
    std::vector<std::size_t> late = in_file_order(passings.size());
    for (std::size_t i = 0; i < late.size(); i += 37) {
        std::swap(late[i], late[std::min(late.size() - 1, i + static_cast<std::size_t>(roll(dice, 1, 2000)))]);
    }
    const Window straight = window_of(setup, passings, in_file_order(passings.size()));
    const Window shuffled = window_of(setup, passings, late);
    Result left = straight.result(straight.newest());
    Result right = shuffled.result(straight.newest());
    for (auto* result : {&left, &right}) {
        for (auto& row : result->classification) row.entrant = {};
        for (auto& lap : result->laps) lap.entrant = {};
    }
    CHECK(left == right);
}

TEST_CASE("all orders of a small session give one result") {
    Setup setup = race();
    setup.loops = {{{7}, LoopRole::finish, 0}, {{8}, LoopRole::finish, 0}};
    setup.rules.end.laps = 1;
    const std::vector<RawPassing> passings = {
        {at_s(0), {101}, {7}, 1},  {at_s(1), {101}, {8}, 1},  {at_s(2), {102}, {7}, 2}, {at_s(20), {102}, {8}, 2},
        {at_s(21), {101}, {7}, 3}, {at_s(21), {101}, {7}, 3}, {at_s(22), {201}, {7}, 4}};
    std::vector<std::size_t> order = in_file_order(passings.size());
    const Window straight = window_of(setup, passings, order);
    std::size_t orders = 0;
    do {
        const Window window = window_of(setup, passings, order);
        if (window.result(straight.newest()) != straight.result(straight.newest())) FAIL("order " << orders);
        ++orders;
    } while (std::ranges::next_permutation(order).found);
    CHECK(orders == 5040);
}

TEST_CASE("the engine judges, ranks and counts as a naive twin does") {
    const auto seed = GENERATE(range(1, 1001));
    INFO("seed " << seed);
    Dice dice(static_cast<std::uint64_t>(seed));
    const Setup setup = random_setup(dice);
    const std::vector<RawPassing> passings = random_passings(dice);
    const Twin twin(setup, passings);
    const Window window = window_of(setup, passings, in_file_order(passings.size()));
    const Result result = window.result(window.newest());

    std::vector<std::string> verdicts;
    for (const JudgedPassing& passing : window.last_passings(passings.size())) {
        verdicts.insert(verdicts.begin(), std::string(timing::word(passing.verdict)));
    }
    REQUIRE(verdicts == twin.verdicts);
    const std::vector<std::size_t> order = twin.order();
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Twin::Kart& kart = twin.karts[order[i]];
        const ClassifiedRow& row = result.classification[i];
        REQUIRE(row.number == setup.entrants[kart.entry].number);
        REQUIRE(row.laps == static_cast<std::int32_t>(twin.laps(kart).size()));
        if (kart.crossings.empty()) continue;
        REQUIRE(row.total_us == twin.total(kart));
        if (row.laps > 0) REQUIRE(row.last_us == twin.laps(kart).back());
        REQUIRE((row.status == timing::RowState::finished) >= kart.done);
    }
}
