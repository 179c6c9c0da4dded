// Which check sums hold in frames of an unknown protocol. A kind is tried at every place near a frame's end and in its head, over every
// begin near the frame's own; it is told only where it holds in more than half of the frames that differ (others may be damaged, or
// hold escapes), so that chance is ruled out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "decoders/describe/cut.hpp"

namespace chicane::decoders::describe {

struct Sum {
    std::string kind;          ///< sum8, xor8, crc8/07/de, crc16/8005/0000/r … : polynomial, begin, r: reflected
    std::size_t from = 0;      ///< the first byte that it is over
    std::size_t gap = 0;       ///< bytes between the last that it is over and its own place, e.g. an asterisk
    std::size_t at = 0;        ///< its own place in the head; it counts as zero there. 0: it is at the end
    std::size_t from_end = 0;  ///< of a place at the end: so many bytes behind it
    std::size_t bytes = 1;     ///< it measures, on the wire
    std::string written;       ///< big, little: its bytes; hex: as digits of text
    std::size_t holds = 0;     ///< in so many frames
    std::size_t of = 0;
    friend bool operator==(const Sum&, const Sum&) = default;
};

/// Best first, sums_told_max at most.
inline constexpr std::size_t sums_told_max = 8;
std::vector<Sum> sums_of(std::span<const Chunk> chunks);

}  // namespace chicane::decoders::describe
