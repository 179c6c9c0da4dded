// Robitronic's infrared decoder: cars and its clock, in milliseconds since its start. decoders.md §3.4 [V]. Nothing marks a
// packet's begin.
#pragma once

#include "decoders/codec/robitronic_packet.hpp"
#include "decoders/codec/unmarked_codec.hpp"

namespace chicane::decoders::codec {

class Robitronic final : public UnmarkedCodec {
  public:
    /// Wakes it up; its answer is one byte 00.
    Bytes greet() override;

  private:
    Judged judge(std::span<const std::byte> bytes) const override { return robitronic::judge(bytes); }
    void read_frame(std::span<const std::byte> packet, std::vector<Record>& records) override;
    bool read_byte(std::byte byte, std::vector<Record>& records) override;
    void forget() override { answered_ = false; }

    bool answered_ = false;  ///< the stream's first 00 has come
};

}  // namespace chicane::decoders::codec
