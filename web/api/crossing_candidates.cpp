// See candidates.hpp.
#include <algorithm>
#include <functional>

#include "sessions/missing_passing.hpp"
#include "web/api/candidates.hpp"

namespace chicane::web::api {

namespace {

using sessions::EntrantSetup;
using sessions::LoopRole;
using sessions::MissingPassing;
using sessions::PassedAt;
using sessions::conductor::Conductor;
using sessions::conductor::OpenCrossing;

/// Around a crossing, as much as tells a pace; a stop in the pit that is longer is over, or will be seen to.
constexpr std::int64_t pace_us = 30LL * 60 * 1'000'000;

/// Whether an entrant has likely missed the passing of the crossing's loop; nothing where the rules do not know what to expect there.
using Missing = std::function<std::optional<MissingPassing>(timing::EntrantId)>;

Missing missing_of(const Conductor& conductor, const OpenCrossing& crossing, const sessions::Setup& setup) {
    const std::string& session = *crossing.session;
    if (crossing.role == LoopRole::finish) {
        return [result = conductor.result(session, false), at = crossing.time](timing::EntrantId entrant) {
            return result ? sessions::missing_passing(*result, entrant, at) : std::nullopt;
        };
    }
    const auto passed = conductor.passed_between(session, timing::later_by(crossing.time, -pace_us),
                                                 timing::later_by(crossing.time, pace_us));
    return [passed, crossing, min_stop_us = setup.rules.endurance.min_stop_us](timing::EntrantId entrant) {
        std::vector<PassedAt> own;
        std::ranges::copy_if(passed, std::back_inserter(own),
                             [&](const PassedAt& each) { return each.entrant == entrant; });
        if (crossing.role == LoopRole::sector)
            return sessions::missing_sector(own, static_cast<std::uint8_t>(crossing.sector), crossing.time);
        if (crossing.role == LoopRole::pit_out) return sessions::missing_pit_out(own, min_stop_us, crossing.time);
        if (crossing.role == LoopRole::pit_in) return sessions::missing_pit_in(own, crossing.time);
        return std::optional<MissingPassing>();
    };
}

Evidence evidence_at(LoopRole role) {
    if (role == LoopRole::pit_out) return Evidence::in_pit;
    return role == LoopRole::pit_in ? Evidence::no_pit_in : Evidence::passing_missing;
}

}  // namespace

std::vector<Candidate> crossing_candidates(const Conductor& conductor, const OpenCrossing& crossing) {
    std::vector<Candidate> keyed;
    std::vector<std::pair<std::int64_t, Candidate>> fitting;
    const auto session = conductor.session(crossing.session.value_or(""));
    if (!session) return {};
    const Missing missing_at = missing_of(conductor, crossing, session->setup);
    for (const EntrantSetup& entrant : session->setup.entrants) {
        Candidate candidate{entrant.kart, entrant.number, entrant.id, entrant.name, Evidence::keyed_in, {}, 0, 0};
        if (!crossing.string.empty() && crossing.string == entrant.number) {
            keyed.push_back(candidate);
            continue;
        }
        const auto missing = missing_at(entrant.id);
        if (!missing) continue;
        candidate.reason = evidence_at(crossing.role);
        candidate.after_us = missing->after_us;
        fitting.emplace_back(missing->off_us, candidate);
    }
    std::ranges::stable_sort(fitting, {}, [](const auto& fit) { return fit.first; });
    for (auto& fit : fitting) keyed.push_back(std::move(fit.second));
    return keyed;
}

}  // namespace chicane::web::api
