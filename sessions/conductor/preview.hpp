// What a command would change, without it being done. A correction is done and undone where it stands: a copy of a long race would hold up the
// passings that come meanwhile, and the window takes back what it was told. All else is tried on a copy.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/centre_log.hpp"
#include "sessions/conductor/command.hpp"

namespace chicane::sessions::conductor {

/// A correction, or the undo of one, as the window of its session takes it.
struct Corrected {
    Track* track = nullptr;
    std::string session;
    LogEvent event;
    bool taken_back = false;
};

/// Nothing for entries that are something else. `seq`: the number of the first entry, once it is kept.
std::optional<Corrected> correction_of(CentreLog& centre, const std::vector<Entry>& entries, std::uint64_t seq);

/// A decision in a session that runs: what it charges is applied once the end is in sight.
bool counts_at_the_end(CentreLog& centre, const Corrected& corrected, timing::HostTime host);

/// The order of a session, shown or not; empty where its window is no more. `ended`: as if it ended now.
timing::Board board_of(CentreLog& centre, const Corrected& corrected, timing::HostTime host, bool ended = false);
/// The same as it would be; the window is as before afterwards.
timing::Board corrected_board(CentreLog& centre, const Corrected& corrected, timing::HostTime host, bool ended = false);

/// Who has another position in `after`.
std::vector<Done::Moved> moved(const timing::Board& before, const timing::Board& after);
/// Rows with another place, laps, times or state in `after`; those whose gap alone is another are not in it.
std::vector<Done::Changed> changed(const timing::Board& before, const timing::Board& after);

}  // namespace chicane::sessions::conductor
