#include "sessions/decisions.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace chicane::sessions {

std::vector<DecisionMade> Decisions::standing() const {
    std::map<std::uint32_t, DecisionMade> last;
    for (const auto& [sequence, word] : words_) {
        if (const auto* made = std::get_if<DecisionMade>(&word)) last[made->number] = *made;
    }
    std::vector<DecisionMade> made;
    for (const auto& [number, decision] : last) {
        if (!decision.withdrawn) made.push_back(decision);
    }
    return made;
}

namespace {

using Places = std::unordered_map<timing::EntrantId, std::size_t>;

Places places_of(const Setup& setup) {
    Places places;
    for (std::size_t i = 0; i < setup.entrants.size(); ++i) places.emplace(setup.entrants[i].id, i);
    return places;
}

/// Told again from the same moment, the later word holds.
void relay(std::vector<timing::DriverSpan>& relays, const timing::DriverSpan& told) {
    const auto place = std::ranges::lower_bound(relays, told.from, {}, &timing::DriverSpan::from);
    if (place != relays.end() && place->from == told.from) {
        place->driver = told.driver;
    } else {
        relays.insert(place, told);
    }
}

}  // namespace

std::vector<timing::Team> Decisions::teams(const Setup& setup, std::span<const RelayTold> heard) const {
    constexpr timing::DecoderTime since_ever{std::numeric_limits<std::int64_t>::min()};
    std::vector<timing::Team> teams(setup.entrants.size());
    for (std::size_t i = 0; i < teams.size(); ++i) {
        for (const DriverSetup& driver : setup.entrants[i].drivers) {
            teams[i].drivers.push_back(driver.id);
            if (driver.weight_kg > 0) teams[i].weights.push_back({driver.id, driver.weight_kg});
        }
        if (!teams[i].drivers.empty()) teams[i].relays.push_back({since_ever, teams[i].drivers.front()});
    }
    const Places places = places_of(setup);
    // What a loop heard goes before what anybody told of the same moment.
    for (const RelayTold& told : heard) {
        if (const auto place = places.find(told.entrant); place != places.end())
            relay(teams[place->second].relays, {told.since, told.driver});
    }
    for (const auto& [sequence, word] : words_) {
        if (const auto* told = std::get_if<RelayTold>(&word)) {
            if (const auto place = places.find(told->entrant); place != places.end())
                relay(teams[place->second].relays, {told->since, told->driver});
        } else if (const auto* joker = std::get_if<JokerTold>(&word)) {
            if (const auto place = places.find(joker->entrant); place != places.end())
                (joker->kind == StopKind::refuel ? teams[place->second].refuels : teams[place->second].jokers)
                    .push_back(joker->stop);
        }
    }
    return teams;
}

std::vector<KartFlagTold> Decisions::kart_flags(const Setup& setup) const {
    std::vector<KartFlagTold> flags(setup.entrants.size());
    const Places places = places_of(setup);
    for (const auto& [sequence, word] : words_) {
        const auto* told = std::get_if<KartFlagTold>(&word);
        const auto place = told ? places.find(told->entrant) : places.end();
        if (place != places.end() && told->since >= flags[place->second].since) flags[place->second] = *told;
    }
    return flags;
}

std::vector<timing::Charge> Decisions::charges(const Setup& setup) const {
    if (words_.empty()) return {};
    const Places places = places_of(setup);
    std::vector<timing::Charge> charges(setup.entrants.size());
    for (const DecisionMade& made : standing()) {
        const auto place = places.find(made.entrant);
        if (place != places.end() && !made.provisional)
            timing::charge(charges[place->second], made.penalty, made.amount, made.served);
    }
    for (const auto& [sequence, word] : words_) {
        const auto* said = std::get_if<StatusSaid>(&word);
        const auto place = said ? places.find(said->entrant) : places.end();
        if (place != places.end()) charges[place->second].status = said->status;
    }
    return charges;
}

}  // namespace chicane::sessions
