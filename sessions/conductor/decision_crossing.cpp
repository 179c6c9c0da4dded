// A crossing without a tag becomes an entrant's, or nobody's; so may a tag that nobody has.
#include <algorithm>

#include "sessions/conductor/decision.hpp"
#include "sessions/conductor/entrant_tag.hpp"

namespace chicane::sessions::conductor {

namespace {

std::unexpected<Refusal> refuse_settled(std::uint64_t crossing) {
    return refuse(RefusalCode::crossing_taken, "no crossing " + std::to_string(crossing) + " waits for its entrant");
}

}  // namespace

Decision::Answer Decision::operator()(const AssignCrossing& ask) {
    const auto found = find(ask.session);
    if (!found) return std::unexpected(found.error());
    const Crossing* crossing = found->track->crossings.find_open(ask.crossing);
    if (!crossing) return refuse_settled(ask.crossing);
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

Decision::Answer Decision::operator()(const DismissUnclaimed& ask) {
    const auto track = find_track(ask.track);
    if (!track) return std::unexpected(track.error());
    if (ask.why.empty() || ask.why.size() > why_bytes_max) {
        return refuse(RefusalCode::bad_setup,
                      "say why in 1 to " + std::to_string(why_bytes_max) + " bytes: who has passed there?");
    }
    if (const auto* seq = std::get_if<std::uint64_t>(&ask.what)) {
        const Crossing* crossing = (*track)->crossings.find_open(*seq);
        if (!crossing) return refuse_settled(*seq);
        const auto home = (*track)->log.timeline().home(crossing->time);
        return one(ask.track, DismissedKept{*seq, home.value_or(""), ask.why});
    }
    const auto tag = std::get<timing::TransponderId>(ask.what);
    const Shown shown = centre_.shown(**track, (*track)->clock.now(now_));
    const auto unknown = unknown_of(shown, centre_.fleet, (*track)->dismissed);
    if (std::ranges::find(unknown, tag, &UnknownTag::transponder) == unknown.end()) {
        return refuse(RefusalCode::tag_not_waiting,
                      "no tag " + std::to_string(tag.value) + " waits for its kart on track " + ask.track);
    }
    return one(ask.track, DismissedKept{tag, shown.life->setup.id, ask.why});
}

}  // namespace chicane::sessions::conductor
