// The live feed's messages: boards as JSON text, encoded once for all viewers. contract.md, live feed: fields;
// web/schema/board.schema.json. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "timing/board.hpp"

namespace chicane::web::feed {

/// `{"type":"snapshot","seq":…,"stream":…,"board":{…}}`. `told`: the clock that viewers have and tick themselves, in place of the
/// board's own: a snapshot says what the deltas before it added up to.
std::string snapshot_message(const timing::Board& board, const timing::Clock& told, std::uint64_t seq,
                             std::string_view stream);

/// What `after` has that `before` had not, as `{"type":"delta","seq":…,…}`; nothing where they are equal but for a clock that only
/// ticked on since it was `told`. Where the message holds the clock, `told` becomes that one.
std::optional<std::string> delta_message(const timing::Board& before, const timing::Board& after, timing::Clock& told,
                                         std::uint64_t seq);

}  // namespace chicane::web::feed
