// A capture on disk, cut into pieces that are due when their bytes came. A recording knows when that was. Of bare bytes each passing comes
// when its time says, counted from the first, and what lies between two passings is spread evenly over the time between them; they
// are cut into records by the codec of their protocol.
#pragma once

#include <cstdint>
#include <expected>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t replay_bytes_max = 256 * 1024 * 1024;  ///< months of passings; it is held in memory
inline constexpr std::size_t replay_pieces_max = 4'000'000;         ///< reads in a recording
inline constexpr std::int64_t replay_pause_max_us = 3'600'000'000;  ///< longer pauses, and jumps of a clock, are cut

struct Replay {
    /// Bytes up to `end` are due at `due_us` after the begin.
    struct Piece {
        std::size_t end = 0;
        std::int64_t due_us = 0;
    };
    codec::Bytes bytes;
    std::vector<Piece> pieces;
};

/// All of it, or why not, naming the file. It takes as long as a disk and a codec take; where `stop` is asked for it ends soon, with
/// whatever it has.
std::expected<Replay, std::string> read_replay(const std::string& path, std::string_view protocol,
                                               const std::stop_token& stop);

}  // namespace chicane::decoders::link
