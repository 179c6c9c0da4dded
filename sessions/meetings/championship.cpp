#include "sessions/meetings/championship.hpp"

#include <algorithm>
#include <compare>
#include <limits>
#include <map>

#include "sessions/meetings/limits.hpp"

namespace chicane::sessions::meetings {

namespace {

/// What somebody has in each session; none: was not there.
using Results = std::vector<std::optional<Score>>;

std::int64_t points_of(const std::optional<Score>& result) { return result ? result->hundredths : 0; }

void drop_worst(Standing& standing, const Results& results, std::size_t count) {
    std::vector<std::size_t> order;
    for (std::size_t session = 0; session < results.size(); ++session)
        if (!results[session] || results[session]->may_drop) order.push_back(session);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return points_of(results[left]) < points_of(results[right]);
    });
    order.resize(std::min(count, order.size()));
    std::sort(order.begin(), order.end());
    for (const std::size_t session : order) standing.hundredths -= points_of(results[session]);
    standing.dropped = std::move(order);
}

void count_places(Standing& standing, const Results& results, bool with_dropped) {
    for (std::size_t session = 0; session < results.size(); ++session) {
        if (!results[session] || !results[session]->place || *results[session]->place == 0) continue;
        const bool dropped = std::binary_search(standing.dropped.begin(), standing.dropped.end(), session);
        if (dropped && !with_dropped) continue;
        const std::size_t place = *results[session]->place;
        if (standing.places.size() < place) standing.places.resize(place, 0);
        ++standing.places[place - 1];
    }
}

/// Less is ahead. The latest session in which they differ decides; who was not there or not classified is behind who was.
std::strong_ordering by_latest(const Results& left, const Results& right) {
    const auto place_of = [](const std::optional<Score>& result) {
        return result && result->place ? *result->place : std::numeric_limits<std::size_t>::max();
    };
    for (std::size_t session = left.size(); session-- > 0;)
        if (const auto order = place_of(left[session]) <=> place_of(right[session]); order != 0) return order;
    return std::strong_ordering::equal;
}

struct Line {
    Standing standing;
    Results results;
};

/// Less is ahead; equal shares a rank.
std::strong_ordering compare(const Line& left, const Line& right) {
    if (const auto points = right.standing.hundredths <=> left.standing.hundredths; points != 0) return points;
    const auto& one = left.standing.places;
    const auto& two = right.standing.places;
    for (std::size_t place = 0; place < std::max(one.size(), two.size()); ++place) {
        const std::size_t of_one = place < one.size() ? one[place] : 0;
        const std::size_t of_two = place < two.size() ? two[place] : 0;
        if (const auto order = of_two <=> of_one; order != 0) return order;
    }
    return by_latest(left.results, right.results);
}

}  // namespace

std::optional<std::vector<Standing>> standings(std::span<const CountedSession> season, const SeasonRules& rules) {
    if (season.size() > runs_max) return std::nullopt;
    std::map<ScorerId, Results> people;
    for (std::size_t session = 0; session < season.size(); ++session)
        for (const Score& score : season[session].scores)
            people.try_emplace(score.who, season.size()).first->second[session] = score;
    if (people.size() > people_max) return std::nullopt;
    std::vector<Line> lines;
    for (auto& [who, results] : people) {
        Line& line = lines.emplace_back();
        line.standing.who = who;
        for (const auto& result : results) line.standing.gross_hundredths += points_of(result);
        line.standing.hundredths = line.standing.gross_hundredths;
        drop_worst(line.standing, results, rules.drop_worst);
        count_places(line.standing, results, rules.ties_count_dropped);
        line.results = std::move(results);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& left, const Line& right) { return compare(left, right) < 0; });
    std::vector<Standing> table;
    for (std::size_t place = 0; place < lines.size(); ++place) {
        const bool shared = place > 0 && compare(lines[place - 1], lines[place]) == 0;
        lines[place].standing.rank = shared ? table.back().rank : place + 1;
        table.push_back(lines[place].standing);
    }
    return table;
}

}  // namespace chicane::sessions::meetings
