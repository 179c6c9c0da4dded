#include "sessions/conductor/decision.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

namespace {

using Phase = SessionView::Phase;

std::string word(Phase phase) {
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

}  // namespace

std::unexpected<Refusal> refuse(RefusalCode code, std::string detail) {
    return std::unexpected(Refusal{code, std::move(detail)});
}

std::unexpected<Refusal> refuse_state(const std::string& session, Phase phase) {
    return refuse(RefusalCode::bad_state, session + " is " + word(phase));
}

Decision::Decision(CentreLog& centre, const Command& command, timing::HostTime now, std::uint64_t next_seq)
    : centre_(centre), command_(command), now_(now), next_seq_(next_seq) {}

Decision::Answer Decision::decide() { return std::visit(*this, command_.ask); }

Entry Decision::entry(const std::string& track, EntryBody body) const {
    return {0, track, now_, command_.by, std::move(body)};
}

Decision::Answer Decision::one(const std::string& track, EntryBody body) const {
    return std::vector{entry(track, std::move(body))};
}

std::expected<Track*, Refusal> Decision::find_track(const std::string& track) {
    const auto found = centre_.tracks.find(track);
    if (found == centre_.tracks.end()) return refuse(RefusalCode::unknown_track, "no track " + track);
    return &found->second;
}

std::expected<Decision::Found, Refusal> Decision::find(const std::string& session) {
    Track* track = centre_.track_of_session(session);
    if (!track) return refuse(RefusalCode::unknown_session, "no session " + session);
    Found found;
    found.track = track;
    found.life = track->log.timeline().find(session);
    if (found.life->practice) return refuse(RefusalCode::bad_state, session + " is open practice");
    found.now = track->clock.now(now_);
    found.phase = session_times(track->log, session, centre_.fleet, track->clock, now_).phase;
    return found;
}

namespace {

/// What is kept of a flag; its own number is found by the name.
std::expected<FlagKept, Refusal> kept_of(const ShowFlag& ask, const Setup& setup, timing::DecoderTime now) {
    FlagKept kept{setup.id, ask.flag, now, 0, ask.post};
    if (ask.post > timing::posts_max ||
        (ask.post > 0 && ask.flag != timing::Flag::yellow && ask.flag != timing::Flag::green))
        return refuse(RefusalCode::bad_setup,
                      "post: expected yellow or green at a post from 1 to " + std::to_string(timing::posts_max));
    if (ask.name.empty()) return kept;
    for (const timing::FlagRule& rule : setup.rules.flags) {
        if (rule.name.empty()) continue;
        ++kept.own;
        if (rule.name != ask.name) continue;
        kept.flag = rule.flag;
        return kept;
    }
    return refuse(RefusalCode::unknown_flag, "no flag \"" + ask.name + "\" in the rules of " + setup.id);
}

}  // namespace

Decision::Answer Decision::operator()(const ShowFlag& ask) {
    const auto track = find_track(ask.track);
    if (!track) return std::unexpected(track.error());
    // What a flag of the rule-set's own looks like is not known before it is looked up: in an emergency none is shown.
    const bool stays = (ask.flag == timing::Flag::red || ask.flag == timing::Flag::chequered) && ask.name.empty();
    if (const auto free = not_in_emergency(**track); !stays && !free) return std::unexpected(free.error());
    const timing::DecoderTime now = (*track)->clock.now(now_);
    const auto session = (*track)->log.shown(now);
    if (!session) return refuse(RefusalCode::bad_state, "nothing runs on " + ask.track);
    if ((*track)->log.timeline().find(*session)->practice) {
        if (ask.flag == timing::Flag::chequered) return refuse(RefusalCode::bad_state, "open practice has no end");
        const auto kept = kept_of(ask, (*track)->log.timeline().find(*session)->setup, now);
        return kept ? one(ask.track, *kept) : std::unexpected(kept.error());
    }
    const auto found = find(*session);
    if (!found) return std::unexpected(found.error());
    // Green on an armed session is the start signal: the starter has one button.
    const bool everywhere = ask.post == 0 && ask.name.empty();
    if (found->phase == Phase::armed && ask.flag == timing::Flag::green && everywhere)
        return start(*found, std::max(now, *found->life->armed_at));
    if (found->phase != Phase::running && found->phase != Phase::finishing) return refuse_state(*session, found->phase);
    const auto kept = kept_of(ask, found->life->setup, now);
    return kept ? one(ask.track, *kept) : std::unexpected(kept.error());
}

Decision::Answer Decision::operator()(const PostMessage& ask) {
    if (const auto track = find_track(ask.track); !track) return std::unexpected(track.error());
    if (ask.text.empty() || ask.text.size() > message_bytes_max) {
        return refuse(RefusalCode::bad_setup, "text: expected 1 to " + std::to_string(message_bytes_max) + " bytes");
    }
    return one(ask.track, MessageKept{ask.kind, ask.number, ask.text});
}

Decision::Answer Decision::operator()(const SeeAlarm&) { return std::vector<Entry>{}; }

Decision::Answer Decision::operator()(const UndoAction& ask) {
    const auto track = find_track(ask.track);
    if (!track) return std::unexpected(track.error());
    const auto& actions = (*track)->actions;
    const auto newest = std::ranges::find_if(actions, [&](const Action& action) {
        return action.undoable && !action.undone && (!ask.seq || action.seq == *ask.seq);
    });
    const auto undone = [&](const Action& action) { return action.undone && action.seq == ask.seq; };
    if (newest == actions.end() && std::ranges::any_of(actions, undone))
        return refuse(RefusalCode::stands_already, "action " + std::to_string(*ask.seq) + " was taken back already");
    if (newest == actions.end() && ask.seq) {
        return refuse(RefusalCode::nothing_to_undo, "action " + std::to_string(*ask.seq) + " is none of the last " +
                                                        std::to_string(actions_max) + " that can be taken back");
    }
    if (newest == actions.end()) {
        return refuse(RefusalCode::nothing_to_undo,
                      "none of the last " + std::to_string(actions_max) + " actions can be taken back");
    }
    if (const auto free = not_in_emergency(**track); newest->flag && !free) return std::unexpected(free.error());
    return one(ask.track, UndoKept{newest->seq});
}

Decision::Answer Decision::operator()(const RedoAction& ask) {
    const auto track = find_track(ask.track);
    if (!track) return std::unexpected(track.error());
    for (const auto& [id, kept] : (*track)->log.timeline().all()) {
        const auto undone = std::ranges::find(kept.undone, ask.seq, &Entry::seq);
        if (undone == kept.undone.end()) continue;
        if (!std::holds_alternative<CorrectionKept>(undone->body)) break;
        const auto same = [&](const Entry& entry) {
            const auto* stands = std::get_if<CorrectionKept>(&entry.body);
            return stands && stands->what == std::get<CorrectionKept>(undone->body).what;
        };
        if (std::ranges::any_of(kept.entries, same))
            return refuse(RefusalCode::stands_already, "the correction stands already");
        return one(ask.track, undone->body);
    }
    return refuse(RefusalCode::nothing_to_undo,
                  "action " + std::to_string(ask.seq) + " is no correction that was taken back");
}

}  // namespace chicane::sessions::conductor
