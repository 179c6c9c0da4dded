// A protocol whose bytes nobody knows publicly: nothing is guessed. The recorder keeps every byte, and the owner may describe it with
// `chicane decode --protocol raw`. Here bytes are counted, so that the device's health shows that something comes.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

class Raw : public Codec {
  public:
    /// Garbage of no known type, a block at a time.
    void feed(std::span<const std::byte> bytes, std::vector<Record>& records) override;
    void finish(std::vector<Record>& records) override;
    std::size_t pending() const override { return pending_; }

    SignOfLife shows_life_by() const override { return SignOfLife::byte; }

  private:
    std::size_t pending_ = 0;
};

}  // namespace chicane::decoders::codec
