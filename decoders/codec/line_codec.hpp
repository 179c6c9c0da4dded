// What all protocols of text lines share: a stream is cut into lines, each line becomes its records. Any cut of the stream gives the
// same lines; a line that grows beyond line_bytes_max is garbage up to its end. A line's ends belong to it, and so do the empty lines
// behind it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

/// The longest known: a store of 50 passings of 120 characters.
inline constexpr std::size_t line_bytes_max = 8 * 1024;

class LineCodec : public Codec {
  public:
    void feed(std::span<const std::byte> bytes, std::vector<Record>& records) final;
    void finish(std::vector<Record>& records) final;
    std::size_t pending() const final { return line_.size() + beyond_; }

  protected:
    /// `ends`: every byte of it ends a line, e.g. "\r\n" for CR LF, CR or LF alone.
    explicit LineCodec(std::string_view ends = "\r\n") : ends_(ends) {}

    /// A line without its end; `wire_bytes` with one. Adds at least one record, else the line is counted as garbage of syntax.
    virtual void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) = 0;

  private:
    void end_line(std::size_t end_bytes, std::vector<Record>& records);

    std::string_view ends_;
    std::string line_;        ///< of an unfinished line, at most line_bytes_max
    std::size_t beyond_ = 0;  ///< bytes of it that were not kept
};

}  // namespace chicane::decoders::codec
