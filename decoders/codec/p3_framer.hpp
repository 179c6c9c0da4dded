// Finds P3's frames in a stream: takes any cut of it, undoes the escapes, judges length and CRC, and accounts for every
// byte: each belongs to one frame or one piece of garbage. It keeps at most frame_bytes_max of an unfinished frame.
#pragma once

#include <cstddef>
#include <span>

#include "decoders/codec/p3_frame.hpp"

namespace chicane::decoders::codec::p3 {

/// A frame of right length and sum, valid during the call that hands it over.
struct Frame {
    Type type{};
    std::span<const std::byte> body;  ///< its fields
    std::size_t wire_bytes = 0;       ///< with the escapes, as it came
};

class FrameSink {
  public:
    virtual ~FrameSink() = default;
    virtual void on_frame(const Frame& frame) = 0;
    virtual void on_garbage(const Garbage& garbage) = 0;
};

class Framer {
  public:
    void feed(std::span<const std::byte> bytes, FrameSink& sink);
    void finish(FrameSink& sink);
    std::size_t pending() const { return outside_ + wire_; }

  private:
    void begin(FrameSink& sink);
    void keep(std::span<const std::byte> run);
    void end(FrameSink& sink);
    void undo_escape(std::byte sent);

    Bytes frame_;               ///< unescaped, from its begin on; empty outside a frame
    std::size_t wire_ = 0;      ///< bytes of the frame as they came
    std::size_t outside_ = 0;   ///< bytes since the last frame's end
    bool escape_open_ = false;  ///< the next byte was escaped
    bool unreadable_ = false;   ///< an escape of nothing, or longer than LENGTH can say
};

}  // namespace chicane::decoders::codec::p3
