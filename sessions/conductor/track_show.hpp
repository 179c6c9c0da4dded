// What a track's log looks like on screens: the board for everybody; strip and unknown tags for race control. Pure functions
// of the window, the fleet and the time.
#pragma once

#include <optional>
#include <vector>

#include "sessions/conductor/dismissed_tags.hpp"
#include "sessions/conductor/options.hpp"
#include "sessions/conductor/track_clock.hpp"
#include "sessions/conductor/track_log.hpp"
#include "sessions/conductor/view.hpp"

namespace chicane::sessions::conductor {

/// The window and its session, or neither.
struct Shown {
    const LiveWindow* live = nullptr;
    const Life* life = nullptr;
};

/// Rows of open practice that have rested for `hide_us` are left out; they stay in the result. 0: rows stay.
timing::Board board_of(const Shown& shown, timing::DecoderTime now, std::int64_t hide_us);
/// When, after `now`, the next row of open practice leaves the board.
std::optional<timing::DecoderTime> next_rest(const Shown& shown, timing::DecoderTime now, std::int64_t hide_us);

std::vector<StripPassing> strip_of(const Shown& shown, const TrackLog& log, const Fleet& fleet);
/// Tags that passed in the window, that nobody has and that wait for an official's word, the last to pass first.
std::vector<UnknownTag> unknown_of(const Shown& shown, const Fleet& fleet, const DismissedTags& dismissed);

struct SessionTimes {
    SessionView::Phase phase = SessionView::Phase::staged;
    std::optional<timing::HostTime> started_at;
    std::optional<timing::HostTime> finished_at;
};

/// Of a session or practice that the log knows.
SessionTimes session_times(TrackLog& log, const std::string& session, const Fleet& fleet, const TrackClock& clock,
                           timing::HostTime host);
SessionView session_view(TrackLog& log, const std::string& session, const Fleet& fleet, const TrackClock& clock,
                         timing::HostTime host);

/// Whom an action is about that says a passing alone, where the session that is shown knows.
void name_entrant(Action& action, const TrackLog& log, const Shown& shown);

}  // namespace chicane::sessions::conductor
