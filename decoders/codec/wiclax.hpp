// Wiclax' generic protocol of acquisition, which any device can speak: lines that end with CR. Who speaks it is told to read, and may be
// asked for its clock, or for all passings between two times. decoders.md §3.9 [S].
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class Wiclax final : public LineCodec {
  public:
    /// Lets it read; what it does already goes on.
    Bytes greet() override;
    Bytes ask_clock() const override;

  private:
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
};

namespace wiclax {

Bytes stop_command();
/// Local times, from 1970.
Bytes time_command(std::int64_t time_us);
/// All passings between two times once more.
Bytes rewind_request(std::int64_t from_us, std::int64_t until_us);

/// Its time is cut to milliseconds.
Bytes encode(const Passing& passing);

}  // namespace wiclax

}  // namespace chicane::decoders::codec
