#include "timing/classify.hpp"

#include <algorithm>
#include <utility>

#include "timing/gap.hpp"
#include "timing/ranking.hpp"
#include "timing/status.hpp"

namespace chicane::timing {

namespace {

enum class Tier { takes_part, not_classified, guest, not_qualified, disqualified };

/// One entrant with his charge.
struct Case {
    std::uint16_t who = 0;
    Tier tier = Tier::takes_part;
    std::size_t driven_place = 0;  ///< in the ranking as driven
    bool crossed = false;
    bool ranks = false;  ///< has something to rank by
    std::int32_t laps = 0;
    std::int64_t crossed_us = 0;  ///< the end of his last lap on the session's clock, with his time penalties
    std::optional<std::int64_t> total_us;
    std::optional<std::int64_t> average_us;
    std::vector<TimedLap> bests;  ///< by time, without those deleted
    std::int64_t time_us = 0;
};

void rank_by_laps(const Rules& rules, const State& state, const Entrant& entrant, const Charge& charge, Case& made) {
    made.laps = std::max(0, entrant.laps - charge.laps);
    made.ranks = entrant.laps > 0;
    made.crossed = entrant.crossings > 0;
    if (!made.crossed) return;
    made.crossed_us = us_between(*state.course.clock, reached_at(entrant)) + charge.time_us;
    made.total_us = total_us(rules, state, entrant) + charge.time_us;
}

void rank_by_times(const LapBook& book, const Charge& charge, Case& made) {
    made.bests = book.timed_laps(made.who);
    const auto deleted = std::min<std::size_t>(made.bests.size(), static_cast<std::size_t>(charge.bests_deleted));
    made.bests.erase(made.bests.begin(), made.bests.begin() + static_cast<std::ptrdiff_t>(deleted));
    made.ranks = !made.bests.empty();
    if (!made.ranks) return;
    std::int64_t sum_us = 0;
    for (const TimedLap& lap : made.bests) sum_us += lap.time_us;
    made.average_us = sum_us / static_cast<std::int64_t>(made.bests.size()) + charge.time_us;
}

Tier tier_of(const Charge& charge) {
    if (charge.disqualified) return Tier::disqualified;
    if (charge.status == RowState::dnq) return Tier::not_qualified;
    return charge.status == RowState::guest ? Tier::guest : Tier::takes_part;
}

Case case_of(const Rules& rules, const State& state, const LapBook& book, std::uint16_t who, const Charge& charge) {
    Case made;
    made.who = who;
    made.tier = tier_of(charge);
    made.driven_place = state.places[who];
    made.time_us = charge.time_us;
    rank_by_laps(rules, state, state.entrants[who], charge, made);
    if (rules.rank == Ranking::best_lap || rules.rank == Ranking::average_lap) rank_by_times(book, charge, made);
    return made;
}

/// Best, second best, third best …; who has one more is ahead. 0: equal in all.
int compare_bests(const Case& left, const Case& right) {
    const auto ms_of = [](const Case& of, std::size_t i) {
        return cut(of.bests[i].time_us + (i == 0 ? of.time_us : 0));
    };
    for (std::size_t i = 0; i < std::min(left.bests.size(), right.bests.size()); ++i) {
        if (ms_of(left, i) != ms_of(right, i)) return ms_of(left, i) < ms_of(right, i) ? -1 : 1;
    }
    if (left.bests.size() == right.bests.size()) return 0;
    return left.bests.size() > right.bests.size() ? -1 : 1;
}

int compare(std::int64_t left, std::int64_t right) { return left < right ? -1 : left > right ? 1 : 0; }

int compare_by_rules(const Rules& rules, const Case& left, const Case& right) {
    switch (rules.rank) {
        case Ranking::best_lap:
            return compare_bests(left, right);
        case Ranking::average_lap:
            return compare(cut(*left.average_us), cut(*right.average_us));
        case Ranking::laps:
            if (left.laps != right.laps) return compare(right.laps, left.laps);
            return compare(cut(left.crossed_us), cut(right.crossed_us));
        case Ranking::total_time:
            if (left.laps != right.laps) return compare(right.laps, left.laps);
            return compare(cut(*left.total_us), cut(*right.total_us));
    }
    std::unreachable();
}

bool is_before(const Rules& rules, const Case& left, const Case& right) {
    if (left.tier != right.tier) return left.tier < right.tier;
    if (left.ranks != right.ranks) return left.ranks;
    const int order = left.ranks ? compare_by_rules(rules, left, right) : 0;
    return order != 0 ? order < 0 : left.driven_place < right.driven_place;
}

/// Who ran less than the share of the winner's laps that a rule-set asks for is not classified, once the session is over.
void sort_out_short_runs(const Rules& rules, std::vector<Case>& cases) {
    if (rules.classified_percent == 0 || cases.empty() || cases.front().tier != Tier::takes_part) return;
    const std::int64_t due = std::int64_t{cases.front().laps} * rules.classified_percent;
    for (Case& each : cases) {
        if (each.tier == Tier::takes_part && std::int64_t{each.laps} * 100 < due) each.tier = Tier::not_classified;
    }
    std::ranges::stable_sort(cases, {}, &Case::tier);
}

/// From the last to the first, so that two who are moved down both lose their places; nobody falls behind one who never crossed.
void move_down(std::vector<Case>& cases, std::span<const Charge> charges) {
    const auto first_behind =
        std::ranges::find_if(cases, [](const Case& each) { return each.tier != Tier::takes_part || !each.crossed; });
    for (auto at = first_behind; at != cases.begin();) {
        --at;
        const std::ptrdiff_t places = std::min<std::ptrdiff_t>(charges[at->who].places, first_behind - at - 1);
        std::rotate(at, at + 1, at + 1 + places);
    }
    std::stable_partition(cases.begin(), first_behind, [&](const Case& each) { return !charges[each.who].last_place; });
}

Gap gap_of(const Rules& rules, const Case& to, const Case& of) {
    const auto ms = [](std::int64_t us) { return cut(us) * resolution_us; };
    const auto ahead = [&](std::int64_t gap_us) -> Gap {
        // Who was moved down may have been the faster one: then there is no gap to tell.
        return {gap_us < 0 ? std::nullopt : std::optional(gap_us), 0};
    };
    switch (rules.rank) {
        case Ranking::best_lap:
            if (to.bests.empty() || of.bests.empty()) return {std::nullopt, 0};
            return ahead(ms(of.bests.front().time_us + of.time_us) - ms(to.bests.front().time_us + to.time_us));
        case Ranking::average_lap:
            if (!to.average_us || !of.average_us) return {std::nullopt, 0};
            return ahead(ms(*of.average_us) - ms(*to.average_us));
        case Ranking::laps:
            if (!to.total_us) return {};
            if (to.laps != of.laps) return {std::nullopt, std::max(0, to.laps - of.laps)};
            return ahead(ms(of.crossed_us) - ms(to.crossed_us));
        case Ranking::total_time:
            if (!to.total_us) return {};
            if (to.laps != of.laps) return {std::nullopt, std::max(0, to.laps - of.laps)};
            return ahead(ms(*of.total_us) - ms(*to.total_us));
    }
    std::unreachable();
}

/// What holds now.
std::vector<Charge> charges_now(const Rules& rules, SessionState session, std::size_t entrants,
                                std::span<const Charge> charges) {
    std::vector<Charge> now(charges.begin(), charges.end());
    now.resize(entrants);
    if (is_charged(rules, session)) return now;
    for (Charge& charge : now) {
        charge.time_us = 0;
        charge.laps = 0;
        charge.places = 0;
        charge.last_place = false;
    }
    return now;
}

bool moves(const Charge& charge) {
    return charge.time_us != 0 || charge.laps != 0 || charge.places != 0 || charge.bests_deleted != 0 ||
           charge.last_place;
}

/// Officials say that he drives no more.
bool is_out(const Charge& charge) {
    return charge.status == RowState::retired || charge.status == RowState::dns || charge.status == RowState::dnf;
}

void show_charge(const Rules& rules, const Case& of, const Charge& charge, Row& row) {
    row.laps = of.laps;
    if (of.total_us) row.total_us = of.total_us;
    if (rules.rank == Ranking::best_lap || rules.rank == Ranking::average_lap) {
        row.best_us = of.bests.empty() ? std::nullopt : std::optional(of.bests.front().time_us + of.time_us);
        row.best_lap = of.bests.empty() ? std::nullopt : std::optional(of.bests.front().lap);
        row.average_us = of.average_us;
    }
    if (charge.status) row.state = *charge.status;
    if (charge.disqualified) row.state = RowState::dsq;
}

}  // namespace

bool is_charged(const Rules& rules, SessionState session) {
    const bool race = rules.rank == Ranking::laps || rules.rank == Ranking::total_time;
    return !race || session == SessionState::finishing || session == SessionState::finished;
}

std::vector<Standing> classify(const Rules& rules, const State& state, const LapBook& book, DecoderTime now,
                               std::span<const Charge> charges) {
    std::vector<Standing> driven = standings_at(rules, state, book, now);
    const SessionState session = state_at(rules, state, now);
    const bool short_runs = rules.classified_percent > 0 && session == SessionState::finished;
    const std::vector<Charge> held = charges_now(rules, session, driven.size(), charges);
    if (!short_runs && std::ranges::count(held, Charge{}) == std::ssize(held)) return driven;
    std::vector<Case> cases;
    cases.reserve(driven.size());
    for (const Standing& standing : driven) {
        cases.push_back(case_of(rules, state, book, standing.entrant, held[standing.entrant]));
    }
    std::ranges::stable_sort(cases, [&](const Case& left, const Case& right) { return is_before(rules, left, right); });
    if (short_runs) sort_out_short_runs(rules, cases);
    move_down(cases, held);
    const bool as_driven = std::ranges::none_of(held, moves);
    std::vector<Standing> made;
    made.reserve(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Case& of = cases[i];
        const bool crossed = state.entrants[of.who].crossings > 0;
        Standing& standing = made.emplace_back(std::move(driven[of.driven_place]));
        Row& row = standing.row;
        const bool runs = (row.state == RowState::running || row.state == RowState::in_pit) && !is_out(held[of.who]);
        row.position = static_cast<std::int32_t>(i + 1);
        row.classified = of.tier == Tier::takes_part && crossed;
        show_charge(rules, of, held[of.who], row);
        if (!crossed) continue;
        const auto gap = [&](const Case& to) {
            return as_driven ? gap_between(rules, state, book, of.who, to.who, runs) : gap_of(rules, to, of);
        };
        row.gap = gap(cases.front());
        row.interval = gap(cases[i == 0 ? 0 : i - 1]);
    }
    return made;
}

}  // namespace chicane::timing
