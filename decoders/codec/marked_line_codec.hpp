// What text protocols share whose records begin with a mark: SOH, or $ and #. In a line, what stands before a mark is garbage:
// noise, or a record that the next one's mark cuts off. Any cut of the stream gives the same, as lines do.
#pragma once

#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class MarkedLineCodec : public LineCodec {
  protected:
    /// Every byte of `marks` begins a record and stands nowhere within one.
    explicit MarkedLineCodec(std::string_view marks) : marks_(marks) {}

    /// A record from its mark on, without its line's end; `wire_bytes` with one. As in read_line, adding nothing is syntax.
    virtual void read_marked(std::string_view text, std::size_t wire_bytes, std::vector<Record>& records) = 0;

  private:
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) final;

    std::string_view marks_;
};

}  // namespace chicane::decoders::codec
