// AMB RC2 and decoders in AMB20 mode: hexadecimal lines of fixed length without a sum, $ a passing, #690F a status.
// decoders.md §2.2 [I: inferred from recorded lines]. Its times are taken for milliseconds since its start.
#pragma once

#include "decoders/codec/marked_line_codec.hpp"

namespace chicane::decoders::codec {

class Rc2 final : public MarkedLineCodec {
  public:
    Rc2() : MarkedLineCodec("$#") {}

  private:
    void read_marked(std::string_view text, std::size_t wire_bytes, std::vector<Record>& records) override;
};

}  // namespace chicane::decoders::codec
