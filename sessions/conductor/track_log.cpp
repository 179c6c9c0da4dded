#include "sessions/conductor/track_log.hpp"

#include <algorithm>
#include <variant>

#include "sessions/officials.hpp"
#include "timing/words.hpp"

namespace chicane::sessions::conductor {

namespace {

using timing::DecoderTime;

std::optional<LogEvent> event_of(const Entry& entry) {
    const Life life = life_of({&entry, 1});
    if (life.events.empty()) return std::nullopt;
    return life.events.front();
}

timing::Message flag_message(const Entry& entry, timing::Flag flag) {
    return {entry.seq, entry.at.us / 1000, timing::MessageKind::flag, {}, std::string(timing::word(flag))};
}

/// What everybody is told of an entry.
std::optional<timing::Message> message_of(const Entry& entry) {
    if (const auto* said = std::get_if<MessageKept>(&entry.body))
        return timing::Message{entry.seq, entry.at.us / 1000, said->kind, said->number, said->text};
    // A post's flag is on the board for as long as it is out, and no news for everybody.
    if (const auto* shown = std::get_if<FlagKept>(&entry.body); shown && shown->post == 0)
        return flag_message(entry, shown->flag);
    const auto* step = std::get_if<StepKept>(&entry.body);
    if (step && step->step == Step::start) return flag_message(entry, timing::Flag::green);
    if (step && step->step == Step::finish) return flag_message(entry, timing::Flag::chequered);
    return std::nullopt;
}

/// What the engine gets for a crossing that an official gave to somebody.
PassingKept passing_of(const CrossingKept& crossing) {
    PassingKept kept;
    kept.device = crossing.device;
    kept.place = crossing.place;
    kept.epoch = crossing.epoch;
    kept.passing.transponder = crossing.transponder;
    kept.passing.time_us = crossing.at.us;
    kept.manual = crossing.manual;
    return kept;
}

}  // namespace

void TrackLog::take(const Entry& entry) {
    if (auto message = message_of(entry)) {
        messages_.insert(messages_.begin(), std::move(*message));
        if (messages_.size() > messages_max) messages_.pop_back();
    }
    if (const auto* crossing = std::get_if<CrossingKept>(&entry.body)) {
        timeline_.keep(entry);
        insert(passings_.keep(entry.seq, passing_of(*crossing)));
    } else if (const auto* passing = std::get_if<PassingKept>(&entry.body)) {
        insert(passings_.keep(entry.seq, *passing));
    } else if (const auto* moved = std::get_if<EpochMoved>(&entry.body)) {
        passings_.move(entry.seq, *moved);
        rebuild();
    } else if (const auto* assignment = std::get_if<AssignmentKept>(&entry.body)) {
        take_assignment({entry.seq, assignment->transponder, assignment->holder, assignment->from});
    } else if (const auto* kart = std::get_if<KartKept>(&entry.body)) {
        for (auto& [id, live] : windows_) live.window.name_kart(kart->id, kart->number);
    } else if (const auto* undo = std::get_if<UndoKept>(&entry.body)) {
        take_undo(undo->of);
    } else if (!std::holds_alternative<MessageKept>(entry.body)) {
        take_session(entry);
    }
}

void TrackLog::take_assignment(const transponders::Assignment& given) {
    for (auto& [id, live] : windows_) live.window.insert({given.sequence, given});
    std::erase_if(times_, [&](const auto& known) {
        const auto span = timeline_.span(known.first);
        return !span || span->until > given.from;
    });
}

/// What a window takes as an event it is told; else its bounds or its setup are others, and it is made anew.
void TrackLog::take_session(const Entry& entry) {
    timeline_.keep(entry);
    if (is_official(entry.body)) return;
    if (std::holds_alternative<SetupKept>(entry.body)) return take_setup(session_of(entry.body));
    const auto event = event_of(entry);
    if (!event) return rebuild();
    const auto live = windows_.find(session_of(entry.body));
    if (live != windows_.end()) live->second.window.insert(*event);
}

/// Bounds stay as they are: no other session's window knows of it.
void TrackLog::take_setup(const std::string& session) {
    times_.erase(session);
    const auto live = windows_.find(session);
    if (live != windows_.end()) live->second.window.configure(armed_setup(*timeline_.find(session)));
}

void TrackLog::hold(const Entry& entry) { passings_.keep(entry.seq, std::get<PassingKept>(entry.body)); }

void TrackLog::show(std::uint64_t seq) {
    if (const LoggedPassing* passing = passings_.find(seq)) insert(*passing);
}

void TrackLog::insert(const LoggedPassing& passing) {
    const auto home = timeline_.home(passing.raw.time);
    if (!home) return;
    times_.erase(*home);
    const auto live = windows_.find(*home);
    if (live == windows_.end()) return;  // made of the log when somebody asks for it
    if (live->second.window.insert(passing.seq, passing.raw).taken == Taken::applied)
        live->second.seen.note(passing.raw);
}

void TrackLog::take_undo(std::uint64_t of) {
    std::erase_if(messages_, [&](const timing::Message& message) { return message.id == of; });
    const Entry* undone = timeline_.entry(of);
    const bool official = undone && is_official(undone->body);
    const auto session = timeline_.remove(of);
    if (official) return;
    passings_.remove(of);
    const auto live = session ? windows_.find(*session) : windows_.end();
    // What a window knows as an event it takes back; else its bounds or its register are others, and it is made anew.
    if (live == windows_.end() || live->second.window.remove(of).taken != Taken::applied) rebuild();
}

std::optional<std::string> TrackLog::shown(DecoderTime now) const {
    if (auto open = timeline_.open()) return open;
    return timeline_.home(now);
}

LiveWindow* TrackLog::window(const std::string& session, const Fleet& fleet) {
    if (const auto live = windows_.find(session); live != windows_.end()) return &live->second;
    const Life* life = timeline_.find(session);
    if (!life || !life->armed_at) return nullptr;
    if (windows_.size() >= windows_max) {
        const auto open = timeline_.open();
        std::erase_if(windows_, [&](const auto& live) { return live.first != open; });
    }
    return &windows_.emplace(session, make(session, *life, fleet)).first->second;
}

Times TrackLog::times(const std::string& session, const Fleet& fleet, DecoderTime now) {
    if (const auto known = times_.find(session); known != times_.end()) return known->second;
    const LiveWindow* live = window(session, fleet);
    if (!live) return {};
    Times times{live->window.clock_started(), live->window.finished_at(now)};
    if (times.started > now) times.started.reset();
    if (timeline_.find(session)->closed_at) times_[session] = times;
    return times;
}

void TrackLog::rebuild() {
    windows_.clear();
    times_.clear();
}

LiveWindow TrackLog::make(const std::string& session, const Life& life, const Fleet& fleet) const {
    LiveWindow live{Window(armed_setup(life), fleet.tags_before(life.armed_seq)), {}};
    for (const auto& [id, kart] : fleet.karts()) live.window.name_kart(id, kart.number);
    for (const auto& given : fleet.assigned_since(life.armed_seq)) live.window.insert({given.sequence, given});
    std::vector<LogEvent> events = life.events;
    const auto at = [](const LogEvent& event) { return applied_at(event.what); };
    std::ranges::stable_sort(events, {}, at);
    std::vector<const LoggedPassing*> own;
    const Span span = *timeline_.span(session);
    for (const LoggedPassing& passing : passings_.all()) {
        if (!span.contains(passing.raw.time)) continue;
        if (!life.practice || timeline_.home(passing.raw.time) == session) own.push_back(&passing);
    }
    // In order of time nothing displaces what is there already.
    std::ranges::stable_sort(own, {}, [](const LoggedPassing* passing) { return passing->raw.time; });
    auto event = events.begin();
    for (const LoggedPassing* passing : own) {
        for (; event != events.end() && at(*event) <= passing->raw.time; ++event) live.window.insert(*event);
        live.window.insert(passing->seq, passing->raw);
        live.seen.note(passing->raw);
    }
    for (; event != events.end(); ++event) live.window.insert(*event);
    return live;
}

void TrackLog::forget_before(DecoderTime time) {
    timeline_.forget_before(time);
    passings_.forget_before(time);
    rebuild();
}

}  // namespace chicane::sessions::conductor
