#include "sessions/window.hpp"

#include <algorithm>
#include <variant>

#include "sessions/window_parts.hpp"

namespace chicane::sessions {

Window::Window(Setup setup, transponders::Register tags)
    : parts_(std::make_unique<Parts>(std::move(setup), std::move(tags))) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::Window(const Window& other) : parts_(std::make_unique<Parts>(*other.parts_)) {}
Window& Window::operator=(const Window& other) {
    parts_ = std::make_unique<Parts>(*other.parts_);
    return *this;
}

Changes Window::insert(std::uint64_t sequence, const RawPassing& passing) { return parts_->insert(sequence, passing); }

Changes Window::insert(const LogEvent& event) {
    if (const auto* passing = std::get_if<RawPassing>(&event.what)) return parts_->insert(event.sequence, *passing);
    if (const auto* given = std::get_if<transponders::Assignment>(&event.what)) return parts_->assign(*given);
    if (const auto* made = std::get_if<DecisionMade>(&event.what)) return parts_->decide(event.sequence, *made);
    if (const auto* said = std::get_if<StatusSaid>(&event.what)) return parts_->decide(event.sequence, *said);
    if (const auto* relay = std::get_if<RelayTold>(&event.what)) return parts_->decide(event.sequence, *relay);
    if (const auto* joker = std::get_if<JokerTold>(&event.what)) return parts_->decide(event.sequence, *joker);
    if (const auto* flag = std::get_if<KartFlagTold>(&event.what)) return parts_->decide(event.sequence, *flag);
    if (const auto* given = std::get_if<PassingsGiven>(&event.what)) return parts_->change(event.sequence, *given);
    if (const auto* swapped = std::get_if<KartSwapped>(&event.what)) return parts_->change(event.sequence, *swapped);
    if (const auto* remark = std::get_if<RemarkMade>(&event.what)) return parts_->remark(event.sequence, *remark);
    if (const auto* tick = std::get_if<Ticked>(&event.what)) return parts_->tick(tick->at);
    return std::visit(
        [&](const auto& what) {
            if constexpr (std::is_constructible_v<timing::Event, decltype(what)>) {
                return parts_->insert_official(event.sequence, timing::Event(what), what.at);
            } else {
                return Changes{Taken::known, 0};  // handled above
            }
        },
        event.what);
}

Changes Window::remove(std::uint64_t sequence) { return parts_->remove(sequence); }
Changes Window::configure(Setup setup) { return parts_->configure(std::move(setup)); }
void Window::name_kart(timing::KartId kart, std::string number) { parts_->kart_numbers[kart] = std::move(number); }

const Setup& Window::setup() const { return parts_->setup; }
std::optional<timing::KartId> Window::kart_of(timing::EntrantId entrant, timing::DecoderTime at) const {
    return parts_->ground.tags.kart_of(entrant, at);
}
bool Window::empty() const { return parts_->log.empty(); }
std::size_t Window::size() const { return parts_->log.size(); }
timing::DecoderTime Window::newest() const { return parts_->newest; }

// The replay. A call finds the first passing that it may change, goes back to a checkpoint before it, and applies from there.

Changes Window::Parts::insert(std::uint64_t sequence, const RawPassing& passing) {
    if (log.size() >= timing::passings_max) return {Taken::too_many, 0};
    LogEntry entry;
    entry.raw = passing;
    entry.raw.time = std::clamp(passing.time, timing::DecoderTime{-time_max.us}, time_max);
    entry.sequence = sequence;
    entry.remarked = ground.remarks.any(sequence);
    const LogPlace place = place_of(log, entry);
    if (place.known) return {Taken::known, 0};
    entry.tag = ground.tags.place(passing.transponder);
    entry.loop = ground.loops.index(passing.decoder);
    newest = std::max(newest, entry.raw.time);
    log.insert(place.index, entry);
    hear_driver(entry);
    const std::size_t first = first_touched(log, place.index, ground.loops, ground.rules.merge_window_us);
    const std::size_t due = officials.due(log[first].raw.time);
    if (first + 1 == log.size() && progress.officials <= due) {
        apply_from(first);
        return {Taken::applied, 1};
    }
    return replay(first, due);
}

Changes Window::Parts::insert_official(std::uint64_t sequence, const timing::Event& event, timing::DecoderTime at) {
    if (officials.size() >= officials_max) return {Taken::too_many, 0};
    const auto place = officials.insert(sequence, event);
    if (!place) return {Taken::known, 0};
    newest = std::max(newest, at);
    const timing::DecoderTime applied = officials[*place].at;
    if (*place == progress.officials && (log.empty() || log.back().raw.time < applied)) {
        apply_from(log.size());
        return {Taken::applied, 0};
    }
    return replay(first_at(log, applied), *place);
}

Changes Window::Parts::tick(timing::DecoderTime at) {
    newest = std::max(newest, at);
    return {};
}

Changes Window::Parts::assign(const transponders::Assignment& assignment) {
    ground.tags.assign(assignment);
    return replay_tag(assignment);
}

namespace {

/// Names, numbers and a team's drivers judge no passing.
bool judge_alike(const EntrantSetup& one, const EntrantSetup& other) {
    return one.id == other.id && one.transponders == other.transponders && one.kart == other.kart;
}

bool judge_alike(const Setup& one, const Setup& other) {
    return one.rules == other.rules && one.loops == other.loops &&
           std::ranges::equal(one.entrants, other.entrants,
                              [](const auto& a, const auto& b) { return judge_alike(a, b); });
}

}  // namespace

Changes Window::Parts::remark(std::uint64_t sequence, const RemarkMade& made) {
    if (ground.remarks.knows(sequence)) return {Taken::known, 0};
    const bool ends = made.kind == RemarkKind::first_finisher;
    if (ground.remarks.full() || (ends && officials.size() >= officials_max)) return {Taken::too_many, 0};
    ground.remarks.add(sequence, made);
    if (ends) officials.insert(sequence, timing::EndSet{});
    return replay_remarked(made.passing, ends);
}

Changes Window::Parts::change(std::uint64_t sequence, const std::variant<PassingsGiven, KartSwapped>& made) {
    if (ground.tags.knows_change(sequence)) return {Taken::known, 0};
    if (ground.tags.changes() >= changes_max) return {Taken::too_many, 0};
    if (const auto* given = std::get_if<PassingsGiven>(&made)) {
        ground.tags.give(sequence, *given);
        return replay_since(given->since);
    }
    const auto& swapped = std::get<KartSwapped>(made);
    ground.tags.swap(sequence, swapped);
    return replay_since(swapped.since);
}

/// Nothing is judged anew: a decision changes the classification alone.
Changes Window::Parts::decide(std::uint64_t sequence, const Decisions::Word& word) {
    if (decisions.knows(sequence)) return {Taken::known, 0};
    if (decisions.full()) return {Taken::too_many, 0};
    decisions.add(sequence, word);
    return {};
}

Changes Window::Parts::replay_since(timing::DecoderTime since) {
    const std::size_t first = first_at(log, since);
    if (first == log.size()) return {};
    return replay(first, officials.due(log[first].raw.time));
}

/// `ends`: where the end is has changed, and with it what came before.
Changes Window::Parts::replay_remarked(std::uint64_t passing, bool ends) {
    std::size_t at = log.size();
    while (at > 0 && log[at - 1].sequence != passing) --at;
    if (at > 0) log[at - 1].remarked = ground.remarks.any(passing);
    if (ends) return replay(0, 0);
    if (at == 0) return {};  // it waits for its passing
    return replay(at - 1, officials.due(log[at - 1].raw.time));
}

Changes Window::Parts::remove(std::uint64_t sequence) {
    if (decisions.remove(sequence)) return {};
    if (const auto passing = ground.remarks.remove(sequence)) {
        return replay_remarked(*passing, officials.remove(sequence).has_value());
    }
    if (const auto since = ground.tags.remove_change(sequence)) return replay_since(*since);
    if (const auto removed = officials.remove(sequence)) return replay(first_at(log, removed->at), removed->place);
    if (const auto removed = ground.tags.remove(sequence)) return replay_tag(*removed);
    return {Taken::known, 0};
}

Changes Window::Parts::configure(Setup changed) {
    const bool alike = judge_alike(setup, changed);
    setup = std::move(changed);
    if (alike) {
        hear_drivers();
        return {};
    }
    ground.rules = setup.rules;
    ground.loops = Loops(setup.loops);
    ground.tags.configure(setup);
    book = timing::LapBook(ground.rules.max_lap_us);
    for (std::size_t i = 0; i < log.size(); ++i) log[i].loop = ground.loops.index(log[i].raw.decoder);
    hear_drivers();
    checkpoints.reset(opening(ground));
    return replay(0, 0);
}

Changes Window::Parts::replay_tag(const transponders::Assignment& assignment) {
    const auto tag = ground.tags.find(assignment.transponder);
    if (!tag) return {};
    std::size_t first = first_at(log, assignment.from);
    while (first < log.size() && log[first].tag != *tag) ++first;
    if (first == log.size()) return {};
    return replay(first, officials.due(log[first].raw.time));
}

Changes Window::Parts::replay(std::size_t first, std::size_t officials_kept) {
    const Checkpoint& start = checkpoints.back_to(first, officials_kept);
    progress = start.progress;
    const std::size_t from = start.index;
    const auto& entrants = progress.timing.entrants;
    book.cut_back(progress.timing.laps, progress.timing.pit_passings,
                  [&](std::uint16_t i) { return i < entrants.size() ? entrants[i].begins : std::uint16_t{0}; });
    apply_from(from);
    return {Taken::applied, log.size() - from};
}

void Window::Parts::apply_from(std::size_t index) {
    for (; index < log.size(); ++index) {
        checkpoints.offer(index, progress);
        apply_officials(log[index].raw.time);
        sessions::apply(ground, progress, book, log, index);
    }
    apply_officials(newest);
}

void Window::Parts::apply_officials(timing::DecoderTime until) {
    while (progress.officials < officials.size() && officials[progress.officials].at <= until) {
        timing::apply(ground.rules, progress.timing, book, officials[progress.officials].event);
        ++progress.officials;
    }
}

}  // namespace chicane::sessions
