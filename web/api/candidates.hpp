// Whose tag could an unknown one be? The best evidence first: the kart that had it, entrants whose own tag has been silent since the
// unknown one appeared, entrants without any tag. On the timing thread.
#pragma once

#include <string>
#include <vector>

#include "sessions/conductor/conductor.hpp"
#include "web/api/answer.hpp"

namespace chicane::web::api {

enum class Evidence { own_tag_silent, of_register, grid_place };

struct Candidate {
    std::optional<timing::KartId> kart;
    std::string number;
    std::optional<timing::EntrantId> entrant;
    std::string name;
    Evidence reason = Evidence::grid_place;
    std::optional<timing::DecoderTime> last_seen;  ///< own_tag_silent: his last crossing
    int grid = 0;                                  ///< grid_place
};

std::vector<Candidate> candidates(const sessions::conductor::Conductor& conductor,
                                  const sessions::conductor::TrackView& view, timing::TransponderId tag);

http::Response candidates_answer(const Call& call, const std::vector<Candidate>& found);

}  // namespace chicane::web::api
