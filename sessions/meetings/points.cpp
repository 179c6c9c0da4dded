#include "sessions/meetings/points.hpp"

#include <algorithm>
#include <map>

namespace chicane::sessions::meetings {

namespace {

std::int64_t share(std::int64_t hundredths, std::int64_t percent) {
    return hundredths >= 0 ? (hundredths * percent + 50) / 100 : -((-hundredths * percent + 50) / 100);
}

/// The places of the result without guests: a guest's place is nobody's, and those behind move up.
std::optional<std::size_t> place_without_guests(std::span<const ResultLine> result, const ResultLine& line) {
    if (!line.place) return std::nullopt;
    const auto ahead = std::count_if(result.begin(), result.end(), [&](const ResultLine& other) {
        return other.guest && other.place && *other.place < *line.place;
    });
    return *line.place - std::min(*line.place - 1, static_cast<std::size_t>(ahead));
}

bool may_have_best_lap(const PointsTable& table, const ResultLine& line, std::optional<std::size_t> place) {
    if (line.guest || line.disqualified || !line.best_lap_us) return false;
    return table.best_lap_place_max == 0 || (place && *place <= table.best_lap_place_max);
}

}  // namespace

const PointsTable* table_for(std::span<const PointsRule> rules, PointsKind kind, ClassNumber for_class) {
    const PointsTable* general = nullptr;
    for (const PointsRule& rule : rules) {
        if (rule.kind != kind) continue;
        if (rule.for_class == for_class) return &rule.table;
        if (!rule.for_class && general == nullptr) general = &rule.table;
    }
    return general;
}

std::vector<Score> score(const PointsTable& table, std::span<const ResultLine> result, std::int64_t percent) {
    std::optional<std::int64_t> best_us;
    for (const ResultLine& line : result)
        if (line.best_lap_us && !line.guest && !line.disqualified)
            best_us = std::min(best_us.value_or(*line.best_lap_us), *line.best_lap_us);
    std::vector<Score> scores;
    for (const ResultLine& line : result) {
        if (line.guest) continue;
        Score& made = scores.emplace_back();
        made.who = line.who;
        made.may_drop = !line.disqualified;
        if (line.disqualified) continue;
        made.place = place_without_guests(result, line);
        std::int64_t hundredths = 0;
        if (made.place && *made.place <= table.by_place_hundredths.size())
            hundredths += table.by_place_hundredths[*made.place - 1];
        if (line.started) hundredths += table.participation_hundredths;
        if (may_have_best_lap(table, line, made.place) && line.best_lap_us == best_us)
            hundredths += table.best_lap_hundredths;
        if (line.had_pole) hundredths += table.pole_hundredths;
        made.hundredths = share(hundredths, percent);
    }
    return scores;
}

std::vector<Score> team_scores(std::span<const ResultLine> result, std::span<const Score> scores, TeamOf of,
                               std::size_t counting) {
    std::map<ScorerId, std::vector<Score>> members;
    std::size_t next = 0;
    for (const ResultLine& line : result) {
        if (line.guest || next == scores.size()) continue;
        const ScorerId team = of == TeamOf::team ? line.team : line.club;
        if (team.value != 0) members[team].push_back(scores[next]);
        ++next;
    }
    std::vector<Score> made;
    for (auto& [team, list] : members) {
        std::stable_sort(list.begin(), list.end(),
                         [](const Score& left, const Score& right) { return left.hundredths > right.hundredths; });
        if (list.size() > counting) list.resize(counting);
        Score& sum = made.emplace_back();
        sum.who = team;
        for (const Score& member : list) {
            sum.hundredths += member.hundredths;
            if (member.place) sum.place = std::min(sum.place.value_or(*member.place), *member.place);
        }
    }
    return made;
}

}  // namespace chicane::sessions::meetings
