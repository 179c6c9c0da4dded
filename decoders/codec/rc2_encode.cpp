#include "decoders/codec/rc2_encode.hpp"

#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::rc2 {

namespace {

template <class Number>
std::string byte_text(const std::optional<Number>& number) {
    return hex_text(static_cast<std::uint8_t>(number.value_or(0)), 2);
}

std::string word_text(std::uint64_t number) { return hex_text(static_cast<std::uint32_t>(number), 8); }

}  // namespace

Bytes encode(const Passing& passing) {
    return bytes_of('$' + byte_text(passing.decoder) + word_text(passing.transponder.value) +
                    word_text(static_cast<std::uint64_t>(passing.time_us / 1'000)) + byte_text(passing.hits) +
                    byte_text(passing.strength) + "00\r\n");
}

Bytes encode(const Status& status) {
    return bytes_of('#' + byte_text(status.decoder) + byte_text(status.noise) + "\r\n");
}

}  // namespace chicane::decoders::codec::rc2
