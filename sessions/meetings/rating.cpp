#include "sessions/meetings/rating.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/volatility.hpp"

namespace chicane::sessions::meetings {

namespace {

constexpr double points_per_unit = 400 / std::numbers::ln10;  // Glickman's 173.7178
constexpr double gap_scales_max = 10;                         // beyond it a win is a win

double square(double value) { return value * value; }

/// How much a result says against somebody known only so well.
double weight_of(double variance) { return 1 / std::sqrt(1 + 3 * variance / square(std::numbers::pi)); }

double expected(double difference) { return 1 / (1 + std::exp(-difference)); }

/// A drive with the ratings from before the period, in Glickman's units.
struct OnTrack {
    const Drive* drive;
    double strength;  // driver and kart
    double driver_variance;
    double kart_variance;
};

/// What the period's results say of one driver or kart.
struct Evidence {
    double information = 0;  // 1/v
    double surprise = 0;     // Σ weight·g·(s − E)
};

class Period {
  public:
    Period(const RatingBook& book, const RatingRules& rules) : book_(book), rules_(rules) {
        // A measured gap scatters less than a win or a loss; it counts for as many of these as its variance is smaller.
        const double scatter = std::numbers::ln10 * rules.noise_ms / rules.scale_ms;
        gap_evidence_ = std::max(1.0, 2 / square(scatter));
    }

    void add(const RatedHeat& heat) {
        std::vector<OnTrack> field;
        for (const Drive& drive : heat) field.push_back(on_track(drive));
        for (const OnTrack& one : field)
            for (const OnTrack& two : field)
                if (one.drive->driver != two.drive->driver) add_pair(one, two, static_cast<double>(field.size()));
    }

    [[nodiscard]] const std::map<ScorerId, Evidence>& drivers() const { return drivers_; }
    [[nodiscard]] const std::map<timing::KartId, Evidence>& karts() const { return karts_; }

  private:
    [[nodiscard]] OnTrack on_track(const Drive& drive) const {
        const auto driver = book_.drivers.find(drive.driver);
        const auto kart = book_.karts.find(drive.kart);
        const Rating& who = driver == book_.drivers.end() ? rules_.new_driver : driver->second;
        const Rating& what = kart == book_.karts.end() ? rules_.new_kart : kart->second;
        return {&drive, (who.points - rules_.new_driver.points + what.points) / points_per_unit,
                square(who.deviation / points_per_unit), square(what.deviation / points_per_unit)};
    }

    void add_pair(const OnTrack& one, const OnTrack& two, double field) {
        // The drives of a field share each driver's own scatter: n − 1 results of one drive are worth two, not n − 1.
        double weight = 2 / field;
        double score = 0.5;
        if (one.drive->pace_us && two.drive->pace_us) {
            const double gap_ms = static_cast<double>(*two.drive->pace_us - *one.drive->pace_us) / 1000;
            const double scales = std::clamp(gap_ms / rules_.scale_ms, -gap_scales_max, gap_scales_max);
            score = expected(scales * std::numbers::ln10);
            weight *= gap_evidence_;
        } else if (one.drive->place != two.drive->place) {
            score = one.drive->place < two.drive->place ? 1 : 0;
        }
        const double others = two.driver_variance + two.kart_variance;
        const double difference = one.strength - two.strength;
        add_to(drivers_[one.drive->driver], weight, weight_of(one.kart_variance + others), difference, score);
        // In the same kart a pair says nothing of it.
        if (one.drive->kart != two.drive->kart)
            add_to(karts_[one.drive->kart], weight, weight_of(one.driver_variance + others), difference, score);
    }

    static void add_to(Evidence& evidence, double weight, double g, double difference, double score) {
        const double chance = expected(g * difference);
        evidence.information += weight * square(g) * chance * (1 - chance);
        evidence.surprise += weight * g * (score - chance);
    }

    const RatingBook& book_;
    const RatingRules& rules_;
    double gap_evidence_;
    std::map<ScorerId, Evidence> drivers_;
    std::map<timing::KartId, Evidence> karts_;
};

Rating updated(Rating rating, const Evidence& evidence, double tau) {
    if (evidence.information <= 0) return rating;
    const double deviation = rating.deviation / points_per_unit;
    const double variance = 1 / evidence.information;
    rating.volatility =
        next_volatility({rating.volatility, square(deviation), variance, variance * evidence.surprise, tau});
    const double before = square(deviation) + square(rating.volatility);
    const double after = 1 / (1 / before + evidence.information);
    rating.points += after * evidence.surprise * points_per_unit;
    rating.deviation = std::sqrt(after) * points_per_unit;
    return rating;
}

/// Only differences are seen on track: the middle of the karts is where it was put.
void centre(std::map<timing::KartId, Rating>& karts) {
    double sum = 0;
    for (const auto& [kart, rating] : karts) sum += rating.points;
    for (auto& [kart, rating] : karts) rating.points -= sum / static_cast<double>(karts.size());
}

}  // namespace

RatingBook rate(const RatingBook& book, std::span<const RatedHeat> period, const RatingRules& rules) {
    Period results(book, rules);
    for (const RatedHeat& heat : period.first(std::min(period.size(), runs_max)))
        if (heat.size() <= timing::entrants_max) results.add(heat);
    RatingBook after = book;
    for (const auto& [driver, evidence] : results.drivers()) {
        Rating& rating = after.drivers.try_emplace(driver, rules.new_driver).first->second;
        rating = updated(rating, evidence, rules.tau);
    }
    for (const auto& [kart, evidence] : results.karts()) {
        Rating& rating = after.karts.try_emplace(kart, rules.new_kart).first->second;
        rating = updated(rating, evidence, rules.tau);
    }
    centre(after.karts);
    return after;
}

Rating rested(Rating rating, const Rating& when_new) {
    const double grown = std::hypot(rating.deviation, rating.volatility * points_per_unit);
    rating.deviation = std::min(grown, std::max(when_new.deviation, rating.deviation));
    return rating;
}

std::int64_t pace_ms(const Rating& kart, const RatingRules& rules) {
    return std::llround(-kart.points * rules.scale_ms / 400);
}

}  // namespace chicane::sessions::meetings
