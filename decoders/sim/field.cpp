#include "decoders/sim/field.hpp"

#include <algorithm>
#include <cmath>

namespace chicane::decoders::sim {

namespace {

constexpr std::uint64_t tag_first = 5'690'000;
constexpr std::uint64_t tag_step = 37;  ///< bought over years, not in a row
constexpr std::uint32_t decoder_first = 200'000;

constexpr double kart_spread = 0.010;    ///< of one standard deviation, as parts of a lap
constexpr double driver_spread = 0.030;  ///< hire karts: drivers differ more than machines
constexpr double lap_spread = 0.006;
constexpr double cold_lap = 0.04;       ///< slower first lap
constexpr double grid_step_us = 350e3;  ///< from one kart to the next on the grid
constexpr double pit_chance = 1.0 / 60;
constexpr double spin_chance = 1.0 / 90;
constexpr std::int64_t close_us = 700'000;  ///< nearer than this behind another, passing is hard
constexpr double pass_chance = 0.35;
constexpr std::int64_t apart_us = 80'000;  ///< two karts do not cross as one

std::int64_t us(double value) { return std::llround(value); }

}  // namespace

timing::TransponderId kart_transponder(std::int32_t kart) {
    return {tag_first + tag_step * static_cast<std::uint64_t>(kart)};
}

std::uint64_t kart_of(timing::TransponderId tag) {
    constexpr std::uint64_t no_kart = first_kart_max + karts_max;
    const std::uint64_t kart = (tag.value - tag_first) / tag_step;
    return tag.value >= tag_first && kart <= no_kart ? kart : no_kart + 1 + tag.value % 20;
}

std::uint32_t decoder_id(std::uint64_t seed) { return decoder_first + static_cast<std::uint32_t>(seed % 100'000); }

Field::Field(const TrackOptions& options, std::int64_t start_us) : options_(options), chance_(options.seed) {
    for (std::int32_t place = 0; place < options.karts; ++place) {
        Kart kart;
        kart.number = options.first_kart + place;
        kart.pace = 1 + kart_spread * chance_.bell() + driver_spread * std::abs(chance_.bell());
        kart.care = chance_.between(0.5, 2);
        kart.next_us = start_us + options.grid_s * 1'000'000LL + us(grid_step_us * place + chance_.between(0, 150e3));
        karts_.push_back(kart);
    }
}

std::optional<Crossing> Field::next() {
    const auto first = std::min_element(karts_.begin(), karts_.end(), [](const Kart& left, const Kart& right) {
        return left.done != right.done ? right.done : left.next_us < right.next_us;
    });
    if (first == karts_.end() || first->done) return std::nullopt;
    Kart& kart = *first;
    Crossing happened = crossing(kart);
    kart.done = options_.laps > 0 && kart.laps == options_.laps;
    kart.last_us = kart.next_us;
    kart.next_us = held_up(kart, kart.last_us + lap_us(kart));
    ++kart.laps;
    return happened;
}

std::int64_t Field::lap_us(const Kart& kart) {
    const double ordinary_us = 1e3 * options_.lap_ms;
    double lap = ordinary_us * kart.pace * (1 + lap_spread * kart.care * chance_.bell());
    if (kart.laps == 0) lap *= 1 + cold_lap;
    if (chance_.happens(spin_chance * kart.care)) lap += chance_.between(4e6, 12e6);
    if (kart.laps > 2 && chance_.happens(pit_chance)) lap += chance_.between(20e6, 60e6);
    return us(std::max(lap, 0.85 * ordinary_us));
}

/// A kart that would come close behind or past one that is ahead of it on the track often has to wait for it.
std::int64_t Field::held_up(const Kart& kart, std::int64_t free_us) {
    std::int64_t at_us = free_us;
    for (const Kart& other : karts_) {
        const bool ahead = !other.done && other.number != kart.number && other.last_us >= kart.last_us - close_us;
        if (ahead && std::abs(other.next_us - at_us) < close_us && !chance_.happens(pass_chance))
            at_us = other.next_us + us(chance_.between(200e3, 700e3));
    }
    for (const Kart& other : karts_)
        if (!other.done && other.number != kart.number && std::abs(other.next_us - at_us) < apart_us)
            at_us = other.next_us + apart_us;
    return at_us;
}

Crossing Field::crossing(const Kart& kart) {
    constexpr std::int64_t resolution_us = 1'000;  // as RC decoders: whole milliseconds
    Crossing now;
    now.time_us = kart.next_us / resolution_us * resolution_us;
    now.kart = kart.number;
    now.heard.transponder = kart_transponder(kart.number);
    now.heard.time_us = now.time_us;
    now.heard.strength = static_cast<std::int32_t>(std::clamp(130 + 18 * chance_.bell(), 76.0, 183.0));
    now.heard.hits = static_cast<std::int32_t>(std::clamp(40 + 12 * chance_.bell(), 6.0, 107.0));
    now.heard.flags = 0;
    return now;
}

}  // namespace chicane::decoders::sim
