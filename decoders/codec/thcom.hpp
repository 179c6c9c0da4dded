// TAG Heuer CP520/540/545, PTB605 and Pocket Pro, protocol THCOM: a chronometer with photocells, a backup source. A pulse is nobody's:
// a trigger, its input as loop, its record's number, and as string the bib that was keyed in. decoders.md §3.2; sum of TN [V], the rest [S].
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class Thcom final : public LineCodec {
  public:
    Bytes ask_version() const override;
    Bytes ask_clock() const override;

  private:
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
};

namespace thcom {

/// The ASCII sum that four upper hex digits end a line with, from behind # up to the blank before them.
std::uint16_t sum_of(std::string_view text);

/// A TN line of a pulse; its time is cut to 10 µs, its number to four digits.
Bytes encode(const Passing& passing);

/// "ID" asks who it is; "WC 008 01" triggers input 1 by hand.
Bytes command(std::string_view words);

}  // namespace thcom

}  // namespace chicane::decoders::codec
