#include "decoders/codec/ilap_encode.hpp"

#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::ilap {

Bytes encode(const Passing& passing) {
    return bytes_of("\x01@\t" + number_text(passing.decoder) + '\t' + std::to_string(passing.transponder.value) + '\t' +
                    seconds_text(passing.time_us) + "\r\n");
}

Bytes init_answer(std::uint32_t decoder) { return bytes_of("\x01%\t" + std::to_string(decoder) + "\t0\t0\r\n"); }

}  // namespace chicane::decoders::codec::ilap
