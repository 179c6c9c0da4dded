#include "decoders/codec/p98_encode.hpp"

#include "decoders/codec/p3_crc.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::p98 {

Bytes line(std::string_view text) {
    const std::string summed = std::string(text) + '\t';
    const auto sum = p3_crc(std::as_bytes(std::span(summed)));
    return bytes_of('\x01' + summed + 'x' + hex_text(sum, 4) + "\r\n");
}

Bytes encode(const Passing& passing) {
    return line("@\t" + number_text(passing.decoder) + '\t' + number_text(passing.number) + '\t' +
                std::to_string(passing.transponder.value) + '\t' + seconds_text(passing.time_us) + '\t' +
                number_text(passing.hits) + '\t' + number_text(passing.strength) + '\t' + number_text(passing.flags));
}

Bytes encode(const Status& status, Model model) {
    const std::string text =
        "#\t" + number_text(status.decoder) + '\t' + number_text(status.number) + '\t' + number_text(status.noise);
    return line(model == Model::rc4 ? text + "\t0" : text);
}

}  // namespace chicane::decoders::codec::p98
