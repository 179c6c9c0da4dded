// A crossing without a tag becomes an entrant's.
#include <algorithm>
#include <iterator>

#include "sessions/conductor/decision.hpp"
#include "sessions/tags.hpp"

namespace chicane::sessions::conductor {

namespace {

/// A tag that is the entrant's in the session at a time, as its window sees it: of the setup, handed to him, or his kart's.
std::optional<timing::TransponderId> tag_of(const Life& life, const EntrantSetup& entrant, const Fleet& fleet,
                                            timing::DecoderTime at) {
    std::vector<timing::TransponderId> maybe = entrant.transponders;
    std::ranges::move(fleet.tags_of(entrant.id, at), std::back_inserter(maybe));
    if (entrant.kart) std::ranges::move(fleet.tags_of(*entrant.kart, at), std::back_inserter(maybe));
    Tags tags(life.setup, fleet.tags_before(life.armed_seq));
    for (const transponders::Assignment& given : fleet.assigned_since(life.armed_seq)) tags.assign(given);
    const auto own = static_cast<Driver>(&entrant - life.setup.entrants.data());
    const auto found =
        std::ranges::find_if(maybe, [&](timing::TransponderId tag) { return tags.driver(tags.place(tag), at) == own; });
    return found == maybe.end() ? std::nullopt : std::optional(*found);
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
    const auto tag = tag_of(*found->life, *entrant, centre_.fleet, crossing->time);
    if (!tag) return refuse(RefusalCode::bad_state, "number " + entrant->number + " has no transponder to count by");
    return one(found->track->options.id,
               CrossingKept{ask.session, crossing->seq, *tag, crossing->time, crossing->device, crossing->place});
}

}  // namespace chicane::sessions::conductor
