// A session's life: planned, armed, started, extended, finished, aborted, closed.
#include <algorithm>
#include <cstdlib>

#include "sessions/conductor/decision.hpp"
#include "sessions/rules/check.hpp"
#include "sessions/rules/defaults.hpp"
#include "timing/limits.hpp"

namespace chicane::sessions::conductor {

using Phase = SessionView::Phase;

namespace {

bool may_run(Phase phase) { return phase == Phase::armed || phase == Phase::running || phase == Phase::finishing; }

/// Of a plan as it runs here: its loops are the track's, and who stands on the line makes no laps.
Setup placed(Setup setup, const TrackOptions& track) {
    setup.loops = loops_of(track);
    setup.rules.stray_gap_us = rules::stray_gap_us(setup.rules.min_lap_us);
    return setup;
}

/// A decoder that was removed since has told of the session's passings, and without its loop they would be of the finish line: it
/// stays where it was in the order, so that a main decoder stays the main one.
void keep_gone(std::vector<LoopSetup>& loops, const std::vector<LoopSetup>& before) {
    for (std::size_t i = 0; i < before.size() && loops.size() < timing::loops_max; ++i) {
        if (std::ranges::find(loops, before[i].decoder, &LoopSetup::decoder) != loops.end()) continue;
        loops.insert(loops.begin() + static_cast<std::ptrdiff_t>(std::min(i, loops.size())), before[i]);
    }
}

std::optional<Refusal> fault_of(const Setup& setup) {
    if (setup.id.empty() || setup.id.starts_with("open_")) {
        return Refusal{RefusalCode::bad_setup, "id: expected one that no practice has"};
    }
    const auto fault = rules::check(setup);
    if (!fault) return std::nullopt;
    return Refusal{RefusalCode::bad_setup, std::string(fault->key) + ": " + std::string(fault->what)};
}

}  // namespace

Decision::Answer Decision::step(const std::string& session, Step step, std::initializer_list<Phase> allowed) {
    const auto found = find(session);
    if (!found) return std::unexpected(found.error());
    for (const Phase phase : allowed) {
        if (phase == found->phase) return one(found->track->options.id, StepKept{session, step, found->now});
    }
    return refuse_state(session, found->phase);
}

Decision::Answer Decision::operator()(const StageSession& ask) {
    const auto track = find_track(ask.setup.track);
    if (!track) return std::unexpected(track.error());
    Setup setup = placed(ask.setup, (*track)->options);
    const Track* before = centre_.track_of_session(setup.id);
    const Life* life = before ? before->log.timeline().find(setup.id) : nullptr;
    if (life && life->armed_at) keep_gone(setup.loops, life->setup.loops);
    if (const auto fault = fault_of(setup)) return std::unexpected(*fault);
    if (!life || !life->armed_at) {  // no race stops for what was given before the tag was a sync transponder
        for (const EntrantSetup& entrant : setup.entrants)
            for (const timing::TransponderId tag : entrant.transponders)
                if (const auto free = not_for_sync(tag); !free) return std::unexpected(free.error());
    }
    if (before && before != *track) {
        return refuse(RefusalCode::bad_state, setup.id + " is on the track " + before->options.id);
    }
    std::size_t planned = 0;
    for (const auto& [id, each] : centre_.tracks) planned += each.log.timeline().planned();
    if (!life && planned >= planned_max) {
        return refuse(RefusalCode::too_many, "more than " + std::to_string(planned_max) + " planned sessions");
    }
    if (life && life->setup == setup) return std::vector<Entry>{};
    return one(ask.setup.track, SetupKept{std::move(setup)});
}

Decision::Answer Decision::operator()(const ArmSession& ask) {
    const auto found = find(ask.session);
    if (!found) return std::unexpected(found.error());
    if (found->phase != Phase::staged) return refuse_state(ask.session, found->phase);
    if (const auto free = not_in_emergency(*found->track); !free) return std::unexpected(free.error());
    const timing::DecoderTime at = found->track->clock.after_all(now_);
    const std::string& track = found->track->options.id;
    std::vector<Entry> entries;
    if (const auto open = found->track->log.timeline().open()) {
        const auto other = find(*open);
        if (!other) return std::unexpected(other.error());
        if (other->phase != Phase::finished) return refuse_state(*open, other->phase);
        entries.push_back(entry(track, StepKept{*open, Step::close, at}));
    }
    Setup setup = placed(found->life->setup, found->track->options);
    if (setup != found->life->setup) entries.push_back(entry(track, SetupKept{std::move(setup)}));
    entries.push_back(entry(track, StepKept{ask.session, Step::arm, at}));
    return entries;
}

Decision::Answer Decision::start(const Found& session, timing::DecoderTime at) const {
    const Life& life = *session.life;
    if (life.setup.rules.start != timing::Start::signal) {
        return refuse(RefusalCode::bad_state, life.setup.id + " starts by its first passing, not by a signal");
    }
    if (life.started || !may_run(session.phase)) return refuse_state(life.setup.id, session.phase);
    if (at < *life.armed_at) return refuse(RefusalCode::bad_state, "the signal lies before the arming");
    if (const auto free = not_in_emergency(*session.track); !free) return std::unexpected(free.error());
    return one(session.track->options.id, StepKept{life.setup.id, Step::start, at});
}

Decision::Answer Decision::operator()(const StartSession& ask) {
    const auto found = find(ask.session);
    if (!found) return std::unexpected(found.error());
    if (found->phase != Phase::armed) return refuse_state(ask.session, found->phase);
    return start(*found, ask.at ? found->track->clock.at(*ask.at) : std::max(found->now, *found->life->armed_at));
}

Decision::Answer Decision::operator()(const ExtendSession& ask) {
    const auto found = find(ask.session);
    if (!found) return std::unexpected(found.error());
    const timing::End& end = found->life->setup.rules.end;
    if (!may_run(found->phase) && found->phase != Phase::finished) return refuse_state(ask.session, found->phase);
    if (ask.more_us == 0 && ask.more_laps == 0) return refuse(RefusalCode::bad_setup, "expected more time or laps");
    if ((ask.more_us != 0 && end.time_us == 0) || (ask.more_laps != 0 && end.laps == 0)) {
        return refuse(RefusalCode::bad_setup, ask.session + " does not end by that");
    }
    if (std::abs(ask.more_us) > timing::session_us_max || std::abs(ask.more_laps) > more_laps_max) {
        return refuse(RefusalCode::bad_setup, "expected at most 48 h or " + std::to_string(more_laps_max) + " laps");
    }
    return one(found->track->options.id, ExtensionKept{ask.session, ask.more_us, ask.more_laps, found->now});
}

Decision::Answer Decision::operator()(const FinishSession& ask) {
    return step(ask.session, Step::finish, {Phase::running, Phase::finishing});
}

Decision::Answer Decision::operator()(const AbortSession& ask) {
    return step(ask.session, Step::abort, {Phase::armed, Phase::running, Phase::finishing, Phase::finished});
}

Decision::Answer Decision::operator()(const CloseSession& ask) {
    auto closed = step(ask.session, Step::close, {Phase::finished});
    if (!closed) return closed;
    const Track& track = *centre_.track_of_session(ask.session);
    std::get<StepKept>(closed->front().body).at = track.clock.after_all(now_);
    return closed;
}

Decision::Answer Decision::operator()(const SayOfficial& ask) {
    const auto found = find(ask.session);
    if (found && found->life->official)
        return refuse(RefusalCode::stands_already, "the result of " + ask.session + " is official already");
    return step(ask.session, Step::official, {Phase::finished, Phase::closed});
}

}  // namespace chicane::sessions::conductor
