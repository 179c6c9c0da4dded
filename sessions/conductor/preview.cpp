#include "sessions/conductor/preview.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

namespace {

LogEvent event_of(const Correction& correction, std::uint64_t seq) {
    return std::visit([seq](const auto& what) { return LogEvent{seq, what}; }, correction);
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

timing::Board board_of(CentreLog& centre, const Corrected& corrected, timing::HostTime host) {
    const LiveWindow* live = window_of(centre, corrected);
    return live ? live->window.board(corrected.track->clock.now(host)) : timing::Board{};
}

timing::Board corrected_board(CentreLog& centre, const Corrected& corrected, timing::HostTime host) {
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
    timing::Board board = live->window.board(corrected.track->clock.now(host));
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

}  // namespace chicane::sessions::conductor
