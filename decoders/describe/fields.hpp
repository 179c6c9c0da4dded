// What the bytes of frames of one length do from frame to frame: which are always the same, which count up by one, which rise like a
// clock, and which have few values that come again and again, like the numbers of tags.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "decoders/describe/cut.hpp"

namespace chicane::decoders::describe {

struct Field {
    enum class What { counts, rises, repeats } what{};
    std::size_t frame_bytes = 0;  ///< of the frames that have it
    std::size_t offset = 0;       ///< in the frame
    std::size_t bytes = 0;        ///< at least so many: what never changed cannot be told from a constant
    bool little = false;          ///< its lowest byte comes first; for `repeats` not known
    std::size_t values = 0;       ///< different ones
    std::size_t frames = 0;
    std::uint64_t first = 0, last = 0;
    friend bool operator==(const Field&, const Field&) = default;
};

/// Where a frame's length stands in it.
struct LengthField {
    std::size_t offset = 0;
    std::size_t bytes = 1;
    bool little = false;
    std::int64_t adds = 0;  ///< the frame is so much longer than the field says
    friend bool operator==(const LengthField&, const LengthField&) = default;
};

struct Length {
    std::size_t bytes = 0;
    std::size_t frames = 0;
    friend bool operator==(const Length&, const Length&) = default;
};

inline constexpr std::size_t lengths_told_max = 8;
/// The most common first.
std::vector<Length> lengths_of(std::span<const Chunk> chunks);

std::vector<LengthField> length_fields_of(std::span<const Chunk> chunks);

/// Of the frames of the most common lengths.
std::vector<Field> fields_of(std::span<const Chunk> chunks);

/// What frames of any length begin with, or end with; four bytes at most.
codec::Bytes common_begin(std::span<const Chunk> chunks);
codec::Bytes common_end(std::span<const Chunk> chunks);

}  // namespace chicane::decoders::describe
