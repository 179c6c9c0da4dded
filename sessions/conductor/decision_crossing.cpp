// A crossing without a tag becomes an entrant's.
#include <algorithm>

#include "sessions/conductor/decision.hpp"

namespace chicane::sessions::conductor {

namespace {

/// A tag by which the entrant is known at a time: his own, else his kart's.
std::optional<timing::TransponderId> tag_of(const EntrantSetup& entrant, const Fleet& fleet, timing::DecoderTime at) {
    if (!entrant.transponders.empty()) return entrant.transponders.front();
    if (!entrant.kart) return std::nullopt;
    const auto tags = fleet.tags_of(*entrant.kart, at);
    return tags.empty() ? std::nullopt : std::optional(tags.front());
}

}  // namespace

Decision::Answer Decision::operator()(const AssignCrossing& ask) {
    const auto found = find(ask.session);
    if (!found) return std::unexpected(found.error());
    const Crossing* crossing = found->track->crossings.find_open(ask.crossing);
    if (!crossing) {
        return refuse(RefusalCode::bad_state, "no crossing " + std::to_string(ask.crossing) + " waits for its entrant");
    }
    const auto span = found->track->log.timeline().span(ask.session);
    if (!span || !span->contains(crossing->time)) {
        return refuse(RefusalCode::bad_state, "the crossing is not of " + ask.session);
    }
    const auto& entrants = found->life->setup.entrants;
    const auto entrant = std::ranges::find(entrants, ask.entrant, &EntrantSetup::id);
    if (entrant == entrants.end()) {
        return refuse(RefusalCode::unknown_entrant,
                      "no entrant " + std::to_string(ask.entrant.value) + " in " + ask.session);
    }
    const auto tag = tag_of(*entrant, centre_.fleet, crossing->time);
    if (!tag) return refuse(RefusalCode::bad_state, "number " + entrant->number + " has no transponder to count by");
    return one(found->track->options.id,
               CrossingKept{ask.session, crossing->seq, *tag, crossing->time, crossing->device, crossing->place});
}

}  // namespace chicane::sessions::conductor
