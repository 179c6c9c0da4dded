// JChip readers: they connect to us, say their name, and send lines that end with CR. A passing ends with a sum that nobody explains
// publicly: it is not checked, and marked so. decoders.md §3.9 [S].
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class JChip final : public LineCodec {
  public:
    /// Says nothing: it begins with its name. What was owed on an earlier connection is forgotten.
    Bytes greet() override;
    /// On its name asks for its time, and on that lets it send.
    Bytes take_replies() override;
    Bytes ask_clock() const override;

  private:
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;

    Bytes replies_;
    bool silent_ = false;  ///< it has said its name, and was not told to send
};

namespace jchip {

/// Its time is cut to 100 µs; years 2000 on.
Bytes encode(const Passing& passing);

}  // namespace jchip

}  // namespace chicane::decoders::codec
