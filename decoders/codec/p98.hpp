// AMBrc, RC4 text, Vostok: lines of fields, their CRC last, over the text as it was sent: SOH type TAB ... TAB x53D2 CR LF.
// decoders.md §2.1 [V]. The host never has to speak; what the line $ from the host means is not known publicly, so it stays garbage.
#pragma once

#include "decoders/codec/marked_line_codec.hpp"

namespace chicane::decoders::codec {

class P98 final : public MarkedLineCodec {
  public:
    P98() : MarkedLineCodec("\x01") {}

  private:
    void read_marked(std::string_view text, std::size_t wire_bytes, std::vector<Record>& records) override;
};

}  // namespace chicane::decoders::codec
