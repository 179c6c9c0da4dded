// RFID Timing Ultra readers: lines that end with CR, on a connection that we open. Seconds count from 1980 by the reader's wall clock.
// decoders.md §3.9 [S]; voltage lines [S] by CrossMgr.
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class Ultra final : public LineCodec {
  public:
    /// Lets it read; what it does already goes on.
    Bytes greet() override;

  private:
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
};

namespace ultra {

Bytes stop_command();
/// Local time, from 1970; to be sent on the full second, while it is stopped.
Bytes time_command(std::int64_t time_us);

/// Its time is cut to milliseconds.
Bytes encode(const Passing& passing);

}  // namespace ultra

}  // namespace chicane::decoders::codec
