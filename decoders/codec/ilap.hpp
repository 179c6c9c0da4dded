// I-Lap and EasyLap: lines like AMBrc's, without a sum. decoders.md §2.3 [S]. The first thing said asks for seven digits; without it
// numbers come cut. It also sets the decoder's clock to 0: a new epoch, as after a restart.
#pragma once

#include "decoders/codec/marked_line_codec.hpp"

namespace chicane::decoders::codec {

class ILap final : public MarkedLineCodec {
  public:
    ILap() : MarkedLineCodec("\x01") {}

    Bytes greet() override;

  private:
    void read_marked(std::string_view text, std::size_t wire_bytes, std::vector<Record>& records) override;
};

}  // namespace chicane::decoders::codec
