// The emergency of a track: called at any time, and over when somebody says so.
#include "sessions/conductor/decision.hpp"

namespace chicane::sessions::conductor {

Decision::Answer Decision::operator()(const StopTrack& ask) {
    const auto track = find_track(ask.track);
    if (!track) return std::unexpected(track.error());
    std::vector<Entry> entries;
    if ((*track)->emergency) return entries;
    const bool shown = centre_.board(**track, now_).flag == timing::Flag::red;
    entries.push_back(entry(ask.track, EmergencyKept{true}));
    // Where no session runs the board is red by the emergency alone.
    const auto red = (*this)(ShowFlag{ask.track, timing::Flag::red});
    if (red && !shown) entries.insert(entries.end(), red->begin(), red->end());
    return entries;
}

Decision::Answer Decision::operator()(const ReleaseTrack& ask) {
    const auto track = find_track(ask.track);
    if (!track) return std::unexpected(track.error());
    if (!(*track)->emergency) return refuse(RefusalCode::bad_state, "no emergency holds on " + ask.track);
    return one(ask.track, EmergencyKept{false});
}

std::expected<void, Refusal> Decision::not_in_emergency(const Track& track) {
    if (!track.emergency) return {};
    return refuse(RefusalCode::emergency,
                  "the emergency holds on " + track.options.id + ": release it first, then karts may go");
}

}  // namespace chicane::sessions::conductor
