// Points of one session: by place, for taking part, for the best lap, for pole. Tables are data, per session kind and class. Points are whole
// hundredths, so that half points after a race cut short are exact. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "timing/ids.hpp"

namespace chicane::sessions::meetings {

/// Who scores over a season: a driver, a team or a club; an entrant's number holds for one session only.
using ScorerId = timing::Id<struct ScorerTag, std::uint32_t>;

using ClassNumber = std::uint32_t;
enum class PointsKind : std::uint8_t { practice, qualifying, heat, final, endurance };

struct PointsTable {
    std::vector<std::int64_t> by_place_hundredths;  ///< the winner's first; beyond its end: 0
    std::int64_t participation_hundredths = 0;      ///< for who started, classified or not
    std::int64_t best_lap_hundredths = 0;
    std::int64_t pole_hundredths = 0;
    std::size_t best_lap_place_max = 0;  ///< only when classified so far up; 0: always
};

/// One table of a meeting's. Without a class it is for all classes that have none of their own.
struct PointsRule {
    PointsKind kind;
    std::optional<ClassNumber> for_class;
    PointsTable table;
};

/// The class's own, else the kind's; nothing: the session gives no points. Of several the first.
const PointsTable* table_for(std::span<const PointsRule> rules, PointsKind kind, ClassNumber for_class);

/// A line of an official result.
struct ResultLine {
    ScorerId who;
    std::optional<std::size_t> place;  ///< 1 is the winner; none: not classified
    bool started = true;
    bool disqualified = false;  ///< no points at all, and the result cannot be dropped
    bool guest = false;         ///< out of ranking: no points, and those behind move up
    std::optional<std::int64_t> best_lap_us;
    bool had_pole = false;
    ScorerId team;  ///< 0: none
    ScorerId club;  ///< 0: none
};

struct Score {
    ScorerId who;
    std::optional<std::size_t> place;  ///< after guests are passed over
    std::int64_t hundredths = 0;
    bool may_drop = true;
    friend bool operator==(const Score&, const Score&) = default;
};

/// A score for each line but the guests', in their order. `percent` of the table: 50 for half points, rounded to the nearest hundredth, halves up.
/// The best lap is the least of all classified and unclassified lines that may have it; equal ones all score.
std::vector<Score> score(const PointsTable& table, std::span<const ResultLine> result, std::int64_t percent = 100);

enum class TeamOf : std::uint8_t { team, club };

/// A team's score is that of its best `counting` members in the session, its place that of the best placed of them. Lines and scores as from `score`.
std::vector<Score> team_scores(std::span<const ResultLine> result, std::span<const Score> scores, TeamOf of,
                               std::size_t counting);

}  // namespace chicane::sessions::meetings
