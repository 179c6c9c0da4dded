#include "sessions/conductor/track_show.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

namespace {

using timing::DecoderTime;

const EntrantSetup* entered(const Setup& setup, timing::EntrantId id) {
    const auto found = std::ranges::find(setup.entrants, id, &EntrantSetup::id);
    return found == setup.entrants.end() ? nullptr : &*found;
}

bool is_in_setup(const Setup& setup, timing::TransponderId tag) {
    return std::ranges::any_of(setup.entrants, [&](const EntrantSetup& entrant) {
        return std::ranges::find(entrant.transponders, tag) != entrant.transponders.end();
    });
}

/// Whether somebody has the tag, of the session or of the fleet; an entrant of another session is nobody here.
bool is_held(const Setup& setup, const Fleet& fleet, timing::TransponderId tag, DecoderTime at) {
    const auto holder = fleet.tags().holder(tag, at);
    if (!holder) return is_in_setup(setup, tag);
    if (const auto* id = std::get_if<timing::EntrantId>(&*holder))
        return entered(setup, *id) || is_in_setup(setup, tag);
    return std::holds_alternative<timing::KartId>(*holder);
}

void name(StripPassing& passing, const Setup& setup, const Fleet& fleet) {
    if (const EntrantSetup* who = passing.entrant ? entered(setup, *passing.entrant) : nullptr) {
        passing.number = who->number;
        passing.name = who->name;
        return;
    }
    const auto holder = fleet.tags().holder(passing.transponder, passing.time);
    const auto* id = holder ? std::get_if<timing::KartId>(&*holder) : nullptr;
    if (const Kart* kart = id ? fleet.kart(*id) : nullptr) passing.number = kart->number;
}

SessionView::Phase phase_of(timing::SessionState state) {
    using Phase = SessionView::Phase;
    switch (state) {
        case timing::SessionState::waiting:
            return Phase::armed;
        case timing::SessionState::running:
        case timing::SessionState::suspended:
            return Phase::running;
        case timing::SessionState::finishing:
            return Phase::finishing;
        case timing::SessionState::finished:
            return Phase::finished;
    }
    return Phase::staged;
}

}  // namespace

timing::Board board_of(const Shown& shown, DecoderTime now, std::int64_t hide_us) {
    if (!shown.live) return {};
    timing::Board board = shown.live->window.board(now);
    if (!shown.life->practice) return board;
    if (board.flag == timing::Flag::none) board.flag = timing::Flag::green;
    if (hide_us == 0) return board;
    std::vector<timing::EntrantId> resting;
    for (const LastSeen& seen : shown.live->window.last_seen()) {
        if (us_between(seen.at, now) >= hide_us) resting.push_back(seen.entrant);
    }
    std::erase_if(board.rows,
                  [&](const timing::Row& row) { return std::ranges::find(resting, row.id) != resting.end(); });
    return board;
}

std::optional<DecoderTime> next_rest(const Shown& shown, DecoderTime now, std::int64_t hide_us) {
    std::optional<DecoderTime> next;
    if (!shown.live || !shown.life->practice || hide_us == 0) return next;
    for (const LastSeen& seen : shown.live->window.last_seen()) {
        const DecoderTime rests = timing::later_by(seen.at, hide_us);
        if (rests > now && (!next || rests < *next)) next = rests;
    }
    return next;
}

std::vector<StripPassing> strip_of(const Shown& shown, const TrackLog& log, const Fleet& fleet) {
    std::vector<StripPassing> strip;
    if (!shown.live) return strip;
    for (const JudgedPassing& judged : shown.live->window.last_passings(strip_max)) {
        StripPassing& passing = strip.emplace_back();
        passing.seq = judged.sequence;
        passing.time = judged.raw.time;
        passing.role = judged.role;
        passing.transponder = judged.raw.transponder;
        passing.entrant = judged.entrant;
        passing.verdict = judged.verdict;
        passing.lap_us = judged.lap_us;
        name(passing, shown.life->setup, fleet);
        const LoggedPassing* logged = log.passings().find(judged.sequence);
        if (!logged) continue;
        passing.device = log.passings().device(*logged);
        passing.strength = logged->strength;
        passing.hits = logged->hits;
        passing.host_time = logged->host_time;
        passing.manual = logged->manual;
    }
    return strip;
}

std::vector<UnknownTag> unknown_of(const Shown& shown, const Fleet& fleet, const DismissedTags& dismissed) {
    std::vector<UnknownTag> unknown;
    if (!shown.live) return unknown;
    for (const auto& [tag, seen] : shown.live->seen.all()) {
        if (is_held(shown.life->setup, fleet, tag, seen.last)) continue;
        if (dismissed.contains(shown.life->setup.id, tag)) continue;
        UnknownTag& made = unknown.emplace_back(UnknownTag{tag, seen.passings, seen.first, seen.last, {}});
        const auto last = fleet.last_kart(tag);
        if (const Kart* kart = last ? fleet.kart(*last) : nullptr) made.last_kart = kart->number;
    }
    std::ranges::sort(unknown, std::greater{}, &UnknownTag::last);
    if (unknown.size() > unknown_max) unknown.resize(unknown_max);
    return unknown;
}

SessionTimes session_times(TrackLog& log, const std::string& session, const Fleet& fleet, const TrackClock& clock,
                           timing::HostTime host) {
    SessionTimes made;
    const DecoderTime now = clock.now(host);
    const Life& life = *log.timeline().find(session);
    if (!life.armed_at) return made;
    const Times times = log.times(session, fleet, now);
    if (times.started) made.started_at = clock.host_of(*times.started, host);
    if (times.finished) made.finished_at = clock.host_of(*times.finished, host);
    const bool closed = life.closed_at && (!life.practice || now >= *life.closed_at);
    made.phase = closed ? SessionView::Phase::closed : phase_of(log.window(session, fleet)->window.state(now));
    return made;
}

SessionView session_view(TrackLog& log, const std::string& session, const Fleet& fleet, const TrackClock& clock,
                         timing::HostTime host) {
    const SessionTimes times = session_times(log, session, fleet, clock, host);
    const Life& life = *log.timeline().find(session);
    return {life.setup, times.phase, times.started_at, times.finished_at, life.official};
}

void name_entrant(Action& action, const TrackLog& log, const Shown& shown) {
    if (action.entrant || !action.passing || !shown.live) return;
    const LoggedPassing* logged = log.passings().find(*action.passing);
    if (logged) action.entrant = shown.live->window.entrant_of(logged->raw.transponder, logged->raw.time);
}

}  // namespace chicane::sessions::conductor
