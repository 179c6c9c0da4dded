// A tag a line, as TrackMate-style readers write it: "<tag>" or "<decoder>,<tag>", without a clock and without a sum.
// decoders.md §3.3 [S]. A decoder of digits is its number, another word is its loop; a tag of digits is its number, another one is
// a name of letters and digits.
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class Lines final : public LineCodec {
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
};

}  // namespace chicane::decoders::codec
