#include "web/api/meeting_season.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "centre/store/results_table.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using centre::store::Connection;
using centre::store::MeetingEntry;
using centre::store::MeetingRow;
using meetings::PointsKind;
using meetings::ResultLine;
using meetings::RunName;

constexpr meetings::ClassNumber this_class = 1;  ///< one class is counted at a time

/// Numbers for whoever scores: a customer, else a name, which is the same person all season.
class Scorers {
  public:
    meetings::ScorerId of(const std::string& key, const std::string& name) {
        if (name.empty()) return {};
        const auto [at, is_new] = ids_.emplace(key, static_cast<std::uint32_t>(names.size() + 1));
        if (is_new) names.push_back(name);
        return {at->second};
    }
    std::vector<std::string> names;

  private:
    std::map<std::string, std::uint32_t> ids_;
};

/// Runs that make one result: heats of a practice or a qualifying are ranked together, finals follow one another, any other run counts for itself.
struct Unit {
    RunName name;
    std::vector<std::int64_t> sessions;  ///< final A first
};

PointsKind kind_of(RunName name) {
    switch (name) {
        case RunName::practice:
            return PointsKind::practice;
        case RunName::qualifying:
            return PointsKind::qualifying;
        case RunName::semi:
        case RunName::consolation:
            return PointsKind::heat;
        case RunName::final:
            return PointsKind::final;
    }
    return PointsKind::heat;
}

std::vector<Unit> units_of(Connection& db, std::int64_t meeting) {
    auto runs = centre::store::runs_of(db, meeting);
    std::ranges::stable_sort(runs, {}, [](const auto& run) { return run.run.round; });
    std::vector<Unit> units;
    for (const auto& run : runs) {
        const bool alone = run.run.name == RunName::semi || run.run.name == RunName::consolation;
        if (alone || units.empty() || units.back().name != run.run.name) units.push_back({run.run.name, {}});
        auto& sessions = units.back().sessions;
        // Finals are driven from the last to A.
        sessions.insert(run.run.name == RunName::final ? sessions.begin() : sessions.end(), run.session);
    }
    return units;
}

class MeetingResults {
  public:
    MeetingResults(Connection& db, const MeetingRow& row, Scorers& scorers,
                   const std::optional<std::string>& class_name)
        : db_(db),
          scorers_(scorers),
          class_name_(class_name),
          seats_(centre::store::seats_of_meeting(db, row.head.id)) {
        for (MeetingEntry& entry : centre::store::entries_of(db, row.head.id))
            entries_.emplace(entry.head.id, std::move(entry));
    }

    /// Nothing while one of its sessions has no result.
    std::optional<std::vector<ResultLine>> of(const Unit& unit) const {
        std::vector<ResultLine> lines;
        std::vector<bool> classified;
        bool has_pole = false;  // of several finals that of A
        for (const std::int64_t session : unit.sessions) {
            const auto rows = centre::store::results_of(db_, session);
            if (rows.empty()) return std::nullopt;
            for (const auto& row : rows) {
                const MeetingEntry* entry = entry_of(row.seat);
                if (!entry) continue;
                ResultLine line = line_of(row, *entry);
                if (!has_pole && row.grid == best_grid(rows)) has_pole = line.had_pole = true;
                lines.push_back(line);
                classified.push_back(row.classified);
            }
        }
        place(unit, lines, classified);
        return lines;
    }

  private:
    const MeetingEntry* entry_of(std::int64_t seat) const {
        const auto facts = seats_.find(seat);
        if (facts == seats_.end()) return nullptr;
        const MeetingEntry& entry = entries_.at(facts->second.entry);
        return !class_name_ || *class_name_ == entry.class_name ? &entry : nullptr;
    }

    int best_grid(const std::vector<centre::store::ResultRow>& rows) const {
        int best = 0;
        for (const auto& row : rows)
            if (entry_of(row.seat) && row.grid > 0 && (best == 0 || row.grid < best)) best = row.grid;
        return best;
    }

    ResultLine line_of(const centre::store::ResultRow& row, const MeetingEntry& entry) const {
        ResultLine line;
        line.who = entry.customer ? scorers_.of("c" + std::to_string(*entry.customer), entry.name)
                                  : scorers_.of("n" + entry.name, entry.name);
        line.started = row.status != "dns";
        line.disqualified = row.status == "dsq";
        line.guest = row.status == "guest";
        line.best_lap_us = row.best_us;
        line.team = scorers_.of("t" + entry.team, entry.team);
        line.club = scorers_.of("k" + entry.club, entry.club);
        return line;
    }

    static void place(const Unit& unit, std::vector<ResultLine>& lines, const std::vector<bool>& classified) {
        std::vector<std::size_t> order;
        for (std::size_t line = 0; line < lines.size(); ++line)
            if (classified[line]) order.push_back(line);
        if (unit.name == RunName::practice || unit.name == RunName::qualifying)
            std::ranges::stable_sort(order, {}, [&](std::size_t line) {
                return lines[line].best_lap_us.value_or(std::numeric_limits<std::int64_t>::max()) / 1'000;
            });
        std::size_t next = 0;
        for (const std::size_t line : order) lines[line].place = ++next;
    }

    Connection& db_;
    Scorers& scorers_;
    const std::optional<std::string>& class_name_;
    std::map<std::int64_t, centre::store::MeetingSeat> seats_;
    std::map<std::int64_t, MeetingEntry> entries_;
};

std::vector<meetings::PointsRule> rules_of(const centre::store::MeetingPoints& points,
                                           const std::optional<std::string>& class_name) {
    std::vector<meetings::PointsRule> rules;
    for (const auto& row : points.tables) {
        if (row.class_name && row.class_name != class_name) continue;
        rules.push_back({row.kind, row.class_name ? std::optional(this_class) : std::nullopt, row.table});
    }
    return rules;
}

}  // namespace

std::optional<Season> season_of(Connection& db, const std::vector<MeetingRow>& all, StandingsOf of,
                                const std::optional<std::string>& class_name) {
    Scorers scorers;
    Season season;
    std::vector<meetings::CountedSession> counted;
    meetings::SeasonRules rules;
    for (const MeetingRow& row : all) {
        const auto points = centre::store::points_of(db, row.head.id);
        const auto tables = rules_of(points, class_name);
        const MeetingResults results(db, row, scorers, class_name);
        rules.drop_worst = static_cast<std::size_t>(points.drop_worst);
        for (const Unit& unit : units_of(db, row.head.id)) {
            const auto* table = meetings::table_for(tables, kind_of(unit.name), this_class);
            if (!table) continue;
            const auto lines = results.of(unit);
            if (!lines) continue;
            const auto scores = meetings::score(*table, *lines);
            counted.push_back(
                {of == StandingsOf::driver
                     ? scores
                     : team_scores(*lines, scores,
                                   of == StandingsOf::team ? meetings::TeamOf::team : meetings::TeamOf::club,
                                   static_cast<std::size_t>(points.team_counting))});
            season.sessions.push_back({row.head.id, row.meeting.name, kind_of(unit.name)});
        }
    }
    auto made = meetings::standings(counted, rules);
    if (!made) return std::nullopt;
    season.standings = std::move(*made);
    season.names = std::move(scorers.names);
    return season;
}

}  // namespace chicane::web::api
