// Robitronic's infrared decoder: cars and its clock, in milliseconds since its start. decoders.md §3.4 [V]. As nothing marks a
// packet's begin, each byte may be one: what fits no packet is one run of garbage, with the reason of its first byte.
#pragma once

#include "decoders/codec/codec.hpp"
#include "decoders/codec/robitronic_packet.hpp"

namespace chicane::decoders::codec {

class Robitronic final : public Codec {
  public:
    void feed(std::span<const std::byte> bytes, std::vector<Record>& records) override;
    void finish(std::vector<Record>& records) override;
    std::size_t pending() const override { return noise_ + kept_.size(); }

    /// Wakes it up; its answer is one byte 00.
    Bytes greet() override;

  private:
    void scan(bool ended, std::vector<Record>& records);
    bool take_answer(std::byte first, std::vector<Record>& records);
    void take_noise(GarbageReason reason);
    void end_noise(std::vector<Record>& records);

    Bytes kept_;  ///< of an unfinished packet, less than packet_bytes_max
    std::size_t noise_ = 0;
    GarbageReason noise_reason_ = GarbageReason::frame;
    bool answered_ = false;  ///< the stream's first 00 has come
};

}  // namespace chicane::decoders::codec
