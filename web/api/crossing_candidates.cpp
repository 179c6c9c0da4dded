// See candidates.hpp.
#include <algorithm>

#include "sessions/missing_passing.hpp"
#include "web/api/candidates.hpp"

namespace chicane::web::api {

using sessions::EntrantSetup;
using sessions::conductor::OpenCrossing;

std::vector<Candidate> crossing_candidates(const sessions::conductor::Conductor& conductor,
                                           const OpenCrossing& crossing) {
    std::vector<Candidate> keyed;
    std::vector<std::pair<std::int64_t, Candidate>> fitting;
    const auto session = conductor.session(crossing.session.value_or(""));
    const auto result = conductor.result(crossing.session.value_or(""), false);
    if (!session) return {};
    for (const EntrantSetup& entrant : session->setup.entrants) {
        Candidate candidate{entrant.kart, entrant.number, entrant.id, entrant.name, Evidence::keyed_in, {}, 0, 0};
        if (!crossing.string.empty() && crossing.string == entrant.number) {
            keyed.push_back(candidate);
            continue;
        }
        if (!result || crossing.role != sessions::LoopRole::finish) continue;
        const auto missing = sessions::missing_passing(*result, entrant.id, crossing.time);
        if (!missing) continue;
        candidate.reason = Evidence::passing_missing;
        candidate.after_us = missing->after_us;
        fitting.emplace_back(missing->off_us, candidate);
    }
    std::ranges::stable_sort(fitting, {}, [](const auto& fit) { return fit.first; });
    for (auto& fit : fitting) keyed.push_back(std::move(fit.second));
    return keyed;
}

}  // namespace chicane::web::api
