// A naive twin of the engine: the contract's sentences word by word over whole lists, sorted anew at every crossing, with no
// checkpoint, no register and no state machine. Slow, short, and wrong in other places than the engine.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "sessions/log_event.hpp"
#include "sessions/setup.hpp"
#include "timing/words.hpp"

namespace chicane::sessions {

struct Twin {
    struct Kart {
        std::size_t entry = 0;
        std::vector<std::pair<std::int64_t, std::size_t>> crossings;  ///< time, place in the order of crossing
        std::uint64_t tag = 0;
        bool done = false;
    };

    const Setup& setup;
    const timing::Rules& rules = setup.rules;
    std::vector<RawPassing> passings;
    std::vector<Kart> karts;
    std::vector<std::string> verdicts;
    std::optional<std::int64_t> clock, flag, waits;
    bool flag_by_crossing = false, reached = false;

    explicit Twin(const Setup& given, std::vector<RawPassing> all) : setup(given), passings(std::move(all)) {
        std::ranges::stable_sort(passings, {},
                                 [](const RawPassing& p) { return std::tuple(p.time, p.number, p.decoder); });
        for (std::size_t i = 0; i < setup.entrants.size(); ++i) karts.push_back({i, {}, 0, false});
        if (rules.start == timing::Start::signal) clock = rules.start_at->us;
        for (std::size_t i = 0; i < passings.size(); ++i) verdicts.push_back(judge(i));
    }

    std::vector<std::int64_t> laps(const Kart& k) const {
        std::vector<std::int64_t> times;
        std::optional<std::int64_t> begin;
        if (ends_lap()) begin = clock;
        for (const auto& [time, place] : k.crossings) {
            if (begin) times.push_back(time - *begin);
            begin = time;
        }
        return times;
    }
    bool ends_lap() const { return rules.first_crossing == timing::FirstCrossing::ends_lap; }
    bool fits(std::int64_t lap) const { return rules.max_lap_us == 0 || lap <= rules.max_lap_us; }

    /// Lower is ahead.
    auto rank_key(const Kart& k) const {
        std::vector<std::int64_t> key;
        const std::vector<std::int64_t> all = laps(k);
        std::vector<std::int64_t> bests;
        std::int64_t sum = 0;
        for (const std::int64_t lap : all) {
            if (!fits(lap)) continue;
            bests.push_back(lap / 1000);
            sum += lap;
        }
        const auto best =
            std::ranges::min_element(all, {}, [&](auto lap) { return fits(lap) ? lap / 1000 : INT64_MAX; });
        const std::size_t best_place =
            bests.empty() ? 0 : k.crossings[static_cast<std::size_t>(best - all.begin()) + !ends_lap()].second;
        const bool race = rules.rank == timing::Ranking::laps || rules.rank == timing::Ranking::total_time;
        if (k.crossings.empty()) return key = {2, static_cast<std::int64_t>(k.entry)};
        if (race ? all.empty() : bests.empty()) return key = {1, static_cast<std::int64_t>(k.crossings.front().second)};
        const auto last = static_cast<std::int64_t>(k.crossings.back().second);
        const auto count = static_cast<std::int64_t>(all.size());
        switch (rules.rank) {
            case timing::Ranking::laps:
                return key = {0, -count, last};
            case timing::Ranking::total_time:
                return key = {0, -count, total(k) / 1000, last};
            case timing::Ranking::average_lap:
                return key = {0, sum / static_cast<std::int64_t>(bests.size()) / 1000, *std::ranges::min_element(bests),
                              static_cast<std::int64_t>(best_place)};
            case timing::Ranking::best_lap:
                break;
        }
        std::ranges::sort(bests);
        key = {0};
        key.insert(key.end(), bests.begin(), bests.end());
        key.push_back(INT64_MAX);  // who has one more is ahead
        key.push_back(static_cast<std::int64_t>(best_place));
        return key;
    }
    std::int64_t total(const Kart& k) const {
        const bool own = rules.first_crossing == timing::FirstCrossing::own_clock;
        return k.crossings.back().first - (own ? k.crossings.front().first : *clock);
    }
    std::vector<std::size_t> order() const {
        std::vector<std::size_t> all(karts.size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
        std::ranges::stable_sort(all, {}, [&](std::size_t i) { return rank_key(karts[i]); });
        return all;
    }

    std::int64_t zero_time() const { return *clock + rules.end.time_us; }
    bool timed_past(std::int64_t time) const { return clock && rules.end.time_us > 0 && time >= zero_time(); }

    void reach(std::int64_t time) {
        if (flag || waits || !timed_past(time)) return;
        if (rules.end.priority == timing::Priority::last && rules.end.laps > 0 && !reached) return;
        if (rules.end.how == timing::EndHow::leader_first)
            waits = zero_time();
        else
            flag = zero_time();
    }

    bool over(std::int64_t time) const {
        if (waits && !flag) return time > *waits + rules.end.grace_us;
        if (!flag) return false;
        if (rules.end.how == timing::EndHow::immediate) return flag_by_crossing || time > *flag;
        return time > *flag + rules.end.grace_us;
    }

    std::string judge(std::size_t i) {
        const RawPassing& p = passings[i];
        const std::int64_t time = p.time.us;
        for (std::size_t j = 0; j < i; ++j) {
            if (std::tuple(passings[j].time, passings[j].transponder, passings[j].decoder) ==
                std::tuple(p.time, p.transponder, p.decoder))
                return "duplicate";
        }
        if (heard_better(p)) return "backup";
        const auto who = std::ranges::find_if(setup.entrants, [&](const EntrantSetup& e) {
            return std::ranges::find(e.transponders, p.transponder) != e.transponders.end();
        });
        if (who == setup.entrants.end()) return "unknown_transponder";
        if (p.time < rules.arm_at || (rules.start == timing::Start::signal && time < *clock)) return "before_start";
        reach(time);
        Kart& k = karts[static_cast<std::size_t>(who - setup.entrants.begin())];
        const bool barred = flag && rules.end.how != timing::EndHow::immediate && k.crossings.empty() && !ends_lap();
        if (k.done || over(time) || barred) return "after_finish";
        if (!k.crossings.empty() && k.tag != p.transponder.value &&
            time - k.crossings.back().first <= rules.pair_window_us)
            return "second_transponder";
        if (!k.crossings.empty() && time - k.crossings.back().first < rules.min_lap_us) return "below_min_lap";
        if (k.crossings.empty() && ends_lap() && time - *clock < rules.min_lap_us) return "below_min_lap";
        return cross(k, p, i);
    }

    bool heard_better(const RawPassing& p) const {
        const auto listed = [&](timing::DecoderId decoder) {
            return std::ranges::find(setup.loops, decoder, &LoopSetup::decoder) - setup.loops.begin();
        };
        return std::ranges::any_of(passings, [&](const RawPassing& other) {
            return other.transponder == p.transponder && listed(other.decoder) < listed(p.decoder) &&
                   std::abs(other.time.us - p.time.us) <= rules.merge_window_us;
        });
    }

    std::string cross(Kart& k, const RawPassing& p, std::size_t place) {
        const std::int64_t time = p.time.us;
        const bool first = k.crossings.empty();
        if (!clock) clock = time;
        k.crossings.emplace_back(time, place);
        k.tag = p.transponder.value;
        const auto count = static_cast<std::int32_t>(laps(k).size());
        const bool due = rules.end.laps > 0 && count >= rules.end.laps;
        if (!flag && waits && order().front() == k.entry)
            show(time);
        else if (!flag && !waits && due) {
            if (rules.end.priority == timing::Priority::last && rules.end.time_us > 0 && !timed_past(time))
                reached = true;
            else
                show(time);
        }
        const bool past = timed_past(time);
        switch (rules.end.how) {
            case timing::EndHow::next_crossing:
            case timing::EndHow::leader_first:
                k.done = flag.has_value();
                break;
            case timing::EndHow::immediate:
                k.done = flag && flag_by_crossing;
                break;
            case timing::EndHow::full_distance:
                k.done =
                    rules.end.priority == timing::Priority::last && rules.end.time_us > 0 ? due && past : due || past;
        }
        return first && !ends_lap() ? "starts_lap" : "counted";
    }
    void show(std::int64_t time) {
        flag = time;
        flag_by_crossing = true;
    }
};

}  // namespace chicane::sessions
