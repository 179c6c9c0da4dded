#include "sessions/conductor/conductor.hpp"

#include <algorithm>

#include "sessions/conductor/conductor_track.hpp"
#include "sessions/conductor/decision.hpp"
#include "timing/ensure.hpp"

namespace chicane::sessions::conductor {
namespace {

using timing::DecoderTime;

std::vector<Done::Moved> moved(const timing::Board& before, const timing::Board& after) {
    std::vector<Done::Moved> rows;
    for (const timing::Row& row : after.rows) {
        const auto old = std::ranges::find(before.rows, row.id, &timing::Row::id);
        if (old != before.rows.end() && old->position != row.position)
            rows.push_back({row.number, old->position, row.position});
    }
    return rows;
}

/// What the last ten actions show of an entry; nothing for what nobody did.
std::optional<Action> action_of(const Entry& entry) {
    Action action{entry.seq, entry.at, entry.by, "", "", false, true};
    if (const auto* step = std::get_if<StepKept>(&entry.body)) {
        static constexpr std::string_view words[] = {"arm", "start", "finish", "abort", "close"};
        action.word = words[static_cast<std::size_t>(step->step)];
        action.subject = step->session;
        action.undoable = step->step == Step::start || step->step == Step::finish;
    } else if (const auto* flag = std::get_if<FlagKept>(&entry.body)) {
        static constexpr std::string_view words[] = {"none", "green", "yellow", "slow", "red", "last_lap", "chequered"};
        action.word = "flag_" + std::string(words[static_cast<std::size_t>(flag->flag)]);
        action.subject = flag->session;
    } else if (const auto* more = std::get_if<ExtensionKept>(&entry.body)) {
        action.word = "more_time";
        action.subject = more->session;
    } else if (const auto* given = std::get_if<AssignmentKept>(&entry.body)) {
        action.word = "assign";
        action.subject = std::to_string(given->transponder.value);
    } else if (const auto* message = std::get_if<MessageKept>(&entry.body)) {
        action.word = "message";
        action.subject = message->text;
    } else {
        return std::nullopt;
    }
    return action;
}

DeviceHealth health_of(const TrackLog& log, const DeviceOptions& device, const decoders::link::SourceHealth* source) {
    DeviceHealth health{device.id,
                        log.options().id,
                        device.uri,
                        device.role,
                        device.sector,
                        LinkState::connecting,
                        {},
                        {},
                        {},
                        {},
                        {},
                        log.clock().offset_us(device.id),
                        0,
                        0,
                        0,
                        0,
                        0};
    if (!source) return health;
    static constexpr LinkState states[] = {LinkState::connecting, LinkState::up, LinkState::silent, LinkState::down};
    health.state = states[static_cast<std::size_t>(source->state)];
    if (source->last_byte.us != 0) health.last_byte = source->last_byte;
    if (source->decoder) health.decoder = timing::DecoderId{*source->decoder};
    health.noise = source->last_status.noise;
    health.temperature_c = source->last_status.temperature_c;
    health.voltage_dv = source->last_status.voltage_dv;
    health.passings = source->passings;
    health.garbage = source->garbage_records;
    health.gaps_found = source->gaps_found;
    health.gaps_recovered = source->gaps_recovered;
    health.gaps_lost = source->gaps_lost;
    return health;
}

}  // namespace

Conductor::Conductor(std::vector<TrackOptions> tracks, Journal& journal, Sink& sink, Clock& clock)
    : journal_(journal), sink_(sink), clock_(clock) {
    for (TrackOptions& options : tracks) {
        const std::string id = options.id;
        tracks_.emplace(id, std::make_unique<Track>(std::move(options)));
    }
    timing::ensure(!tracks_.empty(), "a centre has a track");
    journal_.on_durable = [this] { on_durable(); };
}

Conductor::~Conductor() { journal_.on_durable = nullptr; }

void Conductor::restore(std::span<const Entry> entries) {
    for (const Entry& entry : entries) {
        last_seq_ = std::max(last_seq_, entry.seq);
        take(entry);
    }
    for (auto& [id, track] : tracks_) publish(*track);
}

Conductor::Track* Conductor::track_of_device(const std::string& device) {
    for (auto& [id, track] : tracks_)
        if (std::ranges::find(track->log.options().devices, device, &DeviceOptions::id) !=
            track->log.options().devices.end())
            return track.get();
    return nullptr;
}

Conductor::Track* Conductor::track_of_session(const std::string& session) {
    for (auto& [id, track] : tracks_)
        if (track->log.find(session)) return track.get();
    return nullptr;
}

const Conductor::Track* Conductor::track_of_session(const std::string& session) const {
    return const_cast<Conductor*>(this)->track_of_session(session);
}

std::uint64_t Conductor::keep(Entry entry) {
    entry.seq = ++last_seq_;
    journal_.append(entry);
    take(entry);
    return entry.seq;
}

/// The one place where an entry becomes state, live and after a restart alike.
void Conductor::take(const Entry& entry) {
    struct Visitor {
        Conductor& conductor;
        const Entry& entry;
        Track* track;

        void operator()(const PassingKept& kept) const {
            conductor.hear(kept);
            auto& last = conductor.last_[{kept.device, kept.passing.decoder.value_or(0)}];
            const bool newer = kept.epoch > last.epoch || kept.passing.number.value_or(0) > last.number;
            if (last.device.empty() || (kept.epoch >= last.epoch && newer))
                last = {kept.device, kept.passing.decoder.value_or(0), kept.passing.number.value_or(0),
                        kept.passing.time_us, kept.epoch};
            if (track) track->log.take(entry.seq, kept);
        }
        void operator()(const SetupKept& kept) const {
            if (track) track->log.take(kept);
        }
        void operator()(const StepKept& kept) const {
            if (track) track->log.take(entry.seq, kept, entry.at, conductor.register_);
        }
        void operator()(const PracticeKept& kept) const {
            if (track) track->log.take(kept, conductor.register_);
        }
        void operator()(const FlagKept& kept) const {
            if (track) track->log.take(entry.seq, kept);
        }
        void operator()(const ExtensionKept& kept) const {
            if (track) track->log.take(entry.seq, kept);
        }
        void operator()(const TickKept& kept) const {
            if (track) track->log.take(entry.seq, kept);
        }
        void operator()(const MessageKept& kept) const {
            if (track) track->log.take(entry.seq, kept, entry.at);
        }
        void operator()(const KartKept& kept) const {
            if (kept.removed)
                conductor.karts_.erase(kept.id);
            else
                conductor.karts_[kept.id] = {kept.id, kept.number, kept.class_name, kept.out_of_service};
            for (auto& [id, each] : conductor.tracks_) each->log.name_kart(kept.id, kept.number);
        }
        void operator()(const AssignmentKept& kept) const {
            const transponders::Assignment assignment{entry.seq, kept.transponder, kept.holder, kept.from};
            conductor.register_.assign(assignment);
            for (auto& [id, each] : conductor.tracks_) each->log.assign(assignment);
        }
        void operator()(const UndoKept& kept) const {
            conductor.register_.remove(kept.of);
            for (auto& [id, each] : conductor.tracks_) {
                each->log.undo(kept.of);
                const auto action = std::ranges::find(each->actions, kept.of, &Action::seq);
                if (action != each->actions.end()) action->undone = true;
            }
        }
    };
    const auto track = tracks_.find(entry.track);
    std::visit(Visitor{*this, entry, track == tracks_.end() ? nullptr : track->second.get()}, entry.body);
    note_action(entry);
}

void Conductor::note_action(const Entry& entry) {
    const auto action = action_of(entry);
    if (!action) return;
    for (auto& [id, track] : tracks_) {
        if (!entry.track.empty() && id != entry.track) continue;
        track->actions.insert(track->actions.begin(), *action);
        if (track->actions.size() > actions_max) track->actions.pop_back();
    }
}

void Conductor::on_passing(const std::string& device, const decoders::link::ReceivedPassing& received) {
    Track* track = track_of_device(device);
    if (!track) return;
    const std::string& id = track->log.options().id;
    const DecoderTime time{received.passing.time_us};
    try {
        if (const auto practice = track->log.practice_due(time)) keep({0, id, received.received, "", *practice});
        keep({0, id, received.received, "", PassingKept{device, received.epoch, received.received, received.passing}});
        publish(*track);
    } catch (const timing::BrokenInvariant& broken) {
        rebuild(broken.what());
    }
}

void Conductor::on_health(const std::string& device, const decoders::link::SourceHealth& health) {
    Track* track = track_of_device(device);
    if (!track) return;
    using decoders::link::SourceState;
    const timing::HostTime now = clock_.now();
    const auto set = [&](AlarmKind kind, bool holds) {
        holds ? track->alarms.raise(kind, device, 0, true, now) : track->alarms.clear(kind, device, now);
    };
    set(AlarmKind::decoder_silent, health.state == SourceState::silent);
    set(AlarmKind::decoder_lost, health.state == SourceState::down);
    track->health[device] = health;
    publish_view(*track);
}

void Conductor::on_lost(const std::string& device, std::uint32_t from, std::uint32_t until) {
    Track* track = track_of_device(device);
    if (!track) return;
    const std::string range = device + " " + std::to_string(from) + "–" + std::to_string(until);
    track->alarms.raise(AlarmKind::passings_lost, range, static_cast<std::int64_t>(until) - from + 1, true,
                        clock_.now());
    publish_view(*track);
}

void Conductor::handle(const Command& command, std::function<void(Outcome)> done) {
    if (waiting_.size() >= commands_waiting_max)
        return done(std::unexpected(Refusal{RefusalCode::too_many, "too many commands wait for the disk"}));
    const auto* seen = std::get_if<SeeAlarm>(&command.ask);
    auto decided = Decision(*this, command, clock_.now()).decide();
    if (!decided) return done(std::unexpected(decided.error()));
    Done outcome;
    outcome.adopted_passings = decided->adopted_passings;
    if (command.dry_run) return done(outcome);
    std::map<Track*, timing::Board> before;
    for (auto& [id, track] : tracks_) {
        if (seen && track->alarms.see(seen->alarm)) publish_view(*track);
        before[track.get()] = track->shown;
    }
    try {
        for (Entry& entry : decided->entries) outcome.seq = keep(std::move(entry));
    } catch (const timing::BrokenInvariant& broken) {
        rebuild(broken.what());
    }
    for (auto& [track, board] : before) {
        if (decided->entries.empty()) continue;
        publish(*track);
        for (auto& row : moved(board, track->shown)) outcome.moved.push_back(std::move(row));
        sink_.on_sessions(track->log.options().id);
    }
    if (outcome.seq <= journal_.durable()) return done(outcome);
    waiting_.push_back({outcome.seq, outcome, std::move(done)});
}

void Conductor::on_durable() {
    while (!waiting_.empty() && waiting_.front().seq <= journal_.durable()) {
        Waiting answered = std::move(waiting_.front());
        waiting_.pop_front();
        answered.done(answered.outcome);
    }
}

void Conductor::on_wake() {
    const timing::HostTime host = clock_.now();
    for (auto& [id, track] : tracks_) {
        const SessionRecord* session = track->log.current();
        const auto deadline = session ? session->window()->next_deadline(session->window()->newest()) : std::nullopt;
        if (!deadline || *deadline > track->log.now(host)) continue;
        keep({0, id, host, "", TickKept{session->setup().id, *deadline}});
        publish(*track);
    }
    for (auto& [id, track] : tracks_) set_alarm(*track);
}

void Conductor::publish(Track& track) {
    const timing::HostTime host = clock_.now();
    track.shown = track.log.board(host);
    sink_.on_board(track.log.options().id, std::make_shared<const timing::Board>(track.shown));
    publish_view(track);
    set_alarm(track);
}

void Conductor::set_alarm(Track& track) {
    const timing::HostTime host = clock_.now();
    if (const auto deadline = track.log.next_deadline(host)) clock_.wake_at(track.log.clock().host_of(*deadline, host));
}

void Conductor::publish_view(Track& track) {
    auto view = std::make_shared<TrackView>();
    const TrackLog& log = track.log;
    view->track = log.options().id;
    if (const std::string shown = log.shown_id(); !shown.empty()) view->current = shown;
    view->strip = log.strip();
    view->unknown = log.unknown();
    view->actions = track.actions;
    view->alarms = track.alarms.all();
    for (const DeviceOptions& device : log.options().devices) {
        const auto known = track.health.find(device.id);
        view->devices.push_back(health_of(log, device, known == track.health.end() ? nullptr : &known->second));
    }
    sink_.on_view(log.options().id, std::move(view));
}

/// A check failed: the mistake is ours, and the race goes on. The windows are made anew from their logs; race control is told.
void Conductor::rebuild(const std::string& why) {
    for (auto& [id, track] : tracks_) {
        track->alarms.raise(AlarmKind::rebuilt, why, 0, true, clock_.now());
        try {
            track->log.rebuild();
            publish(*track);
        } catch (const timing::BrokenInvariant&) {
            publish_view(*track);  // the log itself breaks the rule; the alarm stays, the last board too
        }
    }
}

std::vector<SessionView> Conductor::sessions(const std::string& track) const {
    std::vector<SessionView> views;
    const auto known = tracks_.find(track);
    if (known == tracks_.end()) return views;
    const DecoderTime now = known->second->log.now(clock_.now());
    for (const auto& [id, record] : known->second->log.sessions()) views.push_back(record.view(now));
    return views;
}

std::optional<SessionView> Conductor::session(const std::string& id) const {
    const Track* track = track_of_session(id);
    if (!track) return std::nullopt;
    return track->log.sessions().at(id).view(track->log.now(clock_.now()));
}

std::optional<Result> Conductor::result(const std::string& id) const {
    for (const auto& [name, track] : tracks_) {
        const DecoderTime now = track->log.now(clock_.now());
        if (const SessionRecord* record = track->log.find(id)) {
            if (!record->window()) return std::nullopt;
            return record->window()->result(now);
        }
        if (track->log.shown_id() == id) return track->log.shown()->result(now);
    }
    return std::nullopt;
}

std::vector<Kart> Conductor::karts() const {
    std::vector<Kart> all;
    for (const auto& [id, kart] : karts_) all.push_back(kart);
    return all;
}

std::optional<transponders::Holder> Conductor::holder(timing::TransponderId tag) const {
    const DecoderTime latest{INT64_MAX};
    return register_.holder(tag, latest);
}

void Conductor::hear(const PassingKept& kept) {
    const timing::TransponderId tag{kept.passing.transponder};
    if (heard_.size() >= tags_heard_max && !heard_.contains(tag)) return;
    Heard& heard = heard_[tag];
    heard.last = std::max(heard.last, DecoderTime{kept.passing.time_us});
    ++heard.passings;
}

std::vector<SessionLife> Conductor::lives() const {
    std::vector<SessionLife> all;
    for (const auto& [name, track] : tracks_) {
        const DecoderTime now = track->log.now(clock_.now());
        for (const auto& [id, record] : track->log.sessions())
            all.push_back({id, name, record.phase(now), record.started_at(), record.finished_at()});
    }
    return all;
}

std::vector<Tag> Conductor::tags() const {
    std::map<timing::TransponderId, Tag> found;
    for (const timing::TransponderId tag : register_.transponders())
        found[tag] = {tag, holder(tag).value_or(transponders::Nobody{}), {}, 0};
    for (const auto& [tag, heard] : heard_) {
        Tag& each = found[tag];
        each.transponder = tag;
        each.last_seen = heard.last;
        each.passings = heard.passings;
    }
    std::vector<Tag> all;
    for (const auto& [tag, each] : found) all.push_back(each);
    return all;
}

std::vector<LastPassing> Conductor::last_passings() const {
    std::vector<LastPassing> all;
    for (const auto& [key, last] : last_) all.push_back(last);
    return all;
}

}  // namespace chicane::sessions::conductor
