// The auditor's end: where the flag falls, and what lies behind it. What was driven before does not depend on it.
#include <algorithm>
#include <numeric>

#include "tests/sessions/auditor_parts.hpp"

namespace chicane::sessions::auditor {
namespace {

using timing::EndHow;
using timing::Verdict;

/// Those who end together: all, or one alone where each has his own start.
struct Group {
    std::vector<std::size_t> members;
    std::optional<Us> start;
};

struct Step {
    std::size_t passing = 0;
    std::size_t who = 0;
    std::int32_t laps = 0;  ///< his, after it
};

struct Zero {
    Moment at;
    bool is_time = false;
    bool awaits_leader = false;
};

/// Nothing counts from `close` on, for anybody.
struct Ending {
    std::optional<Moment> flag;
    Moment close;
    bool follows_flag = false;  ///< each one's next crossing is his last, whatever the rules say
    Us time = never;            ///< full_distance: when the time is past
};

Moment after(Moment moment) { return {moment.at, moment.passing + 1}; }

std::vector<Step> steps(const Session& session, const Group& group) {
    std::vector<Step> all;
    for (const std::size_t who : group.members) {
        const Drive& drive = session.drives[who];
        for (const std::size_t passing : drive.crossings) {
            const auto laps = std::ranges::count_if(drive.laps, [&](const Lap& lap) { return lap.passing <= passing; });
            all.push_back({passing, who, static_cast<std::int32_t>(laps)});
        }
    }
    std::ranges::sort(all, {}, &Step::passing);
    return all;
}

/// The first crossing from a moment on, by whoever leads with it, not later than the grace allows.
std::optional<Step> leader(const Session& session, const std::vector<Step>& all, Moment from, Us latest) {
    for (const Step& step : all) {
        if (session.moment_of(step.passing) < from || session.heard[step.passing].at() > latest) continue;
        if (session.rules.start == timing::Start::own || ranked(session, step.passing).front() == step.who) return step;
    }
    return std::nullopt;
}

/// Zero where the rules say laps after the time; nothing, and a close, where the leader does not come.
std::optional<Zero> zero_plus(const Session& session, const std::vector<Step>& all, Us time, Us latest,
                              Ending& ending) {
    const std::optional<Step> first = leader(session, all, {time, 0}, latest);
    if (!first) {
        ending.close = {latest + 1, 0};
        return std::nullopt;
    }
    for (const Step& step : all) {
        if (step.passing > first->passing && step.laps >= first->laps + session.rules.end.plus_laps) {
            return Zero{session.moment_of(step.passing)};
        }
    }
    return std::nullopt;
}

std::optional<Zero> zero_of_rules(const Session& session, const std::vector<Step>& all, Ending& ending) {
    const timing::End& end = session.rules.end;
    std::optional<Zero> time;
    std::optional<Zero> laps;
    if (end.time_us > 0 && ending.time != never) time = Zero{{ending.time, 0}, true, true};
    if (end.plus_laps > 0) {
        return time ? zero_plus(session, all, ending.time, ending.time + end.grace_us, ending) : std::nullopt;
    }
    for (const Step& step : all) {
        if (end.laps > 0 && step.laps >= end.laps && !laps) laps = Zero{session.moment_of(step.passing)};
    }
    if (end.time_us == 0 || end.laps == 0) return end.time_us > 0 ? time : laps;
    if (end.priority == timing::Priority::last) {
        if (!time || !laps) return std::nullopt;
        return time->at < laps->at ? laps : time;
    }
    if (!time || !laps) return time ? time : laps;
    return time->at < laps->at ? time : laps;
}

void set_flag(const Session& session, const std::vector<Step>& all, const Zero& zero, Ending& ending) {
    const timing::End& end = session.rules.end;
    ending.flag = zero.at;
    if (zero.awaits_leader && end.how == EndHow::leader_first) {
        const std::optional<Step> first = leader(session, all, zero.at, zero.at.at + end.grace_us);
        if (!first) {
            ending.flag.reset();
            ending.close = {zero.at.at + end.grace_us + 1, 0};
            return;
        }
        ending.flag = session.moment_of(first->passing);
    }
    ending.close = {ending.flag->at + end.grace_us + 1, 0};
    if (end.how == EndHow::immediate) {
        ending.close = zero.is_time ? Moment{zero.at.at + 1, 0} : after(zero.at);
    }
}

Ending ending(const Session& session, const Group& group) {
    Ending its;
    const std::vector<Step> all = steps(session, group);
    if (group.start) its.time = session.clock_reaches(*group.start, session.rules.end.time_us);
    if (session.end_is_set) {
        its.follows_flag = true;
        for (const Step& step : all) {
            if (!session.heard[step.passing].is_remarked(RemarkKind::first_finisher)) continue;
            set_flag(session, all, Zero{session.moment_of(step.passing)}, its);
            break;
        }
        return its;
    }
    std::optional<Zero> zero = zero_of_rules(session, all, its);
    const Moment official{session.chequered, 0};
    if (session.chequered != never && official < its.close && (!zero || official < zero->at)) {
        // A clock that a crossing starts at the very moment of the flag had not started when it was shown.
        const Us begun = session.chequered - (session.rules.start == timing::Start::signal ? 0 : 1);
        const bool has_begun = group.start.has_value() && *group.start <= begun;
        zero = Zero{official, true, has_begun};
        its.close = {};
        its.follows_flag = true;
    }
    if (zero) set_flag(session, all, *zero, its);
    // Alone on the track: who has not started when officials end it does not start any more.
    const bool is_own = session.rules.start == timing::Start::own;
    if (is_own && zero && zero->at == official && !zero->awaits_leader) its.close = official;
    return its;
}

/// Whether a crossing of one who has not finished is his last.
bool is_last(const Session& session, const Ending& ending, const Step& step) {
    const timing::End& end = session.rules.end;
    if (end.how == EndHow::immediate) return false;
    const bool behind_flag = ending.flag && session.moment_of(step.passing) >= *ending.flag;
    if (end.how != EndHow::full_distance || ending.follows_flag) return behind_flag;
    const bool far = step.laps >= end.laps;
    const bool late = end.time_us > 0 && session.heard[step.passing].at() >= ending.time;
    if (end.time_us == 0) return far;
    return end.priority == timing::Priority::first ? far || late : far && late;
}

/// Takes away what a competitor passed behind the end.
void cut(Session& session, std::size_t who, Moment from) {
    Drive& drive = session.drives[who];
    const auto behind = [&](std::size_t passing) { return session.moment_of(passing) >= from; };
    for (std::size_t i = 0; i < session.heard.size(); ++i) {
        Heard& its = session.heard[i];
        const bool may = its.verdict >= Verdict::after_finish;
        if (its.who == who && may && behind(i)) its.verdict = Verdict::after_finish;
    }
    std::erase_if(drive.crossings, behind);
    std::erase_if(drive.laps, [&](const Lap& lap) { return behind(lap.passing); });
}

bool is_past(const Session& session, Moment moment) { return moment.at <= session.story.now.us; }

void end_member(Session& session, const Ending& ending, std::size_t who) {
    Drive& drive = session.drives[who];
    const bool all_start = session.rules.first_crossing == timing::FirstCrossing::ends_lap;
    const bool immediate = session.rules.end.how == EndHow::immediate;
    cut(session, who, ending.close);
    for (const Step& step : steps(session, {{who}, {}})) {
        if (!is_last(session, ending, step)) continue;
        drive.took_flag = true;
        cut(session, who, after(session.moment_of(step.passing)));
        break;
    }
    const bool shown = ending.flag && is_past(session, *ending.flag);
    const bool started =
        !drive.crossings.empty() && ending.flag && session.moment_of(drive.crossings.front()) <= *ending.flag;
    if (shown && !immediate && !all_start && !started) {
        drive.closed = true;
        drive.took_flag = false;
        cut(session, who, *ending.flag);
    }
    if (immediate && shown) drive.took_flag = !drive.crossings.empty();
    drive.over = drive.took_flag || drive.closed || (ending.close.at != never && is_past(session, ending.close)) ||
                 (immediate && shown) || session.story.now.us >= session.finish;
    // His own run has not begun: it is over when officials end the session or call everybody in, and not before.
    const bool waits = session.rules.start == timing::Start::own && drive.crossings.empty();
    const Us called = session.end_is_set ? never : session.chequered;
    if (waits) drive.over = session.story.now.us >= std::min(session.finish, called);
}

timing::SessionState state_of_all(const Session& session, const Ending& ending) {
    using enum timing::SessionState;
    const Us now = session.story.now.us;
    const std::optional<Us> start = session.clock_start();
    if (now >= session.finish) return finished;
    const bool shown = ending.flag && is_past(session, *ending.flag);
    if (!shown && (!start || *start > now)) return waiting;
    if (shown && session.rules.end.how == EndHow::immediate) return finished;
    if (ending.close.at != never && is_past(session, ending.close)) return finished;
    const bool all_start = session.rules.first_crossing == timing::FirstCrossing::ends_lap;
    const bool all_over = std::ranges::all_of(
        session.drives, [&](const Drive& drive) { return drive.over || (drive.crossings.empty() && !all_start); });
    if (shown) return all_over ? finished : finishing;
    const bool is_red = std::ranges::any_of(session.reds, [&](const Red& red) { return red.holds(now); });
    return is_red ? suspended : running;
}

timing::SessionState state_of_own(const Session& session) {
    using enum timing::SessionState;
    const auto has_started = [](const Drive& drive) { return !drive.crossings.empty(); };
    if (session.story.now.us >= session.finish) return finished;
    if (std::ranges::none_of(session.drives, has_started))
        return !session.end_is_set && session.chequered <= session.story.now.us ? finished : waiting;
    if (std::ranges::all_of(session.drives, [&](const Drive& drive) { return drive.over || !has_started(drive); }))
        return finished;
    const bool is_red =
        std::ranges::any_of(session.reds, [&](const Red& red) { return red.holds(session.story.now.us); });
    return is_red ? suspended : running;
}

}  // namespace

void find_end(Session& session) {
    std::vector<std::size_t> everybody(session.field.size());
    std::iota(everybody.begin(), everybody.end(), 0);
    if (session.rules.start == timing::Start::own) {
        for (const std::size_t who : everybody) {
            const Drive& drive = session.drives[who];
            std::optional<Us> start;
            if (!drive.crossings.empty()) start = session.heard[drive.crossings.front()].at();
            end_member(session, ending(session, {{who}, start}), who);
        }
        session.state = state_of_own(session);
        return;
    }
    const Ending its = ending(session, {everybody, session.clock_start()});
    for (const std::size_t who : everybody) end_member(session, its, who);
    session.state = state_of_all(session, its);
}

}  // namespace chicane::sessions::auditor
