// Goal: what holds of a session at any moment, whatever happens in whatever order. Method: the random stories of the auditor, told in
// disorder; after every event the table is looked at, and a correction is made and taken back.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <numeric>
#include <set>

#include "tests/sessions/audit_story.hpp"

using namespace chicane;
using namespace chicane::sessions;

namespace {

constexpr timing::DecoderTime after_all{100'000'000};  ///< later than any event of a random story

std::uint64_t stories(std::uint64_t normal) { return std::getenv("CHICANE_LONG") != nullptr ? normal * 20 : normal; }

/// Positions count from one without a hole, and everybody has one.
bool positions_are_a_permutation(const Result& result, std::size_t entered) {
    std::set<std::string> who;
    std::int32_t position = 0;
    for (const ClassifiedRow& row : result.classification) {
        if (row.position != ++position) return false;
        who.insert(row.name);
    }
    return who.size() == result.classification.size() && who.size() >= entered;
}

/// Where the three are times: the gap is the gap of the one ahead and the interval to him.
bool gaps_add_up(const Result& result) {
    for (std::size_t i = 1; i < result.classification.size(); ++i) {
        const ClassifiedRow& row = result.classification[i];
        const ClassifiedRow& ahead = result.classification[i - 1];
        if (row.laps != ahead.laps || row.laps != result.classification.front().laps) continue;
        if (!row.gap.us || !row.interval.us || !ahead.gap.us) continue;
        if (*row.gap.us != *ahead.gap.us + *row.interval.us) return false;
    }
    return true;
}

/// Each passing has one verdict, in the order of the journal, and none is lost.
bool every_passing_is_judged(const Result& result, const std::vector<std::uint64_t>& told) {
    std::vector<std::uint64_t> judged;
    for (const ResultPassing& passing : result.passings) judged.push_back(passing.sequence);
    std::vector<std::uint64_t> sorted = told;
    std::ranges::sort(sorted);
    return judged == sorted;
}

/// Laps are numbered from one without a hole, as many as the table says.
bool laps_are_whole(const Result& result) {
    for (const ClassifiedRow& row : result.classification) {
        std::int32_t laps = 0;
        for (const ResultLap& lap : result.laps) {
            if (lap.number == row.number && lap.entrant == row.entrant && lap.lap != ++laps) return false;
        }
        if (row.laps != laps && row.laps != std::max(0, laps - row.penalty_laps)) return false;
    }
    return true;
}

/// A board without the ids of rows that nobody entered: they tell in which order tags arrived.
timing::Board without_arrival(timing::Board board) {
    for (timing::Row& row : board.rows) {
        if (row.id.value >= unentered_first) row.id = {};
    }
    return board;
}

std::vector<std::size_t> any_order(Dice& dice, std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::shuffle(order, dice);
    return order;
}

}  // namespace

TEST_CASE("After every event the table is whole, and a correction taken back leaves no trace") {
    for (std::uint64_t seed = 1; seed <= stories(150); ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        Story story = random_story(dice, 8);
        story.now = std::max(story.now, after_all);
        const std::vector<LogEvent> log = std::exchange(story.log, {});
        Window window = window_of(story);
        std::vector<std::uint64_t> told;
        for (const std::size_t i : any_order(dice, log.size())) {
            window.insert(log[i]);
            story.log.push_back(log[i]);
            if (std::holds_alternative<RawPassing>(log[i].what)) told.push_back(log[i].sequence);
            const Result result = window.result(window.newest());
            REQUIRE(positions_are_a_permutation(result, story.setup.entrants.size()));
            REQUIRE(gaps_add_up(result));
            REQUIRE(every_passing_is_judged(result, told));
            REQUIRE(laps_are_whole(result));
            const timing::Board board = without_arrival(window.board(story.now));
            const LogEvent correction = random_correction(dice, story, 5000 + i);
            if (std::holds_alternative<RawPassing>(correction.what)) continue;
            window.insert(correction);
            window.remove(correction.sequence);
            CAPTURE(text(Story{story.setup, {}, {correction}, story.now}), i);
            REQUIRE(without_arrival(window.board(story.now)) == board);
            REQUIRE(lines(window.result(story.now)) == lines(window_of(story).result(story.now)));
        }
    }
}

TEST_CASE("Fifty corrections undone in any order leave the board of the log without them") {
    for (std::uint64_t seed = 1; seed <= stories(100); ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        Story plain = random_story(dice, 0);
        plain.now = std::max(plain.now, after_all);
        Window window = window_of(plain);
        Story story = plain;
        while (story.log.size() < plain.log.size() + 50) {
            const LogEvent correction = random_correction(dice, story, 2000 + story.log.size());
            if (std::holds_alternative<RawPassing>(correction.what)) continue;
            story.log.push_back(correction);
            window.insert(correction);
        }
        std::vector<LogEvent> undone(story.log.begin() + static_cast<std::ptrdiff_t>(plain.log.size()),
                                     story.log.end());
        std::ranges::shuffle(undone, dice);
        for (std::size_t i = 0; i < undone.size(); ++i) {
            window.remove(undone[i].sequence);
            std::erase_if(story.log, [&](const LogEvent& event) { return event.sequence == undone[i].sequence; });
            if (i % 10 == 0) REQUIRE(lines(window.result(story.now)) == lines(audit(story)));
        }
        REQUIRE(without_arrival(window.board(plain.now)) == without_arrival(window_of(plain).board(plain.now)));
        REQUIRE(lines(window.result(plain.now)) == lines(audit(plain)));
    }
}
