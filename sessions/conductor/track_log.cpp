#include "sessions/conductor/track_log.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

using timing::DecoderTime;

TrackLog::TrackLog(TrackOptions options) : options_(std::move(options)) {
    for (const DeviceOptions& device : options_.devices) clock_.add_device(device.id, device.speed);
}

/// Within a track decoders are told apart by their place in the configuration: not every protocol says who it is.
timing::DecoderId TrackLog::decoder_of(const std::string& device) const {
    const auto known = std::ranges::find(options_.devices, device, &DeviceOptions::id);
    return timing::DecoderId{static_cast<std::uint32_t>(known - options_.devices.begin()) + 1};
}

std::vector<LoopSetup> TrackLog::loops() const {
    std::vector<LoopSetup> loops;
    for (const DeviceOptions& device : options_.devices)
        loops.push_back({decoder_of(device.id), device.role, device.sector});
    return loops;
}

TrackLog::Practice* TrackLog::practice_at(DecoderTime time) {
    for (Practice& practice : practices_)
        if (!practice.until || time < *practice.until) return &practice;
    return nullptr;
}

Window* TrackLog::window_of(DecoderTime time) {
    for (auto& [id, record] : sessions_)
        if (record.covers(time)) return record.window();
    Practice* practice = practice_at(time);
    return practice ? &practice->window : nullptr;
}

std::optional<PracticeKept> TrackLog::practice_due(DecoderTime time) const {
    auto* self = const_cast<TrackLog*>(this);
    if (self->window_of(time)) {
        // Practice goes on unless the night lies between.
        if (practices_.empty() || practices_.back().until || current()) return std::nullopt;
        const DecoderTime morning = options_.next_morning(practices_.back().window.newest());
        if (practices_.back().window.empty() || time < morning) return std::nullopt;
    }
    return PracticeKept{"open_" + options_.id + "_" + std::to_string(time.us / 1'000'000), time};
}

void TrackLog::take(const PracticeKept& kept, const transponders::Register& tags) {
    if (!practices_.empty() && !practices_.back().until) practices_.back().until = kept.at;
    Setup setup;
    setup.id = kept.session;
    setup.name = "Open practice";
    setup.track = options_.id;
    setup.loops = loops();
    setup.rules.kind = timing::Kind::practice;
    setup.rules.start = timing::Start::own;
    setup.rules.rank = timing::Ranking::best_lap;
    setup.rules.min_lap_us = options_.min_lap_us;
    setup.rules.open = true;
    practices_.push_back({kept.session, kept.at, {}, Window(std::move(setup), tags)});
    for (const auto& [kart, number] : kart_numbers_) practices_.back().window.name_kart(kart, number);
    if (practices_.size() > practices_max) practices_.pop_front();
}

void TrackLog::take(std::uint64_t seq, const PassingKept& kept) {
    const DecoderTime time{kept.passing.time_us};
    clock_.heard(kept.device, kept.epoch, time, kept.received);
    Window* window = window_of(time);
    if (window)
        window->insert(
            seq, RawPassing{time, kept.passing.transponder, decoder_of(kept.device), kept.passing.number.value_or(0)});
}

void TrackLog::take(const SetupKept& kept) {
    Setup setup = kept.setup;
    if (setup.loops.empty()) setup.loops = loops();
    if (SessionRecord* known = find(setup.id)) return known->configure(std::move(setup));
    const std::string id = setup.id;
    sessions_.emplace(id, SessionRecord(std::move(setup)));
}

void TrackLog::take(std::uint64_t seq, const StepKept& kept, timing::HostTime at, const transponders::Register& tags) {
    SessionRecord* record = find(kept.session);
    if (!record) return;
    if (kept.step == Step::arm && !practices_.empty() && !practices_.back().until) practices_.back().until = kept.at;
    if (kept.step == Step::abort && record->window()) {
        Window released = std::move(*record->window());
        record->step(seq, kept, at, tags);
        return release_passings(released, tags);
    }
    record->step(seq, kept, at, tags);
    if (kept.step == Step::arm)
        for (const auto& [kart, number] : kart_numbers_) record->window()->name_kart(kart, number);
}

/// As if the session had never been: its passings belong to open practice.
void TrackLog::release_passings(Window& window, const transponders::Register& tags) {
    for (const JudgedPassing& passing : window.last_passings(window.size())) {
        if (!window_of(passing.raw.time))
            take(PracticeKept{"open_" + options_.id + "_" + std::to_string(passing.sequence), passing.raw.time}, tags);
        window_of(passing.raw.time)->insert(passing.sequence, passing.raw);
    }
}

void TrackLog::take(std::uint64_t seq, const FlagKept& kept) {
    if (SessionRecord* record = find(kept.session); record && record->window()) record->flag(seq, kept);
}

void TrackLog::take(std::uint64_t seq, const ExtensionKept& kept) {
    if (SessionRecord* record = find(kept.session); record && record->window()) record->extend(seq, kept);
}

void TrackLog::take(std::uint64_t seq, const TickKept& kept) {
    if (SessionRecord* record = find(kept.session); record && record->window()) record->tick(seq, kept);
}

void TrackLog::take(std::uint64_t seq, const MessageKept& kept, timing::HostTime at) {
    messages_.insert(messages_.begin(), timing::Message{seq, at.us / 1000, kept.kind, kept.number, kept.text});
    if (messages_.size() > messages_max) messages_.pop_back();
}

void TrackLog::assign(const transponders::Assignment& assignment) {
    for (auto& [id, record] : sessions_) record.assign(assignment);
    for (Practice& practice : practices_) practice.window.insert({assignment.sequence, assignment});
}

void TrackLog::name_kart(timing::KartId kart, const std::string& number) {
    kart_numbers_[kart] = number;
    for (auto& [id, record] : sessions_)
        if (record.window()) record.window()->name_kart(kart, number);
    for (Practice& practice : practices_) practice.window.name_kart(kart, number);
}

bool TrackLog::undo(std::uint64_t seq) {
    bool undone = std::erase_if(messages_, [&](const timing::Message& message) { return message.id == seq; }) > 0;
    for (auto& [id, record] : sessions_) undone = record.undo(seq) || undone;
    for (Practice& practice : practices_) undone = practice.window.remove(seq).taken == Taken::applied || undone;
    return undone;
}

void TrackLog::rebuild() {
    if (SessionRecord* session = current()) return session->configure(session->setup());
    if (!practices_.empty()) practices_.back().window.configure(practices_.back().window.setup());
}

SessionRecord* TrackLog::find(const std::string& session) {
    const auto known = sessions_.find(session);
    return known == sessions_.end() ? nullptr : &known->second;
}

SessionRecord* TrackLog::current() {
    for (auto& [id, record] : sessions_)
        if (record.is_open()) return &record;
    return nullptr;
}

const Window* TrackLog::shown() const {
    if (const SessionRecord* session = current()) return session->window();
    return practices_.empty() ? nullptr : &practices_.back().window;
}

std::string TrackLog::shown_id() const {
    const Window* window = shown();
    return window ? window->setup().id : "";
}

std::optional<DecoderTime> TrackLog::shown_begin() const {
    if (const SessionRecord* session = current()) return session->armed_at();
    return practices_.empty() ? std::nullopt : std::optional(practices_.back().from);
}

bool TrackLog::knows(timing::TransponderId tag) const {
    const Window* window = shown();
    return window && !window->passings_of(tag).empty();
}

std::optional<DecoderTime> TrackLog::next_deadline(timing::HostTime host) const {
    const SessionRecord* session = current();
    return session ? session->window()->next_deadline(now(host)) : std::nullopt;
}

timing::Board TrackLog::board(timing::HostTime host) const {
    timing::Board board;
    const Window* window = shown();
    if (window) {
        const DecoderTime at = now(host);
        board = window->board(at);
        const std::int64_t hide_us = options_.open_practice_hide_min * 60LL * 1'000'000;
        if (!current() && hide_us > 0)
            std::erase_if(board.rows, [&](const timing::Row& row) {
                const auto seen = window->last_seen(row.id);
                return seen && us_between(*seen, at) > hide_us;
            });
    }
    board.messages = messages_;
    board.clock.as_of_ms = host.us / 1000;
    return board;
}

std::vector<StripPassing> TrackLog::strip() const {
    std::vector<StripPassing> strip;
    const Window* window = shown();
    if (!window) return strip;
    for (const JudgedPassing& judged : window->last_passings(strip_max)) {
        StripPassing passing;
        passing.seq = judged.sequence;
        passing.time = judged.raw.time;
        passing.device = options_.devices[judged.raw.decoder.value - 1].id;
        passing.role = judged.role;
        passing.transponder = judged.raw.transponder;
        passing.entrant = judged.entrant;
        passing.verdict = judged.verdict;
        passing.lap_us = judged.lap_us;
        const auto& entrants = window->setup().entrants;
        const auto who =
            judged.entrant ? std::ranges::find(entrants, *judged.entrant, &EntrantSetup::id) : entrants.end();
        if (who != entrants.end()) passing.number = who->number, passing.name = who->name;
        strip.push_back(std::move(passing));
    }
    return strip;
}

std::vector<UnknownTag> TrackLog::unknown() const {
    std::vector<UnknownTag> tags;
    for (const StripPassing& passing : strip()) {
        if (passing.verdict != timing::Verdict::unknown_transponder) continue;
        if (std::ranges::find(tags, passing.transponder, &UnknownTag::transponder) != tags.end()) continue;
        const auto all = shown()->passings_of(passing.transponder);
        tags.push_back({passing.transponder,
                        static_cast<std::int32_t>(all.size()),
                        all.front().raw.time,
                        all.back().raw.time,
                        {}});
    }
    return tags;
}

}  // namespace chicane::sessions::conductor
