// The exporter of MYLAPS Timing & Scoring and its Toolkit, V1 and V2.1: messages Source@Function@...@$. It connects to us, and sends a
// message again until we acknowledge it. A message's receipt stands at its last passing: when that one is kept, those before are.
// Passings have no number here: the exporter repeats whole messages, and its sequence is one of each device. decoders.md §3.8 [V].
#pragma once

#include <cstdint>
#include <deque>

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class Toolkit final : public LineCodec {
  public:
    Toolkit();

    /// Says nothing; what was owed on an earlier connection is forgotten.
    Bytes greet() override;
    /// Answers each Pong and Ping, and in the end a message that is broken at each repeat: it would come forever.
    Bytes take_replies() override;
    Bytes acknowledge(const Passing& kept) const override;
    /// The names of its locations.
    Bytes ask_version() const override;

  private:
    struct Refused {
        std::uint32_t receipt = 0;
        int times = 0;
    };

    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
    void read_batch(std::span<const std::string_view> parts, std::size_t wire_bytes, std::vector<Record>& records);
    bool takes(std::uint32_t receipt, bool whole);

    Bytes replies_;
    std::string_view batch_ = {};  ///< Store or Passing: which version speaks here
    std::deque<Refused> refused_;  ///< the messages that were not whole
};

}  // namespace chicane::decoders::codec
