#include "sessions/conductor/decision.hpp"

#include <algorithm>

#include "sessions/conductor/conductor_track.hpp"
#include "timing/limits.hpp"

namespace chicane::sessions::conductor {
namespace {

using Phase = SessionView::Phase;

std::unexpected<Refusal> refuse(RefusalCode code, std::string detail) {
    return std::unexpected(Refusal{code, std::move(detail)});
}

std::string_view word(Phase phase) {
    switch (phase) {
        case Phase::staged:
            return "planned";
        case Phase::armed:
            return "armed";
        case Phase::running:
            return "running";
        case Phase::finishing:
            return "finishing";
        case Phase::finished:
            return "finished";
        case Phase::closed:
            return "closed";
    }
    return "";
}

/// Two entrants with one tag, or more of them than a session takes.
std::optional<std::string> fault_of(const Setup& setup) {
    if (setup.entrants.size() > timing::entrants_max)
        return "more than " + std::to_string(timing::entrants_max) + " entrants";
    std::map<timing::TransponderId, std::string> tags;
    std::map<timing::KartId, std::string> karts;
    for (const EntrantSetup& entrant : setup.entrants) {
        for (const auto tag : entrant.transponders)
            if (!tags.emplace(tag, entrant.number).second)
                return "transponder " + std::to_string(tag.value) + " is on two entrants";
        if (entrant.kart && !karts.emplace(*entrant.kart, entrant.number).second)
            return "kart " + entrant.number + " is given twice";
    }
    return std::nullopt;
}

}  // namespace

Decision::Decision(const Conductor& conductor, const Command& command, timing::HostTime now)
    : conductor_(conductor), command_(command), now_(now) {}

Decision::Answer Decision::decide() const { return std::visit(*this, command_.ask); }

Decided Decision::one(const std::string& track, EntryBody body) const {
    return Decided{{Entry{0, track, now_, command_.by, std::move(body)}}, 0};
}

std::expected<Decision::Found, Refusal> Decision::find(const std::string& session) const {
    const Conductor::Track* track = conductor_.track_of_session(session);
    if (!track) return refuse(RefusalCode::unknown_session, "no session " + session);
    Found found;
    found.log = &track->log;
    found.record = &track->log.sessions().at(session);
    found.now = track->log.now(now_);
    found.phase = found.record->phase(found.now);
    return found;
}

Decision::Answer Decision::step(const std::string& session, Step step, std::initializer_list<Phase> allowed) const {
    const auto found = find(session);
    if (!found) return std::unexpected(found.error());
    if (std::ranges::find(allowed, found->phase) == allowed.end())
        return refuse(RefusalCode::bad_state, session + " is " + std::string(word(found->phase)));
    return one(found->log->options().id, StepKept{session, step, found->now});
}

Decision::Answer Decision::operator()(const StageSession& ask) const {
    const auto track = conductor_.tracks_.find(ask.setup.track);
    if (track == conductor_.tracks_.end()) return refuse(RefusalCode::unknown_track, "no track " + ask.setup.track);
    if (auto fault = fault_of(ask.setup)) return refuse(RefusalCode::bad_setup, *fault);
    const Conductor::Track* elsewhere = conductor_.track_of_session(ask.setup.id);
    if (elsewhere && elsewhere != track->second.get())
        return refuse(RefusalCode::bad_state, ask.setup.id + " is on another track");
    if (!elsewhere && track->second->log.sessions().size() >= sessions_max)
        return refuse(RefusalCode::too_many, "more than " + std::to_string(sessions_max) + " sessions");
    return one(ask.setup.track, SetupKept{ask.setup});
}

Decision::Answer Decision::operator()(const ArmSession& ask) const {
    auto armed = step(ask.session, Step::arm, {Phase::staged});
    if (!armed) return armed;
    const Conductor::Track* track = conductor_.track_of_session(ask.session);
    if (const SessionRecord* open = track->log.current()) {
        const timing::DecoderTime now = track->log.now(now_);
        if (open->phase(now) != Phase::finished)
            return refuse(RefusalCode::bad_state, open->setup().id + " is " + std::string(word(open->phase(now))));
        // The next session takes the track from one that is over.
        armed->entries.insert(armed->entries.begin(), Entry{0, track->log.options().id, now_, command_.by,
                                                            StepKept{open->setup().id, Step::close, now}});
    }
    return armed;
}

Decision::Answer Decision::operator()(const StartSession& ask) const {
    const auto found = find(ask.session);
    if (!found) return std::unexpected(found.error());
    if (found->phase != Phase::armed)
        return refuse(RefusalCode::bad_state, ask.session + " is " + std::string(word(found->phase)));
    if (found->record->setup().rules.start != timing::Start::signal)
        return refuse(RefusalCode::bad_state, ask.session + " starts by its first passing, not by a signal");
    const timing::DecoderTime at = ask.at ? found->log->clock().at(*ask.at) : found->now;
    if (at < *found->record->armed_at()) return refuse(RefusalCode::bad_state, "the signal lies before the arming");
    return one(found->log->options().id, StepKept{ask.session, Step::start, at});
}

Decision::Answer Decision::operator()(const ShowFlag& ask) const {
    const auto track = conductor_.tracks_.find(ask.track);
    if (track == conductor_.tracks_.end()) return refuse(RefusalCode::unknown_track, "no track " + ask.track);
    const TrackLog& log = track->second->log;
    const SessionRecord* session = log.current();
    const timing::DecoderTime now = log.now(now_);
    const Phase phase = session ? session->phase(now) : Phase::closed;
    // F1 on an armed session is the start signal.
    if (session && phase == Phase::armed && ask.flag == timing::Flag::green &&
        session->setup().rules.start == timing::Start::signal)
        return one(ask.track, StepKept{session->setup().id, Step::start, now});
    if (phase != Phase::running && phase != Phase::finishing)
        return refuse(RefusalCode::bad_state, "no session is running on " + ask.track);
    return one(ask.track, FlagKept{session->setup().id, ask.flag, now});
}

Decision::Answer Decision::operator()(const ExtendSession& ask) const {
    const auto found = find(ask.session);
    if (!found) return std::unexpected(found.error());
    const bool goes =
        found->phase == Phase::armed || found->phase == Phase::running || found->phase == Phase::finishing;
    if (!goes) return refuse(RefusalCode::bad_state, ask.session + " is " + std::string(word(found->phase)));
    return one(found->log->options().id, ExtensionKept{ask.session, ask.more_us, ask.more_laps, found->now});
}

Decision::Answer Decision::operator()(const FinishSession& ask) const {
    return step(ask.session, Step::finish, {Phase::running, Phase::finishing});
}

Decision::Answer Decision::operator()(const AbortSession& ask) const {
    return step(ask.session, Step::abort, {Phase::armed, Phase::running, Phase::finishing, Phase::finished});
}

Decision::Answer Decision::operator()(const CloseSession& ask) const {
    return step(ask.session, Step::close, {Phase::finished});
}

Decision::Answer Decision::operator()(const PutKart& ask) const {
    for (const auto& [id, kart] : conductor_.karts_)
        if (id != ask.id && kart.number == ask.number)
            return refuse(RefusalCode::number_taken, "kart " + ask.number + " is there already");
    if (!conductor_.karts_.contains(ask.id) && conductor_.karts_.size() >= karts_max)
        return refuse(RefusalCode::too_many, "more than " + std::to_string(karts_max) + " karts");
    return one("", KartKept{ask.id, ask.number, ask.class_name, ask.out_of_service, false});
}

Decision::Answer Decision::operator()(const RemoveKart& ask) const {
    const auto kart = conductor_.karts_.find(ask.id);
    if (kart == conductor_.karts_.end())
        return refuse(RefusalCode::unknown_kart, "no kart " + std::to_string(ask.id.value));
    return one("", KartKept{ask.id, kart->second.number, kart->second.class_name, true, true});
}

Decision::Answer Decision::operator()(const AssignTransponder& ask) const {
    AssignmentKept kept{ask.transponder, transponders::Nobody{}, {}, ""};
    const Conductor::Track* track = nullptr;
    if (ask.entrant) {
        const auto found = find(ask.session.value_or(""));
        if (!found) return std::unexpected(found.error());
        if (std::ranges::find(found->record->setup().entrants, *ask.entrant, &EntrantSetup::id) ==
            found->record->setup().entrants.end())
            return refuse(RefusalCode::unknown_entrant,
                          "no entrant " + std::to_string(ask.entrant->value) + " in " + *ask.session);
        kept.holder = *ask.entrant;
        kept.session = *ask.session;
        track = conductor_.track_of_session(*ask.session);
    } else if (ask.kart) {
        if (!conductor_.karts_.contains(*ask.kart))
            return refuse(RefusalCode::unknown_kart, "no kart " + std::to_string(ask.kart->value));
        kept.holder = *ask.kart;
    }
    // The track where the tag is heard decides since when it holds; a tag that nobody heard holds from now.
    for (const auto& [id, each] : conductor_.tracks_)
        if (!track && each->log.knows(ask.transponder)) track = each.get();
    if (!track) track = conductor_.tracks_.begin()->second.get();
    const timing::DecoderTime now = track->log.now(now_);
    const Window* window = track->log.shown();
    const timing::DecoderTime begin = track->log.shown_begin().value_or(now);
    kept.from = ask.from.value_or(conductor_.register_.default_from(ask.transponder, kept.holder, begin, now));
    Decided decided = one("", kept);
    if (window)
        for (const JudgedPassing& passing : window->passings_of(ask.transponder))
            decided.adopted_passings += passing.raw.time >= kept.from;
    return decided;
}

Decision::Answer Decision::operator()(const PostMessage& ask) const {
    if (!conductor_.tracks_.contains(ask.track)) return refuse(RefusalCode::unknown_track, "no track " + ask.track);
    return one(ask.track, MessageKept{ask.kind, ask.number, ask.text});
}

Decision::Answer Decision::operator()(const SeeAlarm&) const { return Decided{}; }

Decision::Answer Decision::operator()(const UndoAction& ask) const {
    const auto track = conductor_.tracks_.find(ask.track);
    if (track == conductor_.tracks_.end()) return refuse(RefusalCode::unknown_track, "no track " + ask.track);
    for (const Action& action : track->second->actions)
        if (action.undoable && !action.undone) return one(ask.track, UndoKept{action.seq});
    return refuse(RefusalCode::nothing_to_undo,
                  "nothing of the last " + std::to_string(actions_max) + " actions can be taken back");
}

}  // namespace chicane::sessions::conductor
