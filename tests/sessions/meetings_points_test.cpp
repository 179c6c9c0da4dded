// Goal: points come from tables, the worst results are left out, and ties are broken as the rule says. A naive twin sums random seasons.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "sessions/meetings/championship.hpp"
#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/points.hpp"

using namespace chicane::sessions::meetings;

namespace {

PointsTable table_25_18_15() {
    PointsTable table;
    table.by_place_hundredths = {2500, 1800, 1500};
    table.participation_hundredths = 100;
    table.best_lap_hundredths = 200;
    table.pole_hundredths = 300;
    return table;
}

/// Classified in this order, with best laps that grow.
std::vector<ResultLine> result_of(std::initializer_list<std::uint32_t> order) {
    std::vector<ResultLine> lines;
    for (const std::uint32_t who : order) {
        ResultLine& line = lines.emplace_back();
        line.who = {who};
        line.place = lines.size();
        line.best_lap_us = 50'000'000 + static_cast<std::int64_t>(lines.size());
    }
    return lines;
}

std::vector<std::int64_t> hundredths_of(const std::vector<Score>& scores) {
    std::vector<std::int64_t> made;
    for (const Score& score : scores) made.push_back(score.hundredths);
    return made;
}

/// A session in which these were placed 1, 2, 3 … with so many points.
CountedSession session_of(std::initializer_list<std::pair<std::uint32_t, std::int64_t>> order) {
    CountedSession session;
    for (const auto& [who, hundredths] : order)
        session.scores.push_back({{who}, session.scores.size() + 1, hundredths, true});
    return session;
}

std::vector<std::uint32_t> order_of(const std::vector<Standing>& table) {
    std::vector<std::uint32_t> made;
    for (const Standing& line : table) made.push_back(line.who.value);
    return made;
}

using Points = std::vector<std::int64_t>;
using Order = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("points are for the place, taking part, the best lap and pole") {
    auto result = result_of({7, 8, 9, 10});
    result[1].had_pole = true;
    CHECK(hundredths_of(score(table_25_18_15(), result)) == Points{2800, 2200, 1600, 100});
    SECTION("half points are exact, to the hundredth") {
        CHECK(hundredths_of(score(table_25_18_15(), result, 50)) == Points{1400, 1100, 800, 50});
        PointsTable odd;
        odd.by_place_hundredths = {25};
        CHECK(score(odd, result, 50)[0].hundredths == 13);
    }
    SECTION("who is not classified has taken part, who did not start has not") {
        result[3].place.reset();
        result[2].place.reset();
        result[2].started = false;
        CHECK(hundredths_of(score(table_25_18_15(), result)) == Points{2800, 2200, 0, 100});
    }
    SECTION("who is disqualified has nothing, and cannot drop it") {
        result[0].disqualified = true;
        const auto scores = score(table_25_18_15(), result);
        CHECK(scores[0] == Score{{7}, std::nullopt, 0, false});
        CHECK(scores[1].hundredths == 1800 + 100 + 200 + 300);  // with the best lap that is left
    }
    SECTION("a guest has none, and those behind move up") {
        result[0].guest = true;
        const auto scores = score(table_25_18_15(), result);
        CHECK(hundredths_of(scores) == Points{2500 + 100 + 200 + 300, 1900, 1600});
        CHECK(scores[0].place == std::optional<std::size_t>(1));
    }
    SECTION("the best lap may be for the first so many only") {
        auto table = table_25_18_15();
        table.best_lap_place_max = 2;
        result[3].best_lap_us = 1;
        CHECK(hundredths_of(score(table, result)) == Points{2600, 2200, 1600, 100});
    }
}

TEST_CASE("a class's own table goes before the kind's, and without one there are no points") {
    const std::vector<PointsRule> rules{{PointsKind::final, std::nullopt, {{100}, 0, 0, 0, 0}},
                                        {PointsKind::final, 2, {{200}, 0, 0, 0, 0}}};
    CHECK(table_for(rules, PointsKind::final, 2)->by_place_hundredths[0] == 200);
    CHECK(table_for(rules, PointsKind::final, 1)->by_place_hundredths[0] == 100);
    CHECK(table_for(rules, PointsKind::heat, 1) == nullptr);
}

TEST_CASE("the worst are left out, an absence first, and never what must count") {
    const std::vector<CountedSession> season{session_of({{1, 2500}, {2, 1800}}), session_of({{2, 2500}, {1, 1800}}),
                                             session_of({{2, 2500}})};
    const auto table = standings(season, {1, true});
    REQUIRE(table);
    CHECK(order_of(*table) == Order{2, 1});
    CHECK((*table)[0].hundredths == 5000);
    CHECK((*table)[0].gross_hundredths == 6800);
    CHECK((*table)[0].dropped == std::vector<std::size_t>{0});
    CHECK((*table)[1].dropped == std::vector<std::size_t>{2});
    SECTION("a disqualification stays in the sum") {
        auto with_dsq = season;
        with_dsq[2].scores.push_back({{1}, std::nullopt, 0, false});
        CHECK((*standings(with_dsq, {1, true}))[1].hundredths == 2500);
        CHECK((*standings(with_dsq, {9, true}))[1].hundredths == 0);
    }
}

TEST_CASE("ties go to most wins, most seconds and so on, then to the latest result, and are shared when all is equal") {
    SECTION("wins") {
        const std::vector<CountedSession> season{session_of({{1, 20}, {3, 1}, {2, 10}}), session_of({{3, 1}, {2, 10}})};
        CHECK(order_of(*standings(season, {})) == Order{1, 2, 3});
    }
    SECTION("seconds") {
        // 1: a second and a fourth; 2: two thirds.
        const std::vector<CountedSession> season{session_of({{8, 90}, {1, 20}, {2, 15}, {9, 1}}),
                                                 session_of({{8, 90}, {9, 1}, {2, 15}, {1, 10}})};
        CHECK(order_of(*standings(season, {})) == Order{8, 1, 2, 9});
    }
    SECTION("latest") {
        const std::vector<CountedSession> season{session_of({{1, 20}, {2, 15}}), session_of({{2, 20}, {1, 15}})};
        const auto table = standings(season, {});
        CHECK(order_of(*table) == Order{2, 1});
        CHECK((*table)[1].rank == 2);
    }
    SECTION("shared") {
        CountedSession level;
        level.scores = {{{5}, std::nullopt, 10, true}, {{4}, std::nullopt, 10, true}, {{6}, std::nullopt, 1, true}};
        const auto table = standings(std::vector{level}, {});
        CHECK(order_of(*table) == Order{4, 5, 6});
        CHECK((*table)[1].rank == 1);
        CHECK((*table)[2].rank == 3);
    }
    SECTION("a win that was left out counts, or does not, by the rules") {
        const std::vector<CountedSession> season{session_of({{1, 5}, {2, 4}}), session_of({{3, 9}, {2, 10}, {1, 10}})};
        CHECK(order_of(*standings(season, {1, true})).front() == 1);
        CHECK(order_of(*standings(season, {1, false})).front() == 2);
    }
}

TEST_CASE("a team scores by its best members, a club by its own") {
    auto result = result_of({1, 2, 3, 4});
    for (ResultLine& line : result) {
        line.team = {line.who.value % 2 + 1};
        line.club = {9};
    }
    result[3].club = {};
    const auto scores = score({{10, 8, 6, 4}, 0, 0, 0, 0}, result);
    CHECK(team_scores(result, scores, TeamOf::team, 1) == std::vector<Score>{{{1}, 2, 8, true}, {{2}, 1, 10, true}});
    CHECK(team_scores(result, scores, TeamOf::team, 2) == std::vector<Score>{{{1}, 2, 12, true}, {{2}, 1, 16, true}});
    CHECK(team_scores(result, scores, TeamOf::club, 9) == std::vector<Score>{{{9}, 1, 24, true}});
    SECTION("a guest in the list does not shift the others") {
        result[0].guest = true;
        const auto without = score({{10, 8, 6, 4}, 0, 0, 0, 0}, result);
        CHECK(team_scores(result, without, TeamOf::team, 2) ==
              std::vector<Score>{{{1}, 1, 16, true}, {{2}, 2, 8, true}});
    }
}

TEST_CASE("a season beyond the limits is refused, and an empty one has nobody") {
    CHECK_FALSE(standings(std::vector<CountedSession>(runs_max + 1), {}));
    CHECK(standings({}, {})->empty());
}

TEST_CASE("any season sums up, and whoever is ahead has no fewer points") {
    const auto seed = GENERATE(range(1U, 41U));
    Chance chance(seed);
    INFO("seed " << seed);
    std::vector<CountedSession> season(1 + chance.below(12));
    std::map<std::uint32_t, std::vector<std::int64_t>> twin;
    for (CountedSession& session : season) {
        std::vector<std::uint32_t> who;
        for (std::uint32_t number = 1; number <= 10; ++number)
            if (chance.below(4) != 0) who.push_back(number);
        chance.shuffle(std::span(who));
        for (const std::uint32_t number : who) {
            const auto points = static_cast<std::int64_t>(chance.below(2500));
            session.scores.push_back({{number}, session.scores.size() + 1, points, true});
            twin[number].push_back(points);
        }
    }
    const std::size_t drop = chance.below(4);
    const auto table = standings(season, {drop, true});
    REQUIRE(table);
    REQUIRE(table->size() == twin.size());
    for (std::size_t place = 0; place < table->size(); ++place) {
        const Standing& line = (*table)[place];
        auto points = twin[line.who.value];
        points.resize(season.size(), 0);
        std::sort(points.rbegin(), points.rend());
        points.resize(season.size() - std::min(drop, season.size()));
        std::int64_t sum = 0;
        for (const std::int64_t each : points) sum += each;
        REQUIRE(line.hundredths == sum);
        if (place > 0) REQUIRE((*table)[place - 1].hundredths >= line.hundredths);
    }
}
