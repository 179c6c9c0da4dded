// What a window shows: board, result, and passings, with the names that the setup or the register gives.
#include <algorithm>

#include "sessions/window.hpp"
#include "sessions/window_parts.hpp"
#include "timing/classify.hpp"
#include "timing/exit_traffic.hpp"
#include "timing/red_line.hpp"
#include "timing/run_share.hpp"
#include "timing/status.hpp"

namespace chicane::sessions {

namespace {

/// Who an entrant of the engine is. An unknown tag has no number on boards.
struct Identity {
    timing::EntrantId id;
    std::string number;
    std::string name;
    std::string public_name;
    bool unknown_tag = false;
};

using KartNumbers = std::unordered_map<timing::KartId, std::string>;

/// Of those with the same first tag whoever passed first has the id that is the tag's.
timing::EntrantId id_of(Driver who, const Ground& ground, const Progress& progress) {
    const std::uint32_t arrival = ground.tags.unentered(who).arrival;
    std::uint32_t before = 0;
    for (const Driver other : progress.unentered) {
        if (other == who) break;
        if (ground.tags.unentered(other).arrival == arrival) ++before;
    }
    return {unentered_first + before * unentered_apart + arrival};
}

Identity identity_of(const Unentered& who, timing::EntrantId id, const KartNumbers& kart_numbers) {
    if (who.kart) {
        if (const auto named = kart_numbers.find(*who.kart); named != kart_numbers.end()) {
            const std::string name = "Kart " + named->second;
            return {id, named->second, name, name, false};
        }
    }
    const std::string tag = std::to_string(who.tag.value);
    const std::string name = "Unknown " + tag;
    return {id, tag, name, name, true};
}

Identity identity_of(const EntrantSetup& who) { return {who.id, who.number, who.name, who.public_name, false}; }

std::vector<Identity> identities(const Setup& setup, const Ground& ground, const Progress& progress,
                                 const KartNumbers& kart_numbers) {
    std::vector<Identity> all;
    all.reserve(progress.timing.entrants.size());
    for (const EntrantSetup& who : setup.entrants) all.push_back(identity_of(who));
    for (const Driver who : progress.unentered) {
        all.push_back(identity_of(ground.tags.unentered(who), id_of(who, ground, progress), kart_numbers));
    }
    return all;
}

/// In order of sequence.
std::vector<ResultPassing> all_passings(const Log& log) {
    std::vector<ResultPassing> passings;
    passings.reserve(log.size());
    for (std::size_t i = 0; i < log.size(); ++i) {
        const LogEntry& entry = log[i];
        passings.push_back({entry.sequence, entry.raw.number, entry.raw.transponder, entry.verdict});
    }
    std::ranges::sort(passings, {}, &ResultPassing::sequence);
    return passings;
}

/// An endurance race with rules of its own, or drivers to tell apart.
bool has_teams(const Setup& setup) {
    const bool drivers =
        std::ranges::any_of(setup.entrants, [](const EntrantSetup& who) { return !who.drivers.empty(); });
    return drivers || setup.rules.endurance != timing::Endurance{};
}

/// Who entered; in an open race those whom nobody entered have no team.
void add_teams(Result& result, const Setup& setup, std::vector<timing::EnduranceRow> rows) {
    for (std::size_t i = 0; i < setup.entrants.size(); ++i) {
        const EntrantSetup& entrant = setup.entrants[i];
        result.teams.push_back({entrant.id, entrant.number, std::move(rows[i]), entrant.drivers});
    }
}

void add_proposed(Result& result, const Setup& setup, const std::vector<timing::Breach>& breaches) {
    for (const timing::Breach& breach : breaches) {
        if (breach.entrant >= setup.entrants.size()) continue;
        const EntrantSetup& who = setup.entrants[breach.entrant];
        const bool two = breach.other && *breach.other < setup.entrants.size();
        result.proposed.push_back(
            {breach, who.id, who.number, two ? setup.entrants[*breach.other].number : std::string(), who.drivers});
    }
}

timing::FlagShow flag_show(const timing::Rules& rules, const timing::State& state, timing::Flag flag) {
    timing::FlagShow show;
    for (std::int32_t post = 1; post <= timing::posts_max; ++post) {
        if ((state.yellow_posts >> (post - 1) & 1U) != 0) show.posts.push_back(post);
    }
    const timing::FlagRule* rule =
        timing::rule_of(rules.flags, flag, flag == state.shown ? state.own_flag : std::uint8_t{0});
    if (!rule) return show;
    show.name = rule->name;
    show.speed_level = rule->speed_level;
    show.lights = rule->lights;
    show.pit = rule->pit;
    return show;
}

ClassifiedRow classified(const timing::Row& row, const Identity& who) {
    ClassifiedRow made;
    made.entrant = who.id;
    made.number = who.number;
    made.name = who.name;
    made.public_name = who.public_name;
    made.status = row.state == timing::RowState::in_pit ? timing::RowState::running : row.state;
    made.classified = row.classified;
    made.position = row.position;
    made.laps = row.laps;
    made.total_us = row.total_us;
    made.best_us = row.best_us;
    made.best_lap = row.best_lap;
    made.average_us = row.average_us;
    made.last_us = row.last_us;
    made.gap = row.gap;
    made.interval = row.interval;
    made.sectors = row.sectors;
    return made;
}

}  // namespace

timing::SessionState Window::state(timing::DecoderTime now) const {
    return timing::state_at(parts_->ground.rules, parts_->progress.timing, now);
}

std::optional<timing::DecoderTime> Window::clock_started() const { return parts_->progress.timing.course.clock; }

std::optional<timing::DecoderTime> Window::next_deadline(timing::DecoderTime now) const {
    return timing::next_deadline(parts_->ground.rules, parts_->progress.timing, now);
}

timing::Board Window::board(timing::DecoderTime now) const {
    const timing::Rules& rules = parts_->ground.rules;
    const timing::State& state = parts_->progress.timing;
    timing::Board board;
    board.session = timing::SessionHead{parts_->setup.id, parts_->setup.name, rules.kind, rules.rank,
                                        timing::state_at(rules, state, now)};
    board.clock = timing::clock_at(rules, state, now);
    board.flag = timing::flag_at(rules, state, now);
    board.show = flag_show(rules, state, board.flag);
    auto who = identities(parts_->setup, parts_->ground, parts_->progress, parts_->kart_numbers);
    const auto kart_flags = parts_->decisions.kart_flags(parts_->setup);
    auto standings = timing::classify(rules, state, parts_->book, now, parts_->charges(now));
    board.rows.reserve(standings.size());
    for (timing::Standing& standing : standings) {
        Identity& identity = who[standing.entrant];
        standing.row.id = identity.id;
        if (!identity.unknown_tag) standing.row.number = std::move(identity.number);
        standing.row.name = std::move(identity.public_name);
        if (standing.entrant < kart_flags.size()) standing.row.flag = kart_flags[standing.entrant].flag;
        board.rows.push_back(std::move(standing.row));
    }
    return board;
}

Result Window::result(timing::DecoderTime now, bool with_passings) const {
    const timing::Rules& rules = parts_->ground.rules;
    const timing::State& state = parts_->progress.timing;
    Result result;
    result.state = timing::state_at(rules, state, now);
    const auto who = identities(parts_->setup, parts_->ground, parts_->progress, parts_->kart_numbers);
    const auto charges = parts_->charges(now);
    for (const timing::Standing& standing : timing::classify(rules, state, parts_->book, now, charges)) {
        result.classification.push_back(classified(standing.row, who[standing.entrant]));
        if (standing.entrant >= charges.size()) continue;
        result.classification.back().penalty_us = charges[standing.entrant].time_us;
        result.classification.back().penalty_laps = charges[standing.entrant].laps;
    }
    result.decisions = parts_->decisions.standing();
    if (has_teams(parts_->setup)) add_teams(result, parts_->setup, endurance(now));
    add_proposed(result, parts_->setup, breaches(now));
    if (rules.red.full_percent > 0) result.run_percent = timing::run_percent(rules, state);
    result.full = !result.run_percent || *result.run_percent >= rules.red.full_percent;
    if (with_passings) result.restart = restart_order(now);
    for (const timing::Near& near : timing::exit_traffic(rules, state, now))
        result.exit_traffic.push_back({who[near.entrant].id, who[near.entrant].number, near.us});
    for (std::size_t i = 0; i < parts_->book.laps().size(); ++i) {
        const timing::Lap& lap = parts_->book.laps()[i];
        result.laps.push_back({who[lap.entrant].id, who[lap.entrant].number, lap.lap, lap.time_us, lap.at});
    }
    if (with_passings) result.passings = all_passings(parts_->log);
    return result;
}

std::vector<timing::EnduranceRow> Window::endurance(timing::DecoderTime now) const { return parts_->endurance(now); }

JudgedPassing Window::Parts::judged(const LogEntry& entry) const {
    JudgedPassing made;
    made.sequence = entry.sequence;
    made.raw = entry.raw;
    made.role = ground.loops.at(entry.loop).role;
    made.verdict = entry.verdict;
    if (entry.entrant != no_entrant) {
        const std::size_t entered = ground.tags.entered();
        made.entrant = entry.entrant < entered ? setup.entrants[entry.entrant].id
                                               : id_of(progress.unentered[entry.entrant - entered], ground, progress);
    }
    if (entry.lap > 0) {
        const timing::Lap& lap = book.laps()[entry.lap - 1];
        made.lap_us = lap.time_us;
        made.lap = lap.lap;
    }
    return made;
}

std::vector<JudgedPassing> Window::last_passings(std::size_t count) const {
    std::vector<JudgedPassing> made;
    const Log& log = parts_->log;
    for (std::size_t i = log.size(); i > 0 && made.size() < count; --i) made.push_back(parts_->judged(log[i - 1]));
    return made;
}

std::optional<JudgedPassing> Window::passing(std::uint64_t sequence) const {
    // From the end: who asks has just put it in.
    const Log& log = parts_->log;
    for (std::size_t i = log.size(); i > 0; --i) {
        if (log[i - 1].sequence == sequence) return parts_->judged(log[i - 1]);
    }
    return std::nullopt;
}

std::optional<timing::EntrantId> Window::entrant_of(timing::TransponderId tag, timing::DecoderTime at) const {
    const Tags& tags = parts_->ground.tags;
    const auto place = tags.find(tag);
    const Driver driver = place ? tags.driver(*place, at) : nobody;
    if (driver >= tags.entered()) return std::nullopt;
    return parts_->setup.entrants[driver].id;
}

std::optional<Window::Ends> Window::lap_ends(timing::EntrantId entrant, std::int32_t lap) const {
    Ends ends;
    for (std::size_t i = 0; i < parts_->log.size(); ++i) {
        const LogEntry& entry = parts_->log[i];
        if (entry.lap == 0 && entry.verdict != timing::Verdict::starts_lap) continue;
        if (parts_->judged(entry).entrant != entrant) continue;
        if (entry.lap > 0 && parts_->book.laps()[entry.lap - 1].lap == lap) {
            ends.passing = entry.sequence;
            return ends;
        }
        ends.begin = entry.sequence;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> Window::red_line(timing::DecoderTime red_at, std::int32_t laps_back) const {
    const auto lap = timing::red_line(parts_->progress.timing, parts_->book, red_at, laps_back);
    if (!lap) return std::nullopt;
    for (std::size_t i = 0; i < parts_->log.size(); ++i) {
        if (parts_->log[i].lap == *lap + 1) return parts_->log[i].sequence;
    }
    return std::nullopt;
}

std::vector<JudgedPassing> Window::passings_of(timing::TransponderId transponder) const {
    std::vector<JudgedPassing> made;
    for (std::size_t i = 0; i < parts_->log.size(); ++i) {
        if (parts_->log[i].raw.transponder == transponder) made.push_back(parts_->judged(parts_->log[i]));
    }
    return made;
}

std::vector<PassedAt> Window::passed_between(timing::DecoderTime from, timing::DecoderTime until) const {
    std::vector<PassedAt> passed;
    const Log& log = parts_->log;
    for (std::size_t i = first_at(log, from); i < log.size() && log[i].raw.time <= until; ++i) {
        const bool counts = log[i].verdict == timing::Verdict::counted || log[i].verdict == timing::Verdict::starts_lap;
        const auto entrant = counts ? parts_->judged(log[i]).entrant : std::nullopt;
        if (!entrant) continue;
        const LoopPlace& place = parts_->ground.loops.at(log[i].loop);
        passed.push_back({*entrant, place.role, place.sector, log[i].raw.time});
    }
    return passed;
}

std::vector<JudgedPassing> Window::passings_of(timing::EntrantId entrant, std::size_t count) const {
    std::vector<JudgedPassing> made;
    const Log& log = parts_->log;
    for (std::size_t i = log.size(); i > 0 && made.size() < count; --i) {
        if (log[i - 1].entrant == no_entrant) continue;
        auto judged = parts_->judged(log[i - 1]);
        if (judged.entrant == entrant) made.push_back(std::move(judged));
    }
    return made;
}

std::vector<LastSeen> Window::last_seen() const {
    std::vector<LastSeen> seen;
    const auto& entrants = parts_->progress.timing.entrants;
    const std::size_t entered = parts_->ground.tags.entered();
    for (std::size_t i = 0; i < entrants.size(); ++i) {
        if (!entrants[i].last_tag) continue;
        const timing::EntrantId id =
            i < entered ? parts_->setup.entrants[i].id
                        : id_of(parts_->progress.unentered[i - entered], parts_->ground, parts_->progress);
        seen.push_back({id, entrants[i].last_seen});
    }
    return seen;
}

std::vector<std::string> Window::suspicious() const {
    std::vector<std::string> numbers;
    const auto& entrants = parts_->progress.timing.entrants;
    if (std::ranges::none_of(entrants, &timing::Entrant::suspicious)) return numbers;
    const auto who = identities(parts_->setup, parts_->ground, parts_->progress, parts_->kart_numbers);
    for (std::size_t i = 0; i < entrants.size(); ++i) {
        if (entrants[i].suspicious) numbers.push_back(who[i].number);
    }
    return numbers;
}

std::optional<timing::DecoderTime> Window::finished_at(timing::DecoderTime now) const {
    return timing::finished_at(parts_->ground.rules, parts_->progress.timing, now);
}

}  // namespace chicane::sessions
