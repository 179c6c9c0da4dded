// MYLAPS/AMB P3 as a codec: the framer finds frames, p3_fields reads them, p3_encode makes the commands.
// decoders.md §1.
#pragma once

#include "decoders/codec/codec.hpp"
#include "decoders/codec/p3_framer.hpp"

namespace chicane::decoders::codec {

class P3 final : public Codec {
  public:
    void feed(std::span<const std::byte> bytes, std::vector<Record>& records) override;
    void finish(std::vector<Record>& records) override;
    std::size_t pending() const override { return framer_.pending(); }

    Bytes ask_version() const override;
    Bytes ask_clock() const override;
    Bytes ask_again(std::uint32_t from, std::uint32_t until) const override;

  private:
    p3::Framer framer_;
};

}  // namespace chicane::decoders::codec
