#include "web/api/race.hpp"

#include "sessions/conductor/session_life.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {

using sessions::conductor::SessionLife;
using sessions::conductor::Tag;

const SessionLife* Race::life(std::int64_t session) const {
    const auto found = lives.find(wire_id(session_prefix, session));
    return found == lives.end() ? nullptr : &found->second;
}

bool Race::is_open(std::int64_t session) const {
    const SessionLife* found = life(session);
    return found && found->phase != Phase::staged && found->phase != Phase::closed;
}

bool Race::has_started(std::int64_t session) const {
    const SessionLife* found = life(session);
    return found && found->phase != Phase::staged && found->phase != Phase::armed;
}

std::string Race::kart_number(std::optional<std::int64_t> kart) const {
    const auto found = kart ? karts.find(*kart) : karts.end();
    return found == karts.end() ? "" : found->second.number;
}

std::vector<const Tag*> Race::tags_of_kart(std::int64_t kart) const {
    std::vector<const Tag*> found;
    for (const Tag& tag : tags) {
        const auto* holder = std::get_if<timing::KartId>(&tag.holder);
        if (holder && holder->value == kart) found.push_back(&tag);
    }
    return found;
}

RacePtr race_of(const sessions::conductor::Conductor& conductor, std::int64_t now_us) {
    auto race = std::make_shared<Race>();
    race->remembers_from_us = now_us - sessions::conductor::window_us_max;
    for (SessionLife& life : conductor.lives()) race->lives.emplace(life.session, std::move(life));
    for (sessions::conductor::Kart& kart : conductor.karts()) race->karts.emplace(kart.id.value, std::move(kart));
    race->tags = conductor.tags();
    race->sync_transponders = conductor.sync_transponders();
    return race;
}

}  // namespace chicane::web::api
