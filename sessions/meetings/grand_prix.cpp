#include "sessions/meetings/grand_prix.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/sizes.hpp"

namespace chicane::sessions::meetings {

namespace {

using Minutes = std::array<std::int64_t, rounds>;

/// What is shortened first and lengthened last: the final is what people come for.
constexpr std::array dearest_first{Round::final, Round::third, Round::qualifying, Round::practice};

std::size_t at(Round round) { return static_cast<std::size_t>(round); }

bool has_round(Variant variant, Round round) {
    switch (round) {
        case Round::practice:
            return variant == Variant::semis || variant == Variant::finals;
        case Round::qualifying:
            return true;
        case Round::third:
            return variant == Variant::semis;
        case Round::final:
            return variant != Variant::single;
    }
    return false;
}

/// What has run, and from which round on the rest is laid anew.
struct Facts {
    std::vector<Run> ran;
    std::optional<Round> begun;  ///< a round with runs on both sides
    Round next = Round::practice;
    std::size_t left_of_begun = 0;  ///< runs of it that the old plan still has
};

/// The lowest numbers of a name that no run has yet.
std::vector<std::size_t> free_numbers(const Facts& facts, RunName name, std::size_t count) {
    std::vector<std::size_t> numbers;
    for (std::size_t number = 1; numbers.size() < count; ++number)
        if (std::none_of(facts.ran.begin(), facts.ran.end(),
                         [&](const Run& run) { return run.name == name && run.number == number; }))
            numbers.push_back(number);
    return numbers;
}

/// Lays the runs of one name after those of it that have run: all `people` of it, by even sizes.
void add_runs(std::vector<Run>& runs, const Facts& facts, Run kind, std::size_t people, std::size_t places) {
    if (kind.round < facts.next) return;
    bool is_begun = false;
    for (const Run& run : facts.ran)
        if (run.name == kind.name) {
            people -= std::min(people, run.people);
            is_begun = true;
        }
    std::size_t heats = heats_for(people, places);
    if (is_begun) heats = std::max(heats, std::min(facts.left_of_begun, people));
    const auto sizes = even_sizes(people, heats);
    const auto numbers = free_numbers(facts, kind.name, sizes.size());
    for (std::size_t heat = 0; heat < sizes.size(); ++heat) {
        // Finals run from the last to A.
        const std::size_t index = kind.name == RunName::final ? sizes.size() - 1 - heat : heat;
        kind.number = numbers[index];
        kind.people = sizes[index];
        runs.push_back(kind);
    }
}

/// The runs still to be driven, in order, without their times.
std::vector<Run> runs_left(Variant variant, std::size_t people, std::size_t places, const Facts& facts) {
    std::vector<Run> runs;
    const auto add = [&](RunName name, Round round, std::size_t count) {
        if (has_round(variant, round)) add_runs(runs, facts, {name, round, 0, 0, 0, 0}, count, places);
    };
    add(RunName::practice, Round::practice, people);
    add(RunName::qualifying, Round::qualifying, people);
    if (variant == Variant::semis) {
        add(RunName::semi, Round::third, std::min(people, 2 * places));
        add(RunName::consolation, Round::third, people - std::min(people, 2 * places));
        add(RunName::final, Round::final, std::min(people, places));
    } else {
        add(RunName::final, Round::final, people);
    }
    return runs;
}

std::int64_t sum(const Minutes& counts, const Minutes& minutes) {
    return std::inner_product(counts.begin(), counts.end(), minutes.begin(), std::int64_t{0});
}

Minutes counts_of(const std::vector<Run>& runs) {
    Minutes counts{};
    for (const Run& run : runs) ++counts[at(run.round)];
    return counts;
}

/// Shares `driving_min` out by the nominal lengths. The caller has seen that the shortest fit.
Minutes lengths_for(const std::array<Length, rounds>& bounds, const Minutes& counts, std::int64_t driving_min) {
    std::int64_t nominal = 0;
    for (std::size_t round = 0; round < rounds; ++round) nominal += counts[round] * bounds[round].nominal;
    Minutes minutes{};
    for (std::size_t round = 0; round < rounds && nominal > 0; ++round)
        minutes[round] =
            std::clamp(driving_min * bounds[round].nominal / nominal, bounds[round].min, bounds[round].max);
    std::int64_t left = driving_min - sum(counts, minutes);
    // A shortest length above its share may have taken more than there is; the cheapest rounds give it back.
    for (std::size_t pick = rounds; pick-- > 0;) {
        const std::size_t round = at(dearest_first[pick]);
        for (; left < 0 && counts[round] > 0 && minutes[round] > bounds[round].min; left += counts[round])
            --minutes[round];
    }
    for (const Round dear : dearest_first) {
        const std::size_t round = at(dear);
        for (; counts[round] > 0 && left >= counts[round] && minutes[round] < bounds[round].max; left -= counts[round])
            ++minutes[round];
    }
    return minutes;
}

std::array<Length, rounds> bounds_of(const GrandPrixAsk& ask, const Facts& facts) {
    auto bounds = ask.times.lengths;
    for (std::size_t round = 0; round < rounds; ++round)
        if (ask.set_min[round]) bounds[round] = {*ask.set_min[round], *ask.set_min[round], *ask.set_min[round]};
    if (facts.begun) {  // those who drive it later drive as long as those before
        const std::int64_t driven = facts.ran.back().minutes;
        bounds[at(*facts.begun)] = {driven, driven, driven};
    }
    return bounds;
}

std::optional<GrandPrixFault> fault_of(const GrandPrixAsk& ask, std::size_t places) {
    if (ask.people == 0) return GrandPrixFault::nobody;
    if (ask.people > people_max) return GrandPrixFault::too_many_people;
    if (places == 0) return GrandPrixFault::no_places;
    if (places < 2) return GrandPrixFault::too_few_places;
    const auto bad = [](std::int64_t minutes) { return minutes < 0 || minutes > minutes_max; };
    const GrandPrixTimes& times = ask.times;
    if (bad(ask.minutes) || bad(times.turn_min) || bad(times.briefing_min) || bad(times.podium_min))
        return GrandPrixFault::bad_times;
    for (const Length& length : times.lengths)
        if (length.min < 1 || length.min > length.nominal || length.nominal > length.max || bad(length.max))
            return GrandPrixFault::bad_times;
    for (const auto& set_min : ask.set_min)
        if (set_min && (*set_min < 1 || bad(*set_min))) return GrandPrixFault::bad_times;
    return std::nullopt;
}

/// One variant laid out from `start_min` on; the minutes missing when it does not fit.
std::variant<GrandPrixPlan, NotEnoughTime> lay(const GrandPrixAsk& ask, Variant variant, std::size_t places,
                                               const Facts& facts, std::int64_t start_min) {
    GrandPrixPlan made{variant, places, facts.ran, 0, ask.minutes};
    std::vector<Run> left = runs_left(variant, ask.people, places, facts);
    const auto turns = static_cast<std::int64_t>(left.empty() ? 0 : left.size() - 1);
    const std::int64_t driving_min = ask.minutes - ask.times.podium_min - start_min - turns * ask.times.turn_min;
    const auto bounds = bounds_of(ask, facts);
    const Minutes counts = counts_of(left);
    Minutes shortest{};
    for (std::size_t round = 0; round < rounds; ++round) shortest[round] = bounds[round].min;
    if (const std::int64_t needed = sum(counts, shortest); needed > driving_min)
        return NotEnoughTime{needed - driving_min};
    const Minutes minutes = lengths_for(bounds, counts, driving_min);
    for (Run& run : left) {
        run.start_min = start_min;
        run.minutes = minutes[at(run.round)];
        start_min += run.minutes + ask.times.turn_min;
        made.runs.push_back(run);
    }
    made.reserve_min = driving_min - sum(counts, minutes);
    return made;
}

bool may_drive(Variant variant, const GrandPrixAsk& ask, std::size_t places, const Facts& facts) {
    if (ask.variant && *ask.variant != variant) return false;
    if (facts.begun && !has_round(variant, *facts.begun)) return false;
    // With two heats both semi-finals would be the whole field.
    return variant != Variant::semis || facts.next >= Round::third || heats_for(ask.people, places) >= 3;
}

GrandPrixAnswer first_that_fits(const GrandPrixAsk& ask, Variant from, const Facts& facts, std::int64_t start_min) {
    const std::size_t places = std::min(ask.karts, ask.capacity);
    std::optional<std::int64_t> missing_min;
    bool too_long = false;
    for (const Variant variant : variants) {
        if (variant < from || !may_drive(variant, ask, places, facts)) continue;
        if (facts.ran.size() + runs_left(variant, ask.people, places, facts).size() > runs_max) {
            too_long = true;
            continue;
        }
        auto made = lay(ask, variant, places, facts, start_min);
        if (const auto* fits = std::get_if<GrandPrixPlan>(&made)) return *fits;
        const std::int64_t missing = std::get<NotEnoughTime>(made).missing_min;
        missing_min = std::min(missing_min.value_or(missing), missing);
    }
    if (missing_min) return NotEnoughTime{*missing_min};
    return too_long ? GrandPrixFault::too_many_runs : GrandPrixFault::too_few_for_semis;
}

}  // namespace

GrandPrixAnswer plan(const GrandPrixAsk& ask) {
    if (const auto fault = fault_of(ask, std::min(ask.karts, ask.capacity))) return *fault;
    return first_that_fits(ask, Variant::semis, {}, ask.times.briefing_min);
}

GrandPrixAnswer replan(const GrandPrixPlan& old, const GrandPrixAsk& ask, std::size_t ran,
                       std::int64_t next_start_min) {
    if (const auto fault = fault_of(ask, std::min(ask.karts, ask.capacity))) return *fault;
    if (ran >= old.runs.size()) return old;
    Facts facts;
    const auto next = old.runs.begin() + static_cast<std::ptrdiff_t>(ran);
    facts.ran.assign(old.runs.begin(), next);
    facts.next = next->round;
    if (ran > 0 && facts.ran.back().round == facts.next) {
        facts.begun = facts.next;
        facts.left_of_begun = static_cast<std::size_t>(
            std::count_if(next, old.runs.end(), [&](const Run& run) { return run.name == facts.ran.back().name; }));
    }
    GrandPrixAsk same = ask;
    const bool third_begun = facts.next >= Round::third;
    if (third_begun) same.variant = old.variant;  // qualifying was read for it
    return first_that_fits(same, old.variant, facts, std::max(next_start_min, next->start_min));
}

}  // namespace chicane::sessions::meetings
