#include "sessions/conductor/entrant_tag.hpp"

#include <algorithm>
#include <iterator>

#include "sessions/tags.hpp"

namespace chicane::sessions::conductor {

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

}  // namespace chicane::sessions::conductor
