// Where the frames of an unknown protocol may begin and end. Pure, and no more than a guess that says what it goes by: an owner of a
// decoder looks at the frames and knows.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::describe {

/// More of a capture tells nothing new of a protocol.
inline constexpr std::size_t described_bytes_max = 1024 * 1024;
/// Of a longer frame only its length is told.
inline constexpr std::size_t chunk_bytes_max = 1024;

struct Chunk {
    std::size_t offset = 0;  ///< in the capture
    std::span<const std::byte> bytes;
};

/// pauses: the capture tells where the line was quiet, or holds a frame a line. terminator: text that ends its lines. boundary: a byte that
/// ends frames stands before one that begins them. period: frames of one length. none: nothing was found, the bytes are just numbered.
enum class CutBy { pauses, terminator, boundary, period, none };

struct Cut {
    CutBy by = CutBy::none;
    codec::Bytes mark;          ///< the terminator; or the end and the begin
    std::vector<Chunk> chunks;  ///< in order, without a hole
};

/// `pauses`: offsets where something begins after a pause, ascending. The chunks look into `bytes`.
Cut cut(std::span<const std::byte> bytes, std::span<const std::size_t> pauses);

bool is_printable(std::byte byte);

}  // namespace chicane::decoders::describe
