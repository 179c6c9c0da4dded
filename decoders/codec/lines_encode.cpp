#include "decoders/codec/lines_encode.hpp"

#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::lines {

Bytes encode(const Passing& passing) {
    std::string line = passing.decoder ? std::to_string(*passing.decoder) : passing.loop;
    if (!line.empty()) line += ',';
    line += passing.string.empty() ? std::to_string(passing.transponder.value) : passing.string;
    return bytes_of(line + "\r\n");
}

}  // namespace chicane::decoders::codec::lines
