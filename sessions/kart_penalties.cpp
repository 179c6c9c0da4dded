#include "sessions/kart_penalties.hpp"

#include <algorithm>

namespace chicane::sessions {

namespace {

using timing::Penalty;

bool is_excluded(const std::vector<DecisionMade>& standing, timing::EntrantId entrant) {
    return std::ranges::any_of(standing, [&](const DecisionMade& made) {
        const bool out = made.penalty == Penalty::disqualified || made.penalty == Penalty::excluded;
        return made.entrant == entrant && out && !made.provisional;
    });
}

/// When an entrant completed his first lap beyond so many since a moment; nothing where he has not.
std::optional<timing::DecoderTime> beyond(const timing::LapBook& book, std::uint16_t who, timing::DecoderTime since,
                                          std::int32_t laps) {
    const std::int32_t driven = book.laps_of(who);
    for (std::int32_t lap = 1; lap <= driven; ++lap) {
        if (book.crossing(who, lap) <= since) continue;
        if (lap + laps > driven) return std::nullopt;
        return book.crossing(who, lap + laps);
    }
    return std::nullopt;
}

}  // namespace

std::vector<timing::Breach> black_flags(const Setup& setup, const Decisions& decisions) {
    std::vector<timing::Breach> found;
    const auto flags = decisions.kart_flags(setup);
    const auto standing = decisions.standing();
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i].flag != timing::KartFlag::black || is_excluded(standing, setup.entrants[i].id)) continue;
        found.push_back(
            {timing::BreachKind::black_flag, static_cast<std::uint16_t>(i), std::nullopt, flags[i].since, 1});
    }
    return found;
}

std::vector<timing::Breach> not_served(const Setup& setup, const Decisions& decisions, const timing::LapBook& book) {
    std::vector<timing::Breach> found;
    if (setup.rules.serve_laps == 0) return found;
    for (const DecisionMade& made : decisions.standing()) {
        const bool stops = made.penalty == Penalty::stop_and_go || made.penalty == Penalty::drive_through;
        if (!stops || made.served || made.provisional || !made.since) continue;
        const auto who = std::ranges::find(setup.entrants, made.entrant, &EntrantSetup::id);
        if (who == setup.entrants.end()) continue;
        const auto place = static_cast<std::uint16_t>(who - setup.entrants.begin());
        if (const auto at = beyond(book, place, *made.since, setup.rules.serve_laps))
            found.push_back({timing::BreachKind::not_served, place, std::nullopt, *at, made.number});
    }
    return found;
}

}  // namespace chicane::sessions
