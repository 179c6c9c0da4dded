#include "sessions/meetings/random_heats.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "sessions/meetings/chance.hpp"
#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/sizes.hpp"

namespace chicane::sessions::meetings {

namespace {

/// How often each pair has met. The sum over all pairs is fixed by the sizes, so that the sum of squares is least when it is spread evenly.
class Meetings {
  public:
    explicit Meetings(std::size_t people) : people_(people), times_(people * people, 0) {}

    [[nodiscard]] std::int32_t of(std::size_t left, std::size_t right) const { return times_[left * people_ + right]; }

    void add(std::size_t left, std::size_t right, std::int32_t count) {
        times_[left * people_ + right] += count;
        times_[right * people_ + left] += count;
    }

    void add_heat(const Heat& heat) {
        for (std::size_t one = 0; one < heat.size(); ++one)
            for (std::size_t two = one + 1; two < heat.size(); ++two) add(heat[one], heat[two], 1);
    }

    /// What the sum of squares gains, halved, when `out` leaves this heat for `in`.
    [[nodiscard]] std::int64_t gain(const Heat& heat, std::size_t out, std::size_t in) const {
        std::int64_t gained = 0;
        for (const std::size_t other : heat)
            if (other != out) gained += of(out, other) - 1 - of(in, other);
        return gained;
    }

    void exchange(const Heat& heat, std::size_t out, std::size_t in) {
        for (const std::size_t other : heat) {
            if (other == out) continue;
            add(out, other, -1);
            add(in, other, 1);
        }
    }

  private:
    std::size_t people_;
    std::vector<std::int32_t> times_;
};

/// Drawn swaps between two heats of a round, each kept when fewer meet again.
void balance(std::vector<std::vector<Heat>>& rounds, Meetings& meetings, Chance& chance) {
    for (std::int64_t move = 0; move < balance_moves_max; ++move) {
        auto& heats = rounds[static_cast<std::size_t>(chance.below(rounds.size()))];
        Heat& one = heats[static_cast<std::size_t>(chance.below(heats.size()))];
        Heat& two = heats[static_cast<std::size_t>(chance.below(heats.size()))];
        if (&one == &two) continue;
        std::size_t& left = one[static_cast<std::size_t>(chance.below(one.size()))];
        std::size_t& right = two[static_cast<std::size_t>(chance.below(two.size()))];
        if (meetings.gain(one, left, right) + meetings.gain(two, right, left) <= 0) continue;
        meetings.exchange(one, left, right);
        meetings.exchange(two, right, left);
        std::swap(left, right);
    }
}

}  // namespace

std::optional<RandomHeats> random_heats(std::size_t people, std::size_t heats_each, std::size_t places,
                                        std::uint64_t seed) {
    if (people == 0 || places == 0 || people > people_max || heats_each == 0 || heats_each > rounds_max)
        return std::nullopt;
    Chance chance(seed);
    RandomHeats made;
    Meetings meetings(people);
    Heat all(people);
    std::iota(all.begin(), all.end(), std::size_t{0});
    for (std::size_t round = 0; round < heats_each; ++round) {
        chance.shuffle(std::span(all));
        auto next = all.begin();
        auto& heats = made.rounds.emplace_back();
        for (const std::size_t size : heat_sizes(people, places)) {
            heats.emplace_back(next, next + static_cast<std::ptrdiff_t>(size));
            next += static_cast<std::ptrdiff_t>(size);
            meetings.add_heat(heats.back());
        }
    }
    if (made.rounds.front().size() > 1) balance(made.rounds, meetings, chance);
    made.balance = meeting_balance(made.rounds, people);
    return made;
}

MeetingBalance meeting_balance(const std::vector<std::vector<Heat>>& rounds, std::size_t people) {
    Meetings meetings(people);
    std::vector<std::size_t> seen(people, 0);  // others in all heats, one met twice counting twice
    for (const auto& heats : rounds)
        for (const Heat& heat : heats) {
            meetings.add_heat(heat);
            for (const std::size_t who : heat) seen[who] += heat.size() - 1;
        }
    MeetingBalance balance;
    std::int64_t met_sum = 0;
    std::int64_t best_sum = 0;
    for (std::size_t who = 0; who < people; ++who) {
        std::size_t met = 0;
        for (std::size_t other = 0; other < people; ++other) {
            const auto times = static_cast<std::size_t>(meetings.of(who, other));
            met += times > 0 ? 1 : 0;
            balance.pair_most = std::max(balance.pair_most, times);
        }
        balance.met_least = who == 0 ? met : std::min(balance.met_least, met);
        balance.met_most = std::max(balance.met_most, met);
        met_sum += static_cast<std::int64_t>(met);
        best_sum += static_cast<std::int64_t>(std::min(seen[who], people - 1));
    }
    if (best_sum > 0) balance.met_permille = met_sum * 1000 / best_sum;
    return balance;
}

}  // namespace chicane::sessions::meetings
