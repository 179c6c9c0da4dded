// Whose could an unknown tag be? The best evidence first: the kart that had it, entrants whose own tag has been silent since the
// unknown one appeared, entrants without any tag. Whose a crossing without a tag? Who was keyed in at its device, then whose lap it
// ends, or sector, where a passing is missing; at the pit who is inside, or came out without having gone in. On the timing thread.
#pragma once

#include <string>
#include <vector>

#include "sessions/conductor/conductor.hpp"
#include "web/api/answer.hpp"

namespace chicane::web::api {

enum class Evidence { own_tag_silent, of_register, grid_place, keyed_in, passing_missing, in_pit, no_pit_in };

struct Candidate {
    std::optional<timing::KartId> kart;
    std::string number;
    std::optional<timing::EntrantId> entrant;
    std::string name;
    Evidence reason = Evidence::grid_place;
    std::optional<timing::DecoderTime> last_seen;  ///< own_tag_silent: his last crossing
    int grid = 0;                                  ///< grid_place
    std::int64_t after_us =
        0;  ///< passing_missing: since his crossing before; in_pit: since he went in; no_pit_in: his stop
};

std::vector<Candidate> candidates(const sessions::conductor::Conductor& conductor,
                                  const sessions::conductor::TrackView& view, timing::TransponderId tag);

std::vector<Candidate> crossing_candidates(const sessions::conductor::Conductor& conductor,
                                           const sessions::conductor::OpenCrossing& crossing);

http::Response candidates_answer(const Call& call, const std::vector<Candidate>& found);

}  // namespace chicane::web::api
