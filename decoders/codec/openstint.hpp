// OpenStint's messages, one a line: the link ends each message of its ZeroMQ socket with LF. decoders.md §3.6 [S]: P a passing,
// S a status, T a transponder's own time. Its clock counts milliseconds since the decoder's start; powers are decibels, kept whole.
// Fields that a later version adds behind the known ones are passed over.
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class OpenStint final : public LineCodec {
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
};

}  // namespace chicane::decoders::codec
