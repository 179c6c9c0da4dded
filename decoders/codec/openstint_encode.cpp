#include "decoders/codec/openstint_encode.hpp"

#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::openstint {

namespace {

std::string ms_text(std::int64_t us) { return std::to_string(us / 1'000); }

}  // namespace

Bytes encode(const Passing& passing) {
    return bytes_of("P " + ms_text(passing.time_us) + " OPN " + std::to_string(passing.transponder.value) + ' ' +
                    number_text(passing.strength) + ".00 " + number_text(passing.hits) + " 0\n");
}

Bytes encode(const Status& status, const ClockReading& now) {
    return bytes_of("S " + ms_text(now.time_us) + ' ' + number_text(status.noise) + ".0 0.0 0 0\n");
}

}  // namespace chicane::decoders::codec::openstint
