// A P3 stream without what names a person: the frames stay frames, of the same fields and with a right sum. docs/recordings.md
// says what counts as personal and why.
#pragma once

#include <cstdint>
#include <deque>
#include <map>

#include "decoders/codec/p3_framer.hpp"
#include "decoders/recording/entry.hpp"

namespace chicane::decoders::recording {

/// Other numbers for tags, in order of their first passing: the same one throughout a cut, and nothing of the real one in it.
class Pseudonyms {
  public:
    std::uint32_t of(std::uint32_t tag);
    std::size_t size() const { return given_.size(); }

  private:
    std::map<std::uint32_t, std::uint32_t> given_;
};

class CleanP3 final : private codec::p3::FrameSink {
  public:
    /// `pseudonyms` is null where tag numbers stay; else it outlives this.
    explicit CleanP3(Pseudonyms* pseudonyms) : pseudonyms_(pseudonyms) {}

    /// What these bytes complete, clean. A frame that came in pieces comes with its last one.
    Bytes feed(std::span<const std::byte> bytes);
    /// The stream has ended: what is unfinished, clean.
    Bytes finish();

  private:
    void on_frame(const codec::p3::Frame& frame) override;
    void on_garbage(const codec::Garbage& garbage) override;
    Bytes taken(std::size_t bytes);

    Pseudonyms* pseudonyms_;
    codec::p3::Framer framer_;
    std::deque<std::byte> held_;  ///< as it came, not yet a frame or garbage
    Bytes clean_;
};

}  // namespace chicane::decoders::recording
