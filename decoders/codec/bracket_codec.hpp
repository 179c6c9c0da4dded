// What protocols share whose frames stand between a begin and an end: takes any cut of a stream, undoes escapes where there are any,
// and accounts for every byte: it belongs to one frame or to one piece of garbage. Of an unfinished frame it keeps bytes_max at most.
#pragma once

#include <optional>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

struct Brackets {
    std::byte begin;
    std::byte end;
    std::size_t bytes_max;            ///< of a frame, unescaped, with begin and end; a longer one is garbage by length
    std::optional<std::byte> escape;  ///< the byte behind it was sent 0x40 higher
};

inline constexpr unsigned bracket_escape_offset = 0x40;

class BracketCodec : public Codec {
  public:
    void feed(std::span<const std::byte> bytes, std::vector<Record>& records) final;
    void finish(std::vector<Record>& records) final;
    std::size_t pending() const final { return outside_ + wire_; }

  protected:
    explicit BracketCodec(Brackets brackets) : brackets_(brackets) {}

    /// A frame, unescaped, with its begin and end; `wire_bytes` as it came. Adds one record, else the frame is garbage of syntax.
    virtual void read_frame(std::span<const std::byte> frame, std::size_t wire_bytes, std::vector<Record>& records) = 0;
    /// The stream has ended: what was learnt of it is forgotten.
    virtual void forget() {}

  private:
    void begin(std::vector<Record>& records);
    void keep(std::byte byte);
    void end(std::vector<Record>& records);
    void end_garbage(std::vector<Record>& records);

    Brackets brackets_;
    Bytes frame_;              ///< unescaped, from its begin on; empty outside a frame
    std::size_t wire_ = 0;     ///< bytes of the frame as they came
    std::size_t outside_ = 0;  ///< bytes since the last frame's end
    bool escaped_ = false;     ///< the next byte was escaped
    bool unreadable_ = false;  ///< too long, or an escape of nothing
};

}  // namespace chicane::decoders::codec
