#include "sessions/meetings/karts.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/kart_cost.hpp"
#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/match.hpp"

namespace chicane::sessions::meetings {

namespace {

using Places = std::vector<std::size_t>;

std::optional<std::size_t> place_in(std::span<const FleetKart> fleet, timing::KartId id) {
    const auto found = std::find_if(fleet.begin(), fleet.end(), [&](const FleetKart& kart) { return kart.id == id; });
    if (found == fleet.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fleet.begin());
}

bool is_fact(const KartRun& run, const KartSeat& seat) { return run.ran || seat.pinned; }

/// The plan being made: the book, and what of each run is still to be chosen.
class Search {
  public:
    Search(std::span<const KartRun> runs, std::span<const FleetKart> fleet, KartMode mode, std::uint64_t seed)
        : runs_(runs),
          fleet_(fleet),
          mode_(mode),
          chance_(seed),
          book_(runs, fleet),
          seats_(runs.size()),
          karts_(runs.size()) {
        for (std::size_t run = 0; run < runs.size(); ++run) take_facts(run);
    }

    /// The book, at the best that was found.
    const KartBook& best() {
        if (mode_ == KartMode::manual) return book_;
        if (mode_ != KartMode::fair) {
            for (std::size_t run = 0; run < runs_.size(); ++run) choose(run, mode_);
            return book_;
        }
        for (std::size_t run = 0; run < runs_.size(); ++run) choose(run, KartMode::fair);
        improve();
        KartBook best = book_;
        for (int restart = 0; restart < restarts && cells_ < cells_max; ++restart) {
            for (std::size_t run = 0; run < runs_.size(); ++run) choose(run, KartMode::draw);
            improve();
            if (book_.total() < best.total()) best = book_;
        }
        truncated_ = cells_ >= cells_max;
        book_ = std::move(best);
        return book_;
    }

    [[nodiscard]] bool truncated() const { return truncated_; }

  private:
    void take_facts(std::size_t run) {
        std::vector<bool> taken(fleet_.size(), false);
        for (std::size_t seat = 0; seat < runs_[run].seats.size(); ++seat) {
            const KartSeat& sits = runs_[run].seats[seat];
            if (!is_fact(runs_[run], sits)) {
                seats_[run].push_back(seat);
                continue;
            }
            const auto kart = sits.kart ? place_in(fleet_, *sits.kart) : std::nullopt;
            if (!kart || (taken[*kart] && !runs_[run].ran)) continue;
            taken[*kart] = true;
            book_.give(run, seat, kart);
        }
        for (std::size_t kart = 0; kart < fleet_.size(); ++kart)
            if (!taken[kart]) karts_[run].push_back(kart);
    }

    /// What the mode would have in this run, with all others as they stand.
    void choose(std::size_t run, KartMode mode) {
        const Places& seats = seats_[run];
        const Places& karts = karts_[run];
        if (seats.empty()) return;
        for (const std::size_t seat : seats) book_.give(run, seat, std::nullopt);
        CostTable costs(seats.size(), karts.size());
        for (std::size_t row = 0; row < seats.size(); ++row)
            for (std::size_t column = 0; column < karts.size(); ++column)
                if (may_drive(runs_[run].seats[seats[row]], fleet_[karts[column]]))
                    costs.at(row, column) = price(run, seats[row], karts[column], mode);
        cells_ += seats.size() * seats.size() * (seats.size() + karts.size());
        const auto pairs = match(costs);
        for (std::size_t row = 0; row < seats.size(); ++row)
            book_.give(run, seats[row], pairs[row] ? std::optional(karts[*pairs[row]]) : std::nullopt);
    }

    std::int64_t price(std::size_t run, std::size_t seat, std::size_t kart, KartMode mode) {
        const KartSeat& sits = runs_[run].seats[seat];
        switch (mode) {
            case KartMode::fair:
            case KartMode::manual:
                return book_.price(run, seat, kart);
            case KartMode::draw:
                // Equal and independent for all pairs: every pairing is as likely as any other.
                return static_cast<std::int64_t>(chance_.below(1U << 30U));
            case KartMode::same_kart: {
                const auto first = first_kart(sits.driver, run);
                return book_.price(run, seat, kart) % repeat_cost + (first && *first != kart ? 10 * repeat_cost : 0);
            }
            case KartMode::by_weight:
                // The sum of weight × pace is least when the heaviest has the fastest.
                return std::int64_t{sits.weight_kg} * std::clamp(fleet_[kart].pace_ms, -pace_ms_max, pace_ms_max);
        }
        return 0;
    }

    [[nodiscard]] std::optional<std::size_t> first_kart(timing::EntrantId driver, std::size_t before) const {
        for (std::size_t run = 0; run < before; ++run)
            for (std::size_t seat = 0; seat < runs_[run].seats.size(); ++seat)
                if (runs_[run].seats[seat].driver == driver && book_.kart_of(run, seat))
                    return book_.kart_of(run, seat);
        return std::nullopt;
    }

    void improve() {
        std::int64_t cost = book_.total();
        for (int sweep = 0; sweep < sweeps_max; ++sweep) {
            for (std::size_t run = 0; run < runs_.size(); ++run) choose(run, KartMode::fair);
            const std::int64_t now = book_.total();
            if (now >= cost) return;
            cost = now;
        }
    }

    std::span<const KartRun> runs_;
    std::span<const FleetKart> fleet_;
    KartMode mode_;
    Chance chance_;
    KartBook book_;
    std::vector<Places> seats_;  // of each run, still to choose for
    std::vector<Places> karts_;  // of each run, still to be had
    std::uint64_t cells_ = 0;
    bool truncated_ = false;
};

KartPlan written(std::vector<KartRun> runs, std::span<const FleetKart> fleet, const KartBook& book) {
    KartPlan plan;
    plan.cost = book.total();
    for (std::size_t run = 0; run < runs.size(); ++run)
        for (std::size_t seat = 0; seat < runs[run].seats.size(); ++seat) {
            const auto kart = book.kart_of(run, seat);
            if (!runs[run].ran) runs[run].seats[seat].kart = kart ? std::optional(fleet[*kart].id) : std::nullopt;
            if (!runs[run].seats[seat].kart) plan.without.push_back({run, seat});
        }
    plan.runs = std::move(runs);
    return plan;
}

}  // namespace

bool may_drive(const KartSeat& seat, const FleetKart& kart) {
    return kart.in_service && kart.charged && kart.kart_class == seat.kart_class &&
           (kart.driver_kg_max == 0 || seat.weight_kg <= kart.driver_kg_max);
}

KartPlan assign_karts(std::vector<KartRun> runs, std::span<const FleetKart> fleet, KartMode mode, std::uint64_t seed) {
    const bool seats_fit =
        std::all_of(runs.begin(), runs.end(), [](auto& run) { return run.seats.size() <= karts_max; });
    if (fleet.size() > karts_max || runs.size() > runs_max || !seats_fit) {
        KartPlan refused;
        for (std::size_t run = 0; run < runs.size(); ++run)
            for (std::size_t seat = 0; seat < runs[run].seats.size(); ++seat)
                if (!runs[run].seats[seat].kart) refused.without.push_back({run, seat});
        refused.runs = std::move(runs);
        refused.truncated = true;
        return refused;
    }
    Search search(runs, fleet, mode, seed);
    const KartBook best = search.best();
    KartPlan plan = written(runs, fleet, best);
    plan.truncated = search.truncated();
    return plan;
}

KartPlan replace_kart(std::vector<KartRun> runs, std::span<const FleetKart> fleet, timing::KartId failed) {
    std::vector<KartRun> kept = runs;
    for (KartRun& run : kept)
        for (KartSeat& seat : run.seats) seat.pinned = seat.kart != failed && seat.kart;
    // Who had no kart before has none of the spares promised; they are for those of the failed one.
    KartPlan plan = assign_karts(std::move(kept), fleet, KartMode::fair, 0);
    for (std::size_t run = 0; run < runs.size(); ++run)
        for (std::size_t seat = 0; seat < runs[run].seats.size(); ++seat)
            plan.runs[run].seats[seat].pinned = runs[run].seats[seat].pinned;
    return plan;
}

KartBalance balance_of(std::span<const KartRun> runs, std::span<const FleetKart> fleet) {
    struct Driven {
        std::int64_t pace_ms = 0;
        std::vector<timing::KartId> karts;
    };
    std::map<timing::EntrantId, Driven> drivers;
    KartBalance balance;
    for (const KartRun& run : runs)
        for (const KartSeat& seat : run.seats) {
            Driven& driver = drivers[seat.driver];
            const auto kart = seat.kart ? place_in(fleet, *seat.kart) : std::nullopt;
            if (!kart) continue;
            driver.pace_ms += fleet[*kart].pace_ms;
            if (std::count(driver.karts.begin(), driver.karts.end(), *seat.kart) > 0) ++balance.repeats;
            driver.karts.push_back(*seat.kart);
        }
    if (drivers.empty()) return balance;
    balance.least_ms = balance.most_ms = drivers.begin()->second.pace_ms;
    for (const auto& [who, driver] : drivers) {
        balance.least_ms = std::min(balance.least_ms, driver.pace_ms);
        balance.most_ms = std::max(balance.most_ms, driver.pace_ms);
    }
    return balance;
}

}  // namespace chicane::sessions::meetings
