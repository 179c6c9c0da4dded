// A season whose truth is known: drivers of different skill in karts of different pace, drawn blind, and what they drove. Beside it a plain Elo, which
// knows places only and nothing of who sat in what. For the test of the ratings and for their benchmark.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <span>
#include <vector>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/rating.hpp"

namespace chicane::tests {

struct SeasonShape {
    std::size_t drivers = 36;
    std::size_t karts = 12;
    std::size_t heats_each = 10;
    double skill_ms = 450;  ///< standard deviations, of a lap
    double kart_ms = 150;
    double scatter_ms = 250;
    bool timed = true;  ///< else only the places are known
};

struct Season {
    std::vector<double> skill_ms;  ///< of each driver, less is faster; numbers begin with 1
    std::vector<double> kart_ms;
    std::vector<std::vector<sessions::meetings::RatedHeat>> rounds;
};

/// Near enough to a bell: the sum of twelve even draws.
inline double bell(sessions::meetings::Chance& chance) {
    double sum = -6;
    for (int draw = 0; draw < 12; ++draw) sum += static_cast<double>(chance.next() >> 11U) * 0x1.0p-53;
    return sum;
}

inline sessions::meetings::RatedHeat driven(const SeasonShape& shape, const Season& season,
                                            std::span<const std::uint32_t> drivers,
                                            std::span<const std::uint32_t> karts, sessions::meetings::Chance& chance) {
    sessions::meetings::RatedHeat heat;
    for (std::size_t seat = 0; seat < drivers.size(); ++seat) {
        const double lap_ms = 50'000 + season.skill_ms[drivers[seat] - 1] + season.kart_ms[karts[seat] - 1] +
                              shape.scatter_ms * bell(chance);
        heat.push_back({{drivers[seat]}, {karts[seat]}, 0, static_cast<std::int64_t>(lap_ms * 1000)});
    }
    std::sort(heat.begin(), heat.end(), [](auto& left, auto& right) { return left.pace_us < right.pace_us; });
    for (std::size_t place = 0; place < heat.size(); ++place) heat[place].place = place + 1;
    if (!shape.timed)
        for (auto& drive : heat) drive.pace_us.reset();
    return heat;
}

inline Season season_of(const SeasonShape& shape, std::uint64_t seed) {
    sessions::meetings::Chance chance(seed);
    Season season;
    for (std::size_t driver = 0; driver < shape.drivers; ++driver)
        season.skill_ms.push_back(shape.skill_ms * bell(chance));
    for (std::size_t kart = 0; kart < shape.karts; ++kart) season.kart_ms.push_back(shape.kart_ms * bell(chance));
    std::vector<std::uint32_t> drivers(shape.drivers);
    std::vector<std::uint32_t> karts(shape.karts);
    std::iota(drivers.begin(), drivers.end(), 1U);
    std::iota(karts.begin(), karts.end(), 1U);
    for (std::size_t round = 0; round < shape.heats_each; ++round) {
        chance.shuffle(std::span(drivers));
        auto& heats = season.rounds.emplace_back();
        for (std::size_t first = 0; first < drivers.size(); first += shape.karts) {
            chance.shuffle(std::span(karts));
            const auto in = std::span(drivers).subspan(first, std::min(shape.karts, drivers.size() - first));
            heats.push_back(driven(shape, season, in, karts, chance));
        }
    }
    return season;
}

/// Pearson's, over all that have a truth.
inline double correlation(std::span<const double> truth, std::span<const double> estimate) {
    const auto mean = [](std::span<const double> values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    };
    const double of_truth = mean(truth);
    const double of_estimate = mean(estimate);
    double both = 0;
    double one = 0;
    double two = 0;
    for (std::size_t index = 0; index < truth.size(); ++index) {
        both += (truth[index] - of_truth) * (estimate[index] - of_estimate);
        one += (truth[index] - of_truth) * (truth[index] - of_truth);
        two += (estimate[index] - of_estimate) * (estimate[index] - of_estimate);
    }
    return both / std::sqrt(one * two);
}

struct Fit {
    double drivers;
    double karts;
};

/// Our ratings after the season.
inline sessions::meetings::RatingBook rated(const Season& season, const sessions::meetings::RatingRules& rules) {
    sessions::meetings::RatingBook book;
    for (const auto& round : season.rounds) book = sessions::meetings::rate(book, round, rules);
    return book;
}

inline Fit fit_of(const Season& season, const sessions::meetings::RatingBook& book) {
    std::vector<double> drivers;
    std::vector<double> karts;
    for (std::uint32_t who = 1; who <= season.skill_ms.size(); ++who) drivers.push_back(-book.drivers.at({who}).points);
    for (std::uint32_t kart = 1; kart <= season.kart_ms.size(); ++kart) karts.push_back(-book.karts.at({kart}).points);
    return {correlation(season.skill_ms, drivers), correlation(season.kart_ms, karts)};
}

/// Elo with K = 32 a heat, shared by the pairs of a field; one book for drivers, and one in which the karts are the players.
inline Fit elo_fit(const Season& season) {
    std::vector<double> drivers(season.skill_ms.size(), 1500);
    std::vector<double> karts(season.kart_ms.size(), 1500);
    const auto play = [](std::vector<double>& ratings, const std::vector<std::size_t>& order) {
        const std::vector<double> before = ratings;
        for (std::size_t one = 0; one < order.size(); ++one)
            for (std::size_t two = 0; two < order.size(); ++two) {
                if (one == two) continue;
                const double chance = 1 / (1 + std::pow(10, (before[order[two]] - before[order[one]]) / 400));
                ratings[order[one]] += 32.0 / static_cast<double>(order.size() - 1) * ((one < two ? 1 : 0) - chance);
            }
    };
    for (const auto& round : season.rounds)
        for (const auto& heat : round) {
            std::vector<std::size_t> by_driver;
            std::vector<std::size_t> by_kart;
            for (const auto& drive : heat) {
                by_driver.push_back(drive.driver.value - 1);
                by_kart.push_back(drive.kart.value - 1);
            }
            play(drivers, by_driver);
            play(karts, by_kart);
        }
    for (double& rating : drivers) rating = -rating;
    for (double& rating : karts) rating = -rating;
    return {correlation(season.skill_ms, drivers), correlation(season.kart_ms, karts)};
}

}  // namespace chicane::tests
