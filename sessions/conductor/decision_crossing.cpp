// A crossing without a tag becomes an entrant's.
#include <algorithm>

#include "sessions/conductor/decision.hpp"
#include "sessions/conductor/entrant_tag.hpp"

namespace chicane::sessions::conductor {

Decision::Answer Decision::operator()(const AssignCrossing& ask) {
    const auto found = find(ask.session);
    if (!found) return std::unexpected(found.error());
    const Crossing* crossing = found->track->crossings.find_open(ask.crossing);
    if (!crossing) {
        return refuse(RefusalCode::crossing_taken,
                      "no crossing " + std::to_string(ask.crossing) + " waits for its entrant");
    }
    const auto span = found->track->log.timeline().span(ask.session);
    if (!span || !span->contains(crossing->time)) {
        return refuse(RefusalCode::other_session, "the crossing is not of " + ask.session);
    }
    const auto& entrants = found->life->setup.entrants;
    const auto entrant = std::ranges::find(entrants, ask.entrant, &EntrantSetup::id);
    if (entrant == entrants.end()) {
        return refuse(RefusalCode::unknown_entrant,
                      "no entrant " + std::to_string(ask.entrant.value) + " in " + ask.session);
    }
    const auto tag = tag_of(*found->life, *entrant, centre_.fleet, crossing->time);
    if (!tag) {
        return refuse(RefusalCode::no_transponder, "number " + entrant->number + " has no transponder to count by");
    }
    return one(found->track->options.id,
               CrossingKept{ask.session, crossing->seq, *tag, crossing->time, crossing->device, crossing->place,
                            crossing->manual, crossing->epoch});
}

}  // namespace chicane::sessions::conductor
