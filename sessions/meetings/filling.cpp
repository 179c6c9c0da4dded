#include "sessions/meetings/filling.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/filling_cost.hpp"

namespace chicane::sessions::meetings {

namespace {

using Where = std::vector<std::size_t>;

class Search {
  public:
    explicit Search(const FillAsk& ask)
        : ask_(ask), prices_(ask), chance_(ask.seed), where_(ask.seats.size(), nowhere) {
        place_pinned();
        place_rest();
        cost_ = prices_.price(where_);
    }

    void run() {
        Where best = where_;
        std::int64_t best_cost = cost_;
        while (moves_ < ask_.moves && !free_.empty()) {
            while (improve_by_moves() || improve_by_swaps() || improve_by_cycles()) {
            }
            if (cost_ < best_cost) {
                best = where_;
                best_cost = cost_;
            }
            where_ = best;
            shake();
        }
        where_ = std::move(best);
        cost_ = best_cost;
    }

    [[nodiscard]] Filled filled() const {
        Filled made;
        made.cost = prices_.price_of_placed(where_);
        made.moves = moves_;
        for (std::size_t seat = 0; seat < where_.size(); ++seat) {
            made.session.push_back(where_[seat] == nowhere ? std::nullopt : std::optional(where_[seat]));
            if (where_[seat] == nowhere) made.unplaced.push_back({seat, why_not(seat)});
        }
        return made;
    }

  private:
    void place_pinned() {
        for (std::size_t seat = 0; seat < where_.size(); ++seat) {
            const auto pinned = ask_.seats[seat].pinned;
            if (!pinned) {
                free_.push_back(seat);
                continue;
            }
            if (*pinned >= ask_.sessions.size()) continue;
            where_[seat] = *pinned;
            if (!prices_.may_be(where_, seat)) where_[seat] = nowhere;
        }
    }

    /// Families, then groups, then who is alone; the larger first, then by the number of the seat. Each goes to its cheapest place.
    void place_rest() {
        std::vector<std::size_t> rank(where_.size(), 0);
        for (const auto& group : prices_.groups())
            for (const std::size_t seat : group) rank[seat] = group.size();
        for (const auto& family : prices_.families())
            for (const std::size_t seat : family) rank[seat] = people_max + family.size();
        const auto key = [&](std::size_t seat) {
            const FillSeat& sits = ask_.seats[seat];
            return std::tuple(people_max * 2 - rank[seat], sits.family, sits.group, sits.id);
        };
        std::stable_sort(free_.begin(), free_.end(), [&](auto left, auto right) { return key(left) < key(right); });
        for (const std::size_t seat : free_) {
            std::size_t cheapest = nowhere;
            std::int64_t least = prices_.price(where_);
            for (std::size_t session = 0; session < ask_.sessions.size(); ++session) {
                if (ask_.sessions[session].is_closed) continue;
                where_[seat] = session;
                if (!prices_.may_be(where_, seat)) continue;
                if (const std::int64_t cost = prices_.price(where_); cost < least) {
                    least = cost;
                    cheapest = session;
                }
            }
            where_[seat] = cheapest;
        }
    }

    /// Weighs what `where_` has become; keeps it when it may be and is cheaper.
    bool keeps(std::initializer_list<std::pair<std::size_t, std::size_t>> before) {
        ++moves_;
        bool good = true;
        for (const auto& [seat, session] : before) good = good && prices_.may_be(where_, seat);
        const std::int64_t cost = good ? prices_.price(where_) : cost_;
        if (cost < cost_) {
            cost_ = cost;
            return true;
        }
        for (const auto& [seat, session] : before) where_[seat] = session;
        return false;
    }

    bool improve_by_moves() {
        for (const std::size_t seat : free_)
            for (std::size_t session = 0; session < ask_.sessions.size() && moves_ < ask_.moves; ++session) {
                const std::size_t from = where_[seat];
                if (session == from || ask_.sessions[session].is_closed) continue;
                where_[seat] = session;
                if (keeps({{seat, from}})) return true;
            }
        return false;
    }

    bool improve_by_swaps() {
        for (std::size_t one = 0; one < free_.size(); ++one)
            for (std::size_t two = one + 1; two < free_.size() && moves_ < ask_.moves; ++two) {
                const std::size_t left = free_[one];
                const std::size_t right = free_[two];
                if (where_[left] == where_[right]) continue;
                std::swap(where_[left], where_[right]);
                if (keeps({{left, where_[right]}, {right, where_[left]}})) return true;
            }
        return false;
    }

    /// All cycles of three would be too many: as many drawn ones as there are swaps.
    bool improve_by_cycles() {
        for (std::size_t left = free_.size() * free_.size() / 2; left > 0 && moves_ < ask_.moves; --left) {
            const auto draw = [&] { return free_[static_cast<std::size_t>(chance_.below(free_.size()))]; };
            const std::size_t a = draw();
            const std::size_t b = draw();
            const std::size_t c = draw();
            const std::size_t at_a = where_[a];
            const std::size_t at_b = where_[b];
            const std::size_t at_c = where_[c];
            if (at_a == at_b || at_b == at_c || at_a == at_c) continue;
            where_[a] = at_b;
            where_[b] = at_c;
            where_[c] = at_a;
            if (keeps({{a, at_a}, {b, at_b}, {c, at_c}})) return true;
        }
        return false;
    }

    /// A restart: from the best filling so far a third of the seats, every other time all, are taken out and drawn anew to where they may be. Who
    /// then has no place finds one by the moves that follow.
    void shake() {
        std::vector<std::size_t> out = free_;
        chance_.shuffle(std::span(out));
        far_ = !far_;
        if (!far_) out.resize(std::max<std::size_t>(std::min<std::size_t>(out.size(), 2), out.size() / 3));
        for (const std::size_t seat : out) where_[seat] = nowhere;
        for (const std::size_t seat : out) {
            ++moves_;
            where_[seat] = static_cast<std::size_t>(chance_.below(ask_.sessions.size()));
            if (ask_.sessions[where_[seat]].is_closed || !prices_.may_be(where_, seat)) where_[seat] = nowhere;
        }
        cost_ = prices_.price(where_);
    }

    [[nodiscard]] Unplaced why_not(std::size_t seat) const {
        if (ask_.seats[seat].pinned) return Unplaced::refused;
        Unplaced why = Unplaced::no_class;
        for (std::size_t session = 0; session < ask_.sessions.size(); ++session) {
            if (ask_.sessions[session].is_closed || !prices_.has_class(session, seat)) continue;
            const auto size = static_cast<std::size_t>(std::count(where_.begin(), where_.end(), session));
            if (size < ask_.sessions[session].capacity) return Unplaced::parted;
            why = Unplaced::full;
        }
        return why;
    }

    const FillAsk& ask_;
    FillPrices prices_;
    Chance chance_;
    Where where_;
    std::vector<std::size_t> free_;  // seats that may be moved
    std::int64_t cost_ = 0;
    std::int64_t moves_ = 0;
    bool far_ = false;
};

Filled refused(std::size_t seats) {
    Filled made;
    made.session.resize(seats);
    for (std::size_t seat = 0; seat < seats; ++seat) made.unplaced.push_back({seat, Unplaced::refused});
    return made;
}

}  // namespace

Filled fill_heats(const FillAsk& ask) {
    if (ask.seats.size() > people_max || ask.sessions.size() > runs_max || ask.sessions.empty())
        return refused(ask.seats.size());
    for (const FillSeat& seat : ask.seats)
        if (seat.asked && *seat.asked >= ask.sessions.size()) return refused(ask.seats.size());
    Search search(ask);
    search.run();
    return search.filled();
}

}  // namespace chicane::sessions::meetings
