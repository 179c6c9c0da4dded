// Goal: ratings are Glicko-2 where there is no kart and no gap, give the figures of their method page, and find the truth of a season: drivers and
// karts, better than a plain Elo. Seeds are fixed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/kart_pace.hpp"
#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/rating.hpp"
#include "tests/sessions/rating_season.hpp"

using namespace chicane::sessions::meetings;
using namespace chicane::tests;
using chicane::timing::KartId;

namespace {

/// Karts that are all alike and known to be: what is left is Glicko-2.
RatingRules without_karts() {
    RatingRules rules;
    rules.new_kart = {0, 0, 0.03};
    return rules;
}

RatedHeat duel(std::uint32_t winner, std::uint32_t loser) { return {{{winner}, {1}, 1, {}}, {{loser}, {2}, 2, {}}}; }

}  // namespace

TEST_CASE("without karts and gaps the ratings are Glickman's own example") {
    RatingBook book;
    book.drivers = {
        {{1}, {1500, 200, 0.06}}, {{2}, {1400, 30, 0.06}}, {{3}, {1550, 100, 0.06}}, {{4}, {1700, 300, 0.06}}};
    const std::vector<RatedHeat> period{duel(1, 2), duel(3, 1), duel(4, 1)};
    const Rating after = rate(book, period, without_karts()).drivers.at({1});
    CHECK(after.points == Approx(1464.06).margin(0.02));
    CHECK(after.deviation == Approx(151.52).margin(0.01));
    CHECK(after.volatility == Approx(0.05999).margin(0.00001));
}

TEST_CASE("two new drivers 300 ms apart get the figures of the method page") {
    const std::vector<RatedHeat> period{{{{1}, {1}, 1, 50'000'000}, {{2}, {2}, 2, 50'300'000}}};
    const RatingBook book = rate({}, period, {});
    CHECK(book.drivers.at({1}).points == Approx(1628.09).margin(0.01));
    CHECK(book.drivers.at({2}).points == Approx(1371.91).margin(0.01));
    CHECK(book.drivers.at({1}).deviation == Approx(184.69).margin(0.01));
    CHECK(book.drivers.at({1}).volatility == Approx(0.0599980).margin(0.0000002));
    CHECK(book.karts.at(KartId{1}).points == Approx(18.09).margin(0.01));
    CHECK(book.karts.at(KartId{2}).points == Approx(-18.09).margin(0.01));
    CHECK(book.karts.at(KartId{1}).deviation == Approx(76.75).margin(0.01));
    CHECK(pace_ms(book.karts.at(KartId{1}), {}) == -45);
}

TEST_CASE("after ten heats each the ratings know drivers and karts of a season, and better than Elo") {
    std::vector<double> karts;
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U}) {
        const Season season = season_of({}, seed);
        const Fit ours = fit_of(season, rated(season, {}));
        const Fit elo = elo_fit(season);
        INFO("seed " << seed << " ours " << ours.drivers << " " << ours.karts << " Elo " << elo.drivers << " "
                     << elo.karts);
        CHECK(ours.drivers >= 0.95);
        CHECK(ours.karts >= 0.85);  // at seed 7 the karts are so alike that even all laps solved at once give 0.90
        CHECK(ours.drivers > elo.drivers);
        CHECK(ours.karts > elo.karts);
        karts.push_back(ours.karts);
    }
    std::sort(karts.begin(), karts.end());
    CHECK(karts[karts.size() / 2] >= 0.9);
    CHECK(karts[1] >= 0.9);  // all but that one
}

TEST_CASE("places alone, without lap times, still find drivers and karts") {
    SeasonShape shape;
    shape.timed = false;
    std::vector<double> drivers;
    std::vector<double> karts;
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
        const Season season = season_of(shape, seed);
        const Fit ours = fit_of(season, rated(season, {}));
        drivers.push_back(ours.drivers);
        karts.push_back(ours.karts);
    }
    INFO("drivers " << drivers[0] << " " << drivers[1] << " " << drivers[2] << " karts " << karts[0] << " " << karts[1]
                    << " " << karts[2]);
    for (const double fit : drivers) CHECK(fit >= 0.9);
    for (const double fit : karts) CHECK(fit >= 0.75);
}

TEST_CASE("the truth is within two deviations about as often as it should be") {
    int within = 0;
    int all = 0;
    const RatingRules rules;
    for (std::uint64_t seed = 11; seed <= 20; ++seed) {
        const Season season = season_of({}, seed);
        const RatingBook book = rated(season, rules);
        double middle = 0;
        for (const auto& [who, rating] : book.drivers)
            middle += (rating.points + season.skill_ms[who.value - 1] * 400 / rules.scale_ms) /
                      static_cast<double>(book.drivers.size());
        for (const auto& [who, rating] : book.drivers) {
            const double truth = middle - season.skill_ms[who.value - 1] * 400 / rules.scale_ms;
            within += std::abs(rating.points - truth) <= 2 * rating.deviation ? 1 : 0;
            ++all;
        }
    }
    INFO(within << " of " << all);
    CHECK(within >= all * 85 / 100);
}

TEST_CASE("a slow kart does not sink its driver") {
    // Eight of equal skill; kart 1 is 500 ms slower. Driver 1 has it in every other round, the others have it in turn, and all else goes round.
    const auto gap_of_driver_1 = [](const RatingRules& rules) {
        RatingBook book;
        Chance chance(3);
        for (std::uint32_t round = 0; round < 28; ++round) {
            RatedHeat heat;
            const std::uint32_t in_kart_1 = round % 2 == 0 ? 1 : 2 + round / 2 % 7;
            for (std::uint32_t who = 1, next = round; who <= 8; ++who) {
                const std::uint32_t kart = who == in_kart_1 ? 1 : 2 + next++ % 7;
                const double lap_ms = 50'000 + (kart == 1 ? 500 : 0) + 100 * bell(chance);
                heat.push_back({{who}, {kart}, 0, static_cast<std::int64_t>(lap_ms * 1000)});
            }
            book = rate(book, std::vector<RatedHeat>{heat}, rules);
        }
        double others = 0;
        for (std::uint32_t who = 2; who <= 8; ++who) others += book.drivers.at({who}).points / 7;
        return others - book.drivers.at({1}).points;
    };
    const double without = gap_of_driver_1(without_karts());
    const double with = gap_of_driver_1({});
    INFO("points behind: " << with << " with the karts, " << without << " without");
    CHECK(without > 40);
    CHECK(std::abs(with) < without / 3);
}

TEST_CASE("mirrored results give mirrored ratings, and the karts' middle stays 0") {
    const auto seed = GENERATE(range(1U, 16U));
    INFO("seed " << seed);
    const Season season = season_of({12, 6, 4, 450, 150, 250, seed % 2 == 0}, seed);
    RatingBook book;
    RatingBook mirror;
    for (const auto& round : season.rounds) {
        auto turned = round;
        for (RatedHeat& heat : turned)
            for (Drive& drive : heat) {
                drive.place = heat.size() + 1 - drive.place;
                if (drive.pace_us) drive.pace_us = 100'000'000 - *drive.pace_us;
            }
        book = rate(book, round, {});
        mirror = rate(mirror, turned, {});
    }
    double middle = 0;
    for (const auto& [who, rating] : book.drivers) {
        CHECK(rating.points - 1500 == Approx(1500 - mirror.drivers.at(who).points).margin(0.001));
        CHECK(rating.deviation == Approx(mirror.drivers.at(who).deviation).margin(0.001));
    }
    for (const auto& [kart, rating] : book.karts) middle += rating.points;
    CHECK(middle == Approx(0).margin(0.000001));
}

TEST_CASE("driving makes surer, resting less sure, and neither beyond the beginning") {
    const RatingBook book = rate({}, std::vector<RatedHeat>{duel(1, 2)}, {});
    const Rating driven = book.drivers.at({1});
    CHECK(driven.deviation < 350);
    Rating rating = driven;
    for (int period = 0; period < 2000; ++period) {
        const Rating next = rested(rating, {});
        REQUIRE((next.deviation > rating.deviation || next.deviation == 350));
        rating = next;
    }
    CHECK(rating.deviation == 350);
    CHECK(rating.points == driven.points);
}

TEST_CASE("what says nothing changes nothing") {
    const RatingBook book = rate({}, std::vector<RatedHeat>{duel(1, 2)}, {});
    CHECK(rate(book, std::vector<RatedHeat>{}, {}) == book);
    CHECK(rate(book, std::vector<RatedHeat>{{{{1}, {1}, 1, {}}}}, {}) == book);
    CHECK(rate(book, std::vector<RatedHeat>{RatedHeat(chicane::timing::entrants_max + 1, Drive{{1}, {1}, 1, {}})},
               {}) == book);
    SECTION("an equal place is half a win, so that equals stay equal") {
        const RatedHeat dead_heat{{{8}, {1}, 1, {}}, {{9}, {1}, 1, {}}};
        const RatingBook after = rate({}, std::vector<RatedHeat>{dead_heat}, {});
        CHECK(after.drivers.at({8}).points == Approx(1500).margin(0.000001));
        CHECK(after.karts.empty());  // both in the same: nothing to tell
    }
}

TEST_CASE("a win by an hour is a win, and no more") {
    const std::vector<RatedHeat> period{{{{1}, {1}, 1, 1}, {{2}, {2}, 2, 3'600'000'000}}};
    const RatingBook book = rate({}, period, {});
    CHECK(std::isfinite(book.drivers.at({1}).points));
    CHECK(book.drivers.at({1}).points < 2200);
}

TEST_CASE("a season's karts give the paces that the assignment evens out") {
    const Season season = season_of({}, 1);
    const RatingBook book = rated(season, {});
    std::vector<KartForm> forms;
    for (const auto& [kart, rating] : book.karts) forms.push_back({kart, 0, pace_ms(rating, {}), 300});
    std::vector<double> found;
    for (const KartPace& pace : paces(forms)) found.push_back(static_cast<double>(pace.pace_ms));
    CHECK(correlation(season.kart_ms, found) >= 0.9);
}
