// A meeting as it is now: the store's rows, what race control knows of its sessions, and their results. Read whole, because a draw needs all of it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "centre/store/meetings_table.hpp"
#include "centre/store/seats_table.hpp"
#include "centre/store/sessions_table.hpp"
#include "sessions/meetings/programme.hpp"
#include "sessions/result.hpp"
#include "web/api/service.hpp"

namespace chicane::web::api {

/// A run with its session and who sits in it, in order of the grid.
struct MeetingRunNow {
    centre::store::SessionRow session;
    sessions::meetings::Run run;
    std::vector<centre::store::SeatRow> seats;
};

struct MeetingNow {
    centre::store::MeetingRow row;
    std::vector<centre::store::MeetingEntry> entries;          ///< in the order of entry
    std::vector<MeetingRunNow> runs;                           ///< in the order in which they are driven
    std::map<std::int64_t, centre::store::MeetingSeat> seats;  ///< by seat
    std::map<std::int64_t, std::int64_t> kart_paces_ms;        ///< of those that are rated
};

/// Race control's side: lives, fleet, and the results of the meeting's sessions that are over.
struct MeetingRace {
    RacePtr race;
    std::map<std::int64_t, sessions::Result> results;
};

using MeetingRacePtr = std::shared_ptr<const MeetingRace>;

/// Nothing where there is no such meeting.
std::optional<MeetingNow> read_meeting(centre::store::Connection& db, std::int64_t id, std::int64_t now_us);

/// Brings race control's side of a meeting to the web thread; 404 where there is no such meeting.
void with_meeting_race(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t meeting,
                       std::function<void(MeetingRacePtr)> then);

/// Armed, driving or over, also so long ago that race control has forgotten it: its people are fact.
bool has_run(const MeetingRunNow& run, const Race& race);

/// The runs as the draw takes them; an entrant there is an entry here.
std::vector<sessions::meetings::ProgrammeRun> programme_of(const MeetingNow& now, const MeetingRace& race);

/// Who takes part, in the order of entry.
sessions::meetings::People people_of(const MeetingNow& now);

/// What each run should be by the results as they are; nothing for a run that is not to be drawn yet.
std::vector<std::optional<sessions::meetings::People>> drawn_by_results(const MeetingNow& now, const MeetingRace& race);

}  // namespace chicane::web::api
