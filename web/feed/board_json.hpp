// The live feed's messages: boards as JSON text, encoded once for all viewers. contract.md, live feed: fields;
// web/schema/board.schema.json. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "timing/board.hpp"

namespace chicane::web::feed {

/// `{"type":"snapshot","seq":…,"stream":…,"board":{…}}`.
std::string snapshot_message(const timing::Board& board, std::uint64_t seq, std::string_view stream);

/// What `after` has that `before` had not, as `{"type":"delta","seq":…,…}`; nothing where they are equal but for
/// the clock's `as_of_ms`.
std::optional<std::string> delta_message(const timing::Board& before, const timing::Board& after, std::uint64_t seq);

}  // namespace chicane::web::feed
