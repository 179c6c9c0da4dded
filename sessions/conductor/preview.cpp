#include "sessions/conductor/preview.hpp"

#include <algorithm>
#include <tuple>

namespace chicane::sessions::conductor {

namespace {

constexpr std::uint64_t end_seq = UINT64_MAX;  ///< of the end that a preview supposes: no entry has it

LogEvent event_of(const Correction& correction, std::uint64_t seq) {
    return std::visit([seq](const auto& what) { return LogEvent{seq, what}; }, correction);
}

/// In a race; the others hold at once.
bool waits_for_the_end(timing::Penalty penalty) {
    using timing::Penalty;
    return penalty == Penalty::time || penalty == Penalty::laps || penalty == Penalty::places ||
           penalty == Penalty::last_place || penalty == Penalty::stop_and_go || penalty == Penalty::drive_through;
}

bool is_correction(const LogEvent& event) {
    return std::visit([]<class What>(const What&) { return std::is_constructible_v<Correction, const What&>; },
                      event.what);
}

std::optional<Corrected> undone(CentreLog& centre, std::uint64_t of) {
    for (auto& [id, track] : centre.tracks) {
        for (const auto& [session, kept] : track.log.timeline().all()) {
            const auto event = std::ranges::find(kept.life.events, of, &LogEvent::sequence);
            if (event == kept.life.events.end()) continue;
            if (!is_correction(*event)) return std::nullopt;
            return Corrected{&track, session, *event, true};
        }
    }
    return std::nullopt;
}

LiveWindow* window_of(CentreLog& centre, const Corrected& corrected) {
    return corrected.track->log.window(corrected.session, centre.fleet);
}

}  // namespace

std::optional<Corrected> correction_of(CentreLog& centre, const std::vector<Entry>& entries, std::uint64_t seq) {
    if (entries.size() != 1) return std::nullopt;
    if (const auto* undo = std::get_if<UndoKept>(&entries.front().body)) return undone(centre, undo->of);
    const auto* kept = std::get_if<CorrectionKept>(&entries.front().body);
    const auto track = centre.tracks.find(entries.front().track);
    if (!kept || track == centre.tracks.end()) return std::nullopt;
    return Corrected{&track->second, kept->session, event_of(kept->what, seq), false};
}

bool counts_at_the_end(CentreLog& centre, const Corrected& corrected, timing::HostTime host) {
    const LiveWindow* live = window_of(centre, corrected);
    const auto* made = std::get_if<DecisionMade>(&corrected.event.what);
    if (!live || !made || !waits_for_the_end(made->penalty)) return false;
    const timing::Ranking rank = live->window.setup().rules.rank;
    if (rank != timing::Ranking::laps && rank != timing::Ranking::total_time) return false;
    const auto state = live->window.state(corrected.track->clock.now(host));
    return state == timing::SessionState::running || state == timing::SessionState::suspended;
}

timing::Board board_of(CentreLog& centre, const Corrected& corrected, timing::HostTime host, bool ended) {
    LiveWindow* live = window_of(centre, corrected);
    if (!live) return {};
    const auto now = corrected.track->clock.now(host);
    if (!ended) return live->window.board(now);
    // What passed at this microsecond still counts.
    const auto end = timing::later_by(now, 1);
    live->window.insert(LogEvent{end_seq, FinishedNow{end}});
    timing::Board board = live->window.board(end);
    live->window.remove(end_seq);
    return board;
}

timing::Board corrected_board(CentreLog& centre, const Corrected& corrected, timing::HostTime host, bool ended) {
    LiveWindow* live = window_of(centre, corrected);
    if (!live) return {};
    const auto tell = [&](bool done) {
        if (done) {
            live->window.insert(corrected.event);
        } else {
            live->window.remove(corrected.event.sequence);
        }
    };
    tell(!corrected.taken_back);
    timing::Board board = board_of(centre, corrected, host, ended);
    tell(corrected.taken_back);
    return board;
}

std::vector<Done::Moved> moved(const timing::Board& before, const timing::Board& after) {
    std::vector<Done::Moved> rows;
    for (const timing::Row& row : after.rows) {
        const auto old = std::ranges::find(before.rows, row.id, &timing::Row::id);
        if (old != before.rows.end() && old->position != row.position)
            rows.push_back({row.number, old->position, row.position});
    }
    return rows;
}

std::vector<Done::Changed> changed(const timing::Board& before, const timing::Board& after) {
    const auto told = [](const timing::Row& row) {
        return std::tie(row.position, row.laps, row.best_us, row.total_us, row.state);
    };
    std::vector<Done::Changed> rows;
    for (const timing::Row& row : after.rows) {
        const auto old = std::ranges::find(before.rows, row.id, &timing::Row::id);
        if (old != before.rows.end() && told(*old) != told(row)) rows.push_back({*old, row});
    }
    return rows;
}

}  // namespace chicane::sessions::conductor
