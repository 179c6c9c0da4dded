#include "sessions/meetings/programme.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "sessions/meetings/grid.hpp"

namespace chicane::sessions::meetings {
namespace {

using timing::EntrantId;
using Entries = std::span<const EntrantId>;
using Runs = std::span<const ProgrammeRun>;
using Drawn = std::vector<std::optional<People>>;

std::vector<std::size_t> runs_of(Runs runs, Round round) {
    std::vector<std::size_t> found;
    for (std::size_t run = 0; run < runs.size(); ++run)
        if (runs[run].run.round == round) found.push_back(run);
    return found;
}

/// The heats by their numbers: S1 before S2, A before B, whatever is driven first.
std::vector<std::size_t> named(Runs runs, RunName name) {
    std::vector<std::size_t> found;
    for (std::size_t run = 0; run < runs.size(); ++run)
        if (runs[run].run.name == name) found.push_back(run);
    std::ranges::sort(found, {}, [&](std::size_t run) { return runs[run].run.number; });
    return found;
}

bool is_in(Entries entries, EntrantId who) { return std::ranges::find(entries, who) != entries.end(); }

/// The heats of a round as they are drawn, without those who left before they drove.
std::vector<DrawnHeat> heats_now(Runs runs, std::span<const std::size_t> round, Entries entries) {
    std::vector<DrawnHeat> heats;
    for (const std::size_t run : round) {
        DrawnHeat& heat = heats.emplace_back(DrawnHeat{{}, runs[run].ran});
        for (const HeatPlace& place : runs[run].people)
            if (heat.ran || is_in(entries, place.who)) heat.people.push_back(place);
    }
    return heats;
}

bool is_drawn(const std::vector<DrawnHeat>& heats) {
    return std::ranges::any_of(heats, [](const DrawnHeat& heat) { return !heat.people.empty(); });
}

/// A first draw, by the sizes of the plan.
std::vector<DrawnHeat> first_draw(Runs runs, std::span<const std::size_t> round, const People& order) {
    std::vector<DrawnHeat> heats;
    std::size_t next = 0;
    for (const std::size_t run : round) {
        DrawnHeat& heat = heats.emplace_back();
        while (heat.people.size() < runs[run].run.people && next < order.size())
            heat.people.push_back({order[next++], false});
    }
    return heats;
}

/// Everybody who is in no heat of the round gets a place; nobody does where all have run.
std::vector<DrawnHeat> with_late(std::vector<DrawnHeat> heats, Entries entries, std::size_t places) {
    std::set<EntrantId> in;
    for (const DrawnHeat& heat : heats)
        for (const HeatPlace& place : heat.people) in.insert(place.who);
    for (const EntrantId who : entries) {
        if (in.contains(who)) continue;
        auto entered = enter_late(heats, who, places);
        if (!entered) return heats;
        heats = std::move(entered->heats);
    }
    return heats;
}

People people_of(const DrawnHeat& heat) {
    People people;
    for (const HeatPlace& place : heat.people) people.push_back(place.who);
    return people;
}

/// Practice and qualifying: drawn once, kept, and whoever comes late is added. `before`: the heats of the round before, which stay together.
std::vector<DrawnHeat> draw_heats(Runs runs, Round round, Entries entries, std::size_t places,
                                  const std::vector<DrawnHeat>& before, const People& order, Drawn& drawn) {
    const auto at = runs_of(runs, round);
    if (at.empty()) return before;
    auto heats = heats_now(runs, at, entries);
    if (!is_drawn(heats)) {
        heats = before;
        for (DrawnHeat& heat : heats) {
            heat.ran = false;
            std::erase_if(heat.people, [&](const HeatPlace& place) { return !is_in(entries, place.who); });
            for (HeatPlace& place : heat.people) place.told = false;
        }
        if (heats.size() > at.size() || heats.empty()) heats = first_draw(runs, at, order);
    }
    // A plan with fewer heats than people were drawn into: some have left.
    heats.resize(std::max(heats.size(), at.size()));
    heats = with_late(std::move(heats), entries, places);
    for (std::size_t heat = 0; heat < at.size(); ++heat) drawn[at[heat]] = people_of(heats[heat]);
    return heats;
}

bool all_over(Runs runs, std::span<const std::size_t> which) {
    return !which.empty() && std::ranges::all_of(which, [&](std::size_t run) { return runs[run].result.has_value(); });
}

std::vector<SemiResult> semi_result(const ProgrammeRun& semi) {
    std::vector<SemiResult> lines;
    for (const RunLine& line : *semi.result)
        if (!line.disqualified) lines.push_back({line.who, line.laps, line.time_us});
    return lines;
}

void draw_third(Runs runs, const People& ranked, std::size_t places, Drawn& drawn) {
    const SemisDraw draw = draw_semis(ranked, places);
    const auto semis = named(runs, RunName::semi);
    const auto consolations = named(runs, RunName::consolation);
    if (semis.size() == 2) {
        drawn[semis[0]] = draw.semi_1;
        drawn[semis[1]] = draw.semi_2;
        if (all_over(runs, semis))
            for (const std::size_t final : named(runs, RunName::final))
                drawn[final] = draw_final(semi_result(runs[semis[0]]), semi_result(runs[semis[1]]), places);
    }
    for (std::size_t heat = 0; heat < consolations.size() && heat < draw.consolations.size(); ++heat)
        drawn[consolations[heat]] = draw.consolations[heat];
}

void draw_all_finals(Runs runs, const People& ranked, std::size_t places, Drawn& drawn) {
    const auto draw = draw_finals(ranked, places);
    const auto finals = named(runs, RunName::final);
    for (std::size_t final = 0; final < finals.size() && final < draw.size(); ++final)
        drawn[finals[final]] = draw[final];
}

/// A result was corrected, or somebody came late, when a part of the round had run: who drove stays where he drove, and everybody else is in one of
/// the runs left.
void settle(Runs runs, Round round, const People& ranked, std::size_t places, Drawn& drawn) {
    const auto at = runs_of(runs, round);
    const auto ran = [&](std::size_t run) { return runs[run].ran; };
    if (std::ranges::none_of(at, ran) || std::ranges::all_of(at, ran)) return;
    People drove, wanted;
    for (const std::size_t run : at) {
        if (!drawn[run]) return;
        wanted.insert(wanted.end(), drawn[run]->begin(), drawn[run]->end());
        if (ran(run))
            for (const HeatPlace& place : runs[run].people) drove.push_back(place.who);
    }
    std::vector<DrawnHeat> heats;
    for (const std::size_t run : at) {
        DrawnHeat& heat = heats.emplace_back(DrawnHeat{{}, ran(run)});
        if (heat.ran) {
            heat.people = runs[run].people;
            continue;
        }
        for (const EntrantId who : *drawn[run])
            if (!is_in(drove, who)) heat.people.push_back({who, false});
    }
    People due;
    for (const EntrantId who : ranked)
        if (is_in(wanted, who)) due.push_back(who);
    heats = with_late(std::move(heats), due, places);
    for (std::size_t heat = 0; heat < at.size(); ++heat)
        if (!ran(at[heat])) drawn[at[heat]] = people_of(heats[heat]);
}

}  // namespace

People ranked_by_laps(Runs runs, Entries entries) {
    std::map<EntrantId, const RunLine*> lines;
    for (const ProgrammeRun& run : runs)
        if (run.run.round == Round::qualifying && run.result)
            for (const RunLine& line : *run.result) lines[line.who] = &line;
    People ranked(entries.begin(), entries.end());
    const auto ahead = [&](EntrantId left, EntrantId right) {
        const auto l = lines.find(left), r = lines.find(right);
        if (l == lines.end() || r == lines.end()) return l != lines.end() && r == lines.end();
        if (l->second->disqualified != r->second->disqualified) return r->second->disqualified;
        const auto& mine = l->second->laps_ms;
        const auto& his = r->second->laps_ms;
        const auto [m, h] = std::ranges::mismatch(mine, his);
        if (m == mine.end()) return false;  // all the same, or he has one more
        return h == his.end() || *m < *h;
    };
    std::ranges::stable_sort(ranked, ahead);
    return ranked;
}

Drawn draw_programme(Variant variant, Runs runs, Entries entries, std::size_t places, std::uint64_t seed) {
    Drawn drawn(runs.size());
    const People order = grid_by_draw(entries, seed);
    const auto practice = draw_heats(runs, Round::practice, entries, places, {}, order, drawn);
    draw_heats(runs, Round::qualifying, entries, places, practice, order, drawn);
    if (!all_over(runs, runs_of(runs, Round::qualifying))) return drawn;
    const People ranked = ranked_by_laps(runs, entries);
    if (variant == Variant::semis)
        draw_third(runs, ranked, places, drawn);
    else
        draw_all_finals(runs, ranked, places, drawn);
    settle(runs, Round::third, ranked, places, drawn);
    settle(runs, Round::final, ranked, places, drawn);
    return drawn;
}

}  // namespace chicane::sessions::meetings
