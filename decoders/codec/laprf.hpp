// ImmersionRC's LapRF as a codec: passings, its status and its clock, in microseconds since its start. A transponder is a video
// channel's slot. Settings and signal levels are known frames of no use here and stay garbage. decoders.md §3.9 [V].
#pragma once

#include "decoders/codec/bracket_codec.hpp"

namespace chicane::decoders::codec {

class LapRf final : public BracketCodec {
  public:
    LapRf();

    Bytes ask_clock() const override;

  private:
    void read_frame(std::span<const std::byte> frame, std::size_t wire_bytes, std::vector<Record>& records) override;
};

}  // namespace chicane::decoders::codec
