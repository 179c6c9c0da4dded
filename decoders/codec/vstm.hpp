// VS TimeMachine: "lap:<packet>,<base>,<transponder>,<ms>,<start number>,<crc8>". decoders.md §3.9 [S]. How its crc8 is made is not
// known publicly: the line is taken unchecked, and marked so. What its clock counts from depends on whether someone set it, so its
// times are placed by when they came in.
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class Vstm final : public LineCodec {
  public:
    /// The base repeats a packet until its number is received: github.com/kyo2010/VSTimeMachinGUI [S].
    Bytes acknowledge(const Passing& kept) const override;

  private:
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
};

}  // namespace chicane::decoders::codec
