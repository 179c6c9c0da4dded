#include "decoders/codec/vstm_encode.hpp"

#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::vstm {

Bytes encode(const Passing& passing) {
    return bytes_of("lap:" + number_text(passing.receipt) + ',' + number_text(passing.decoder) + ',' +
                    std::to_string(passing.transponder.value) + ',' + std::to_string(passing.time_us / 1'000) +
                    ",0,0\r\n");
}

}  // namespace chicane::decoders::codec::vstm
