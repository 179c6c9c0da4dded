// ALGE TdC 8001 and Timy, the photocell standard, and who speaks like them. A pulse is nobody's: a trigger, its channel as loop (M behind
// it: the key on the device), and as string the start number that the device holds for it. No sum. decoders.md §3.2 [S].
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class Alge final : public LineCodec {
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
};

namespace alge {

/// A pulse's line; its time is cut to 100 µs.
Bytes encode(const Passing& passing);

}  // namespace alge

}  // namespace chicane::decoders::codec
