// What binary protocols share where nothing marks a frame's begin, so that each byte may be one: takes any cut of a stream and accounts
// for every byte: it belongs to one frame or to one run of garbage, which has the reason of its first byte. Of an unfinished frame it
// keeps what the protocol's longest frame has.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

/// What stands at the begin of some bytes. Judged by bytes that no later one can change, so that any cut of a stream is judged alike.
struct Judged {
    enum class What { frame, unfinished, noise } what{};
    std::size_t bytes = 0;                        ///< of the frame
    GarbageReason reason = GarbageReason::frame;  ///< why it is noise
};

class UnmarkedCodec : public Codec {
  public:
    void feed(std::span<const std::byte> bytes, std::vector<Record>& records) final;
    void finish(std::vector<Record>& records) final;
    std::size_t pending() const final { return noise_ + kept_.size(); }

  protected:
    /// Never of nothing.
    virtual Judged judge(std::span<const std::byte> bytes) const = 0;
    /// A whole frame. Adds a record at least.
    virtual void read_frame(std::span<const std::byte> frame, std::vector<Record>& records) = 0;
    /// A byte between frames that begins none, with no noise before it: true if it meant something, and a record was added.
    virtual bool read_byte(std::byte /*byte*/, std::vector<Record>& /*records*/) { return false; }
    /// The stream has ended: what was learnt of it is forgotten.
    virtual void forget() {}

  private:
    void scan(bool ended, std::vector<Record>& records);
    void take_noise(GarbageReason reason);
    void end_noise(std::vector<Record>& records);

    Bytes kept_;  ///< of an unfinished frame
    std::size_t noise_ = 0;
    GarbageReason noise_reason_ = GarbageReason::frame;
};

}  // namespace chicane::decoders::codec
