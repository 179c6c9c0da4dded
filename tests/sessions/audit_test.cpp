// Goal: the engine decides what the rules say. Method: random sessions with random decisions, from a seed, in random order of
// arrival; the auditor, which shares no code with the engine, must come to the same result, to the last field. A difference is
// shrunk to the smallest session that shows it. CHICANE_LONG=1 runs more of them, CHICANE_SEED=N one.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <numeric>

#include "tests/sessions/audit_story.hpp"

using namespace chicane;
using namespace chicane::sessions;

namespace {

std::string differences(const std::vector<std::string>& engine, const std::vector<std::string>& auditor) {
    std::string all;
    for (std::size_t i = 0; i < std::max(engine.size(), auditor.size()); ++i) {
        const std::string its = i < engine.size() ? engine[i] : "-";
        const std::string mine = i < auditor.size() ? auditor[i] : "-";
        if (its != mine) all += "engine:  " + its + "\nauditor: " + mine + "\n";
    }
    return all;
}

/// The engine's word; an error that it should not make is one, too.
std::vector<std::string> lines_of(const Window& window, timing::DecoderTime now) {
    try {
        return lines(window.result(now));
    } catch (const std::exception& error) {
        return {error.what()};
    }
}

/// The rows of the board as those of a result; an unknown tag has no number there.
Result shown(const timing::Board& board) {
    Result result;
    result.state = board.session->state;
    for (const timing::Row& row : board.rows) {
        ClassifiedRow& its = result.classification.emplace_back();
        its.number = row.number;
        its.public_name = row.name;
        its.status = row.state == timing::RowState::in_pit ? timing::RowState::running : row.state;
        its.position = row.position;
        its.laps = row.laps;
        its.total_us = row.total_us;
        its.best_us = row.best_us;
        its.best_lap = row.best_lap;
        its.average_us = row.average_us;
        its.last_us = row.last_us;
        its.gap = row.gap;
        its.interval = row.interval;
        its.classified = row.classified;
    }
    return result;
}

/// What a board shows of a result.
Result public_part(const Result& whole) {
    Result result;
    result.state = whole.state;
    for (ClassifiedRow row : whole.classification) {
        if (row.name.starts_with("Unknown")) row.number.clear();
        row.name.clear();
        row.penalty_us = row.penalty_laps = 0;
        result.classification.push_back(row);
    }
    return result;
}

std::string differences(const Window& window, const Story& story) {
    const Result audited = audit(story);
    const std::string of_result = differences(lines_of(window, story.now), lines(audited));
    if (!of_result.empty()) return of_result;
    return differences(lines(shown(window.board(story.now))), lines(public_part(audited)));
}

std::string differences(const Story& story) { return differences(window_of(story), story); }

/// The story told in any order, with things said that were taken back.
Window told_in_disorder(Dice& dice, const Story& story) {
    Story longer = story;
    for (int i = roll(dice, 0, 3); i > 0; --i) {
        LogEvent event = random_correction(dice, story, story.log.size() + 1000 + static_cast<std::uint64_t>(i));
        if (!std::holds_alternative<RawPassing>(event.what)) longer.log.push_back(event);
    }
    std::vector<std::size_t> order(longer.log.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::shuffle(order, dice);
    Window window = window_of(longer, order);
    for (std::size_t i = story.log.size(); i < longer.log.size(); ++i) window.remove(longer.log[i].sequence);
    return window;
}

/// What is wrong with the engine's word on the story of a seed; nothing where all is well.
std::string verdict_on(std::uint64_t seed) {
    Dice dice(seed);
    const Story story = random_story(dice, roll(dice, 0, 8));
    if (!differences(story).empty()) {
        const Story small = shrunk(story, [](const Story& it) { return !differences(it).empty(); });
        return "seed " + std::to_string(seed) + "\n" + text(small) + differences(small);
    }
    const Window window = told_in_disorder(dice, story);
    const std::string late = differences(window, story);
    if (!late.empty()) return "seed " + std::to_string(seed) + ", in disorder\n" + text(story) + late;
    return "";
}

}  // namespace

TEST_CASE("The engine and the auditor come to the same result") {
    const char* one = std::getenv("CHICANE_SEED");
    const bool is_long = std::getenv("CHICANE_LONG") != nullptr;
    const std::uint64_t first = one != nullptr ? std::strtoull(one, nullptr, 10) : 1;
    const std::uint64_t count = one != nullptr ? 1 : is_long ? 20'000 : 3'000;
    const auto begun = std::chrono::steady_clock::now();
    std::uint64_t different = 0;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const std::string wrong = verdict_on(seed);
        if (wrong.empty()) continue;
        ++different;
        std::cout << wrong << "\n";
        if (different == 10) break;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::cout << "auditor: " << count << " sessions, seeds " << first << " to " << first + count - 1 << ", differences "
              << different << ", " << took.count() << " s\n";
    CHECK(different == 0);
}
