#include "sessions/meetings/kart_cost.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "sessions/meetings/limits.hpp"

namespace chicane::sessions::meetings {

namespace {

std::int64_t pace_of(const FleetKart& kart) { return std::clamp(kart.pace_ms, -pace_ms_max, pace_ms_max); }

}  // namespace

KartBook::KartBook(std::span<const KartRun> runs, std::span<const FleetKart> fleet) : runs_(runs), fleet_(fleet) {
    std::map<timing::EntrantId, std::size_t> known;
    for (const KartRun& run : runs) {
        has_.emplace_back(run.seats.size());
        driver_of_.emplace_back();
        for (const KartSeat& seat : run.seats)
            driver_of_.back().push_back(known.try_emplace(seat.driver, known.size()).first->second);
    }
    drivers_.resize(known.size());
    for (Driver& driver : drivers_) driver.times.assign(fleet.size(), 0);
}

void KartBook::give(std::size_t run, std::size_t seat, std::optional<std::size_t> kart) {
    Driver& driver = drivers_[driver_of_[run][seat]];
    if (const auto old = has_[run][seat]) {
        driver.pace_ms -= pace_of(fleet_[*old]);
        --driver.times[*old];
    }
    if (kart) {
        driver.pace_ms += pace_of(fleet_[*kart]);
        ++driver.times[*kart];
    }
    has_[run][seat] = kart;
}

bool KartBook::has_another(const KartSeat& seat, const Driver& driver) const {
    for (std::size_t kart = 0; kart < fleet_.size(); ++kart)
        if (driver.times[kart] == 0 && may_drive(seat, fleet_[kart])) return true;
    return false;
}

std::int64_t KartBook::price(std::size_t run, std::size_t seat, std::size_t kart) const {
    const Driver& driver = drivers_[driver_of_[run][seat]];
    const KartSeat& sits = runs_[run].seats[seat];
    const std::int64_t pace_ms = driver.pace_ms + pace_of(fleet_[kart]);
    std::int64_t cost = pace_ms * pace_ms;
    if (driver.times[kart] > 0 && has_another(sits, driver)) cost += repeat_cost;
    if (sits.told && sits.kart && *sits.kart != fleet_[kart].id) cost += told_cost;
    return cost;
}

std::int64_t KartBook::total() const {
    std::int64_t cost = 0;
    for (const Driver& driver : drivers_) cost += driver.pace_ms * driver.pace_ms;
    std::set<std::pair<std::size_t, std::size_t>> driven;  // driver, kart: a second run in it is the repeat
    for (std::size_t run = 0; run < runs_.size(); ++run)
        for (std::size_t seat = 0; seat < runs_[run].seats.size(); ++seat) {
            const KartSeat& sits = runs_[run].seats[seat];
            const auto kart = has_[run][seat];
            const std::size_t driver = driver_of_[run][seat];
            if (sits.told && sits.kart && (!kart || *sits.kart != fleet_[*kart].id)) cost += told_cost;
            if (kart && !driven.emplace(driver, *kart).second && has_another(sits, drivers_[driver]))
                cost += repeat_cost;
        }
    return cost;
}

}  // namespace chicane::sessions::meetings
