#include "centre/bookings/alternatives.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace chicane::centre::bookings {
namespace {

constexpr std::int64_t day_us = 86'400'000'000LL;

// The time of day as a person compares it; an hour's difference on the two nights a year does not matter here.
std::int64_t away_us(const Offer& offer, const Offer& wanted) {
    return std::abs(offer.planned_start_us - wanted.planned_start_us - (offer.day - wanted.day) * day_us);
}

void take_that_day(const std::vector<Offer>& able, const Offer& wanted, std::vector<Offer>& taken) {
    std::optional<Offer> earlier;
    std::size_t later = 0;
    for (const Offer& offer : able) {
        if (offer.day != wanted.day) continue;
        if (offer.planned_start_us < wanted.planned_start_us) {
            earlier = offer;
        } else if (later < later_that_day_max) {
            taken.push_back(offer);
            ++later;
        }
    }
    if (earlier) taken.insert(taken.begin(), *earlier);
}

void take_next_days(const std::vector<Offer>& able, const Offer& wanted, std::vector<Offer>& taken) {
    std::size_t days = 0;
    for (auto it = able.begin(); it != able.end() && days < next_days_max;) {
        const auto end = std::find_if(it, able.end(), [&](const Offer& offer) { return offer.day != it->day; });
        if (it->day > wanted.day) {
            taken.push_back(*std::min_element(it, end, [&](const Offer& left, const Offer& right) {
                return away_us(left, wanted) < away_us(right, wanted);
            }));
            ++days;
        }
        it = end;
    }
}

}  // namespace

std::vector<Offer> alternatives(const std::vector<Offer>& candidates, const Offer& wanted, int qty,
                                std::int64_t now_us) {
    std::vector<Offer> able;
    std::ranges::copy_if(candidates, std::back_inserter(able), [&](const Offer& offer) {
        return offer.session != wanted.session && offer.free >= qty && offer.planned_start_us > now_us;
    });
    std::ranges::stable_sort(able, {}, &Offer::planned_start_us);
    std::vector<Offer> taken;
    take_that_day(able, wanted, taken);
    take_next_days(able, wanted, taken);
    return taken;
}

}  // namespace chicane::centre::bookings
