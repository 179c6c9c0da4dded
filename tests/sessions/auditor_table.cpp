// The auditor's last steps: the ranking as driven by explicit lists of keys, decisions in the order of the rule book, gaps.
#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "tests/sessions/auditor_parts.hpp"

namespace chicane::sessions::auditor {
namespace {

using timing::Ranking;
using timing::RowState;

Us cut(Us us) { return us / 1000; }

/// What one drove up to a place in the order of crossing.
struct Driven {
    std::vector<std::size_t> crossings;
    std::vector<Lap> laps;
    std::vector<Lap> bests;  ///< the best first
    std::optional<Us> average;
    std::optional<Us> total;
    Us clock = 0;      ///< the session's at his last crossing
    Us lap_clock = 0;  ///< … at the end of his last lap
};

Driven driven(const Session& session, std::size_t who, std::size_t until, std::size_t bests_deleted = 0) {
    Driven its;
    for (const std::size_t passing : session.drives[who].crossings) {
        if (passing <= until) its.crossings.push_back(passing);
    }
    for (const Lap& lap : session.drives[who].laps) {
        if (lap.passing > until) continue;
        its.laps.push_back(lap);
        if (lap.timed) its.bests.push_back(lap);
    }
    std::ranges::stable_sort(its.bests, {}, [](const Lap& lap) { return cut(lap.time); });
    its.bests.erase(its.bests.begin(),
                    its.bests.begin() + static_cast<std::ptrdiff_t>(std::min(bests_deleted, its.bests.size())));
    Us sum = 0;
    for (const Lap& lap : its.bests) sum += lap.time;
    if (!its.bests.empty()) its.average = sum / static_cast<Us>(its.bests.size());
    if (its.crossings.empty()) return its;
    const Us last = session.heard[its.crossings.back()].at();
    const bool is_own =
        session.rules.start == timing::Start::own || session.rules.first_crossing == timing::FirstCrossing::own_clock;
    its.clock = last - *session.clock_start();
    its.lap_clock = its.laps.empty() ? its.clock : session.heard[its.laps.back().passing].at() - *session.clock_start();
    its.total = is_own ? last - session.heard[its.crossings.front()].at() : its.clock;
    return its;
}

using Key = std::vector<Us>;

/// Smaller is ahead. The first number: who is ranked (0), who has only crossed (1), who has not (2).
Key driven_key(Ranking rank, const Driven& its, std::size_t who, std::size_t bests_max) {
    if (its.crossings.empty()) return {2, static_cast<Us>(who)};
    const Us laps = -static_cast<Us>(its.laps.size());
    const Us last = static_cast<Us>(its.crossings.back());
    const Key only_crossed{1, static_cast<Us>(its.crossings.front())};
    switch (rank) {
        case Ranking::laps:
            return laps == 0 ? only_crossed : Key{0, laps, static_cast<Us>(its.laps.back().passing)};
        case Ranking::total_time:
            return laps == 0 ? only_crossed : Key{0, laps, cut(*its.total), last};
        case Ranking::average_lap: {
            if (!its.average) return only_crossed;
            return {0, cut(*its.average), cut(its.bests.front().time), static_cast<Us>(its.bests.front().passing)};
        }
        case Ranking::best_lap:
            break;
    }
    if (its.bests.empty()) return only_crossed;
    Key key{0};
    for (std::size_t i = 0; i < bests_max; ++i) key.push_back(i < its.bests.size() ? cut(its.bests[i].time) : never);
    key.push_back(static_cast<Us>(its.bests.front().passing));
    return key;
}

std::vector<std::size_t> ranked_by(const Session& session, const std::vector<Driven>& all) {
    std::size_t bests_max = 0;
    for (const Driven& its : all) bests_max = std::max(bests_max, its.bests.size());
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {},
                             [&](std::size_t who) { return driven_key(session.rules.rank, all[who], who, bests_max); });
    return order;
}

struct Charges {
    Us time = 0;
    std::int32_t laps = 0;
    std::size_t places = 0;
    std::size_t bests = 0;
    bool last_place = false;
    bool disqualified = false;
    std::optional<RowState> status;
    bool moves() const { return time != 0 || laps != 0 || places != 0 || bests != 0 || last_place; }
};

/// Of two words of one number the later holds.
std::vector<DecisionMade> standing(const Story& story) {
    std::map<std::uint32_t, DecisionMade> latest;
    for (const DecisionMade& decision : told<DecisionMade>(story)) latest[decision.number] = decision;
    std::vector<DecisionMade> all;
    for (const auto& [number, decision] : latest) {
        if (!decision.withdrawn) all.push_back(decision);
    }
    return all;
}

std::vector<Charges> charges(const Session& session) {
    std::vector<Charges> all(session.field.size());
    for (std::size_t who = 0; who < all.size(); ++who) {
        Charges& its = all[who];
        for (const StatusSaid& said : told<StatusSaid>(session.story)) {
            if (session.field[who].id == said.entrant) its.status = said.status;
        }
        for (const DecisionMade& decision : standing(session.story)) {
            if (session.field[who].id != decision.entrant || decision.provisional) continue;
            using enum timing::Penalty;
            const bool stops = decision.penalty == stop_and_go || decision.penalty == drive_through;
            if (decision.penalty == time || (stops && !decision.served)) its.time += decision.amount;
            if (decision.penalty == laps) its.laps += static_cast<std::int32_t>(decision.amount);
            if (decision.penalty == places) its.places += static_cast<std::size_t>(decision.amount);
            if (decision.penalty == bests_deleted) its.bests += static_cast<std::size_t>(decision.amount);
            if (decision.penalty == last_place) its.last_place = true;
            if (decision.penalty == disqualified || decision.penalty == excluded) its.disqualified = true;
        }
    }
    return all;
}

RowState status(const Session& session, const Drive& drive, const Charges& charges) {
    if (charges.disqualified) return RowState::dsq;
    if (charges.status) return *charges.status;
    const bool is_own = session.rules.start == timing::Start::own;
    const bool over = is_own ? drive.over : session.state == timing::SessionState::finished;
    if (drive.took_flag) return RowState::finished;
    if (!over) return RowState::running;
    if (drive.crossings.empty()) return RowState::dns;
    const bool is_race = session.rules.kind == timing::Kind::race || session.rules.kind == timing::Kind::endurance;
    const bool stands = session.finish == session.red_finish && session.finish != never;
    return is_race && session.rules.end.how != timing::EndHow::immediate && !stands ? RowState::dnf
                                                                                    : RowState::finished;
}

/// One row while the table is made.
struct Line {
    std::size_t who = 0;
    Driven drove;
    Charges charged;
    RowState status = RowState::running;
    bool runs = false;  ///< nobody says that he drives no more
    std::int32_t laps = 0;
    Us group = 0;  ///< who takes part, ran too little, guest, dnq, dsq
    bool classified = false;
    std::optional<Us> best() const {
        if (drove.bests.empty()) return std::nullopt;
        return drove.bests.front().time;
    }
};

/// Time in what the ranking compares, decisions included; nothing where there is none.
std::optional<Us> ranked_time(const Session& session, const Line& line) {
    std::optional<Us> time;
    if (session.rules.rank == Ranking::best_lap) time = line.best();
    if (session.rules.rank == Ranking::average_lap) time = line.drove.average;
    if (session.rules.rank == Ranking::total_time) time = line.drove.total;
    if (session.rules.rank == Ranking::laps && !line.drove.crossings.empty()) time = line.drove.lap_clock;
    if (time) *time += line.charged.time;
    return time;
}

bool ranks_by_laps(const Session& session) {
    return session.rules.rank == Ranking::laps || session.rules.rank == Ranking::total_time;
}

/// As the ranking compares, decisions included; who is level stays as driven.
Key charged_key(const Session& session, const Line& line) {
    const std::optional<Us> time = ranked_time(session, line);
    if (!time || (ranks_by_laps(session) && line.drove.laps.empty())) return {1};
    Key key{0, ranks_by_laps(session) ? -line.laps : 0, cut(*time)};
    if (session.rules.rank != Ranking::best_lap) return key;
    for (std::size_t i = 1; i < line.drove.bests.size(); ++i) key.push_back(cut(line.drove.bests[i].time));
    key.push_back(never);
    return key;
}

bool is_applied(const Session& session) {
    return !ranks_by_laps(session) || session.state == timing::SessionState::finishing ||
           session.state == timing::SessionState::finished;
}

std::vector<Line> as_driven(const Session& session) {
    const std::vector<Charges> all_charges = charges(session);
    std::vector<Line> rows;
    for (const std::size_t who : ranked(session, session.heard.size())) {
        Line line{.who = who, .drove = {}, .charged = all_charges[who]};
        const std::size_t bests = ranks_by_laps(session) ? 0 : line.charged.bests;
        line.drove = driven(session, who, session.heard.size(), bests);
        if (!is_applied(session)) {
            line.charged.time = line.charged.laps = 0;
            line.charged.places = 0;
            line.charged.last_place = false;
        }
        line.status = status(session, session.drives[who], line.charged);
        const std::optional<RowState> said = line.charged.status;
        line.runs = status(session, session.drives[who], {}) == RowState::running && said != RowState::retired &&
                    said != RowState::dns && said != RowState::dnf;
        line.laps = std::max(0, static_cast<std::int32_t>(line.drove.laps.size()) - line.charged.laps);
        rows.push_back(line);
    }
    return rows;
}

Us group(const Line& line) {
    if (line.status == RowState::dsq) return 4;
    if (line.status == RowState::dnq) return 3;
    if (line.status == RowState::guest) return 2;
    return 0;
}

void classify(const Session& session, std::vector<Line>& rows) {
    for (Line& line : rows) line.group = group(line);
    const auto winner = std::ranges::find(rows, 0, &Line::group);
    const bool is_over = session.state == timing::SessionState::finished;
    const std::int32_t due = winner == rows.end() || !is_over ? 0 : winner->laps * session.rules.classified_percent;
    for (Line& line : rows) {
        if (line.group == 0 && line.laps * 100 < due) line.group = 1;
        line.classified = line.group == 0 && !line.drove.crossings.empty();
    }
    std::ranges::stable_sort(rows, {}, &Line::group);
}

/// Who never crossed stays behind all who did.
bool may_lose(const Line& line) { return line.group == 0 && !line.drove.crossings.empty(); }

void move_down(std::vector<Line>& rows, std::size_t row, std::size_t places) {
    for (; places > 0 && row + 1 < rows.size() && may_lose(rows[row + 1]); --places, ++row) {
        std::swap(rows[row], rows[row + 1]);
    }
}

void take_places(std::vector<Line>& rows) {
    std::vector<std::size_t> charged;  // from the last to the first, so that each loses what he is due
    for (std::size_t row = rows.size(); row-- > 0;) {
        if (may_lose(rows[row]) && rows[row].charged.places > 0) charged.push_back(rows[row].who);
    }
    for (const std::size_t who : charged) {
        const auto row = static_cast<std::size_t>(std::ranges::find(rows, who, &Line::who) - rows.begin());
        move_down(rows, row, rows[row].charged.places);
    }
    std::ranges::stable_sort(rows, {}, [](const Line& line) {
        const bool absent = line.group == 0 && !may_lose(line);
        return std::tuple{line.group, absent, may_lose(line) && line.charged.last_place};
    });
}

/// While he runs and the other has crossed since: the lap that he is on is not lost yet.
timing::Gap running_gap(const Session& session, const Line& to, const Line& its, std::int32_t down) {
    if (down > 1) return {std::nullopt, down - 1};
    const std::size_t laps = its.drove.laps.size();
    const Us start = *session.clock_start();
    const Us there = laps == 0 ? session.heard[to.drove.crossings.front()].at() : to.drove.laps[laps - 1].at;
    return {std::max<Us>(0, cut(its.drove.clock) - cut(there - start)) * 1000, 0};
}

timing::Gap gap(const Session& session, const Line& to, const Line& its, bool is_charged) {
    if (its.drove.crossings.empty()) return {};
    if (ranks_by_laps(session)) {
        if (to.drove.crossings.empty()) return {};
        const std::int32_t down = to.laps - its.laps;
        const bool has_crossed_since = to.drove.crossings.back() > its.drove.crossings.back();
        const bool runs = session.rules.rank == Ranking::laps && its.runs;
        if (runs && has_crossed_since && down > 0 && !is_charged) return running_gap(session, to, its, down);
        if (down != 0) return {std::nullopt, std::max(0, down)};
    }
    const std::optional<Us> mine = ranked_time(session, its);
    const std::optional<Us> other = ranked_time(session, to);
    if (!mine || !other || cut(*mine) < cut(*other)) return {std::nullopt, 0};
    return {(cut(*mine) - cut(*other)) * 1000, 0};
}

/// How much of its distance a session had run that ended under red, in percent.
std::optional<std::int32_t> share(const Session& session) {
    const timing::Rules& rules = session.rules;
    const bool under_red = session.red_finish != never && session.red_finish == session.finish;
    if (rules.red.full_percent == 0 || !under_red || rules.start == timing::Start::own) return std::nullopt;
    std::vector<std::int32_t> shares;
    const std::optional<Us> start = session.clock_start();
    if (rules.end.time_us > 0 && start) {
        Us run = session.finish - *start;
        for (const Shown& flag : session.shown) {
            const Us from = std::max(flag.from, *start);
            const Us to = std::min(flag.to, session.finish);
            if (flag.stops_clock && from < to) run -= to - from;
        }
        shares.push_back(
            static_cast<std::int32_t>(std::clamp<Us>(run, 0, rules.end.time_us) * 100 / rules.end.time_us));
    }
    if (rules.end.laps > 0) {
        std::size_t most = 0;
        for (const Drive& drive : session.drives) most = std::max(most, drive.laps.size());
        const Us laps = std::min<Us>(static_cast<Us>(most), rules.end.laps);
        shares.push_back(static_cast<std::int32_t>(laps * 100 / rules.end.laps));
    }
    if (shares.empty()) return std::nullopt;
    return rules.end.priority == timing::Priority::first ? std::ranges::max(shares) : std::ranges::min(shares);
}

ClassifiedRow row(const Session& session, const std::vector<Line>& rows, std::size_t place) {
    const Line& line = rows[place];
    const Competitor& who = session.field[line.who];
    ClassifiedRow its;
    its.entrant = who.id.value_or(timing::EntrantId{});
    its.number = who.number;
    its.name = who.name;
    its.public_name = who.public_name;
    its.status = line.status;
    its.position = static_cast<std::int32_t>(place) + 1;
    its.laps = line.laps;
    its.total_us = line.drove.total;
    its.best_us = line.best();
    its.average_us = line.drove.average;
    if (its.total_us) *its.total_us += line.charged.time;
    if (its.best_us && !ranks_by_laps(session)) *its.best_us += line.charged.time;
    if (its.average_us && !ranks_by_laps(session)) *its.average_us += line.charged.time;
    if (!line.drove.bests.empty()) its.best_lap = line.drove.bests.front().number;
    if (!line.drove.laps.empty()) its.last_us = line.drove.laps.back().time;
    const bool is_charged = std::ranges::any_of(rows, [](const Line& other) { return other.charged.moves(); });
    its.gap = gap(session, rows.front(), line, is_charged);
    its.interval = gap(session, rows[place == 0 ? 0 : place - 1], line, is_charged);
    its.classified = line.classified;
    const Charges charged = charges(session)[line.who];
    its.penalty_us = charged.time;
    its.penalty_laps = charged.laps;
    return its;
}

}  // namespace

std::vector<std::size_t> ranked(const Session& session, std::size_t until) {
    std::vector<Driven> all;
    for (std::size_t who = 0; who < session.field.size(); ++who) all.push_back(driven(session, who, until));
    return ranked_by(session, all);
}

Result table(const Session& session) {
    Result result;
    result.state = session.state;
    result.run_percent = share(session);
    if (result.run_percent) result.full = *result.run_percent >= session.rules.red.full_percent;
    std::vector<Line> rows = as_driven(session);
    std::ranges::stable_sort(rows, {}, [&](const Line& line) { return charged_key(session, line); });
    classify(session, rows);
    take_places(rows);
    for (std::size_t place = 0; place < rows.size(); ++place)
        result.classification.push_back(row(session, rows, place));
    std::map<std::pair<std::size_t, std::int32_t>, ResultLap> laps;
    for (std::size_t who = 0; who < session.field.size(); ++who) {
        const Competitor& driver = session.field[who];
        for (const Lap& lap : session.drives[who].laps) {
            laps[{lap.passing, lap.number}] = {
                driver.id.value_or(timing::EntrantId{}), driver.number, lap.number, lap.time, {lap.at}};
        }
    }
    for (const auto& [key, lap] : laps) result.laps.push_back(lap);
    for (const Heard& its : session.heard) {
        const std::optional<std::uint32_t> number = its.raw.number > 0 ? std::optional(its.raw.number) : std::nullopt;
        result.passings.push_back({its.sequence, number, its.raw.transponder, its.verdict});
    }
    std::ranges::sort(result.passings, {}, &ResultPassing::sequence);
    result.decisions = standing(session.story);
    return result;
}

}  // namespace chicane::sessions::auditor
