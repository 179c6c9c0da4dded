// Brings a meeting's draw into its sessions: who sits in which run, in which order, in which kart. What has run is left alone. On the writer's thread.
#pragma once

#include "web/api/meeting_now.hpp"

namespace chicane::web::api {

/// Seats as the results say, then karts for all runs that are drawn; `now` is read anew.
std::optional<http::Response> draw_meeting(const Service& service, const Call& call, centre::store::Connection& db,
                                           MeetingNow& now, const MeetingRace& race);

/// The karts of a meeting as the assignment takes them: runs that are drawn, with who sits where.
struct KartsOfMeeting {
    std::vector<sessions::meetings::KartRun> runs;
    std::vector<std::vector<std::int64_t>> seats;  ///< of each run, in the order of its seats
    std::vector<sessions::meetings::FleetKart> fleet;
};
KartsOfMeeting karts_of(const MeetingNow& now, const Race& race, const std::map<std::int64_t, std::int64_t>& paces_ms);

}  // namespace chicane::web::api
