// ZRound's open protocol: %...& frames without a sum, times in milliseconds since the start command. decoders.md §3.5 [S].
// The handshake: %C& asks whether it is there, its answer is followed by %I&, which sets its clock to 0 and lets it count, unless it
// counts already.
#pragma once

#include "decoders/codec/bracket_codec.hpp"

namespace chicane::decoders::codec {

class ZRound final : public BracketCodec {
  public:
    ZRound();

    Bytes greet() override;
    Bytes take_replies() override;

  private:
    void read_frame(std::span<const std::byte> frame, std::size_t wire_bytes, std::vector<Record>& records) override;
    void forget() override;

    enum class Handshake { none, asked, to_start, counting };
    Handshake handshake_ = Handshake::none;
};

}  // namespace chicane::decoders::codec
