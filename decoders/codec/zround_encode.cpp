#include "decoders/codec/zround_encode.hpp"

#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::zround {

namespace {

std::string ms_text(std::int64_t us) { return hex_text(static_cast<std::uint64_t>(us / 1'000)); }

}  // namespace

Bytes encode(const Passing& passing) {
    return bytes_of("%L" + hex_text(passing.transponder.value) + ',' + ms_text(passing.time_us) + '&');
}

Bytes encode_short(const Passing& passing) {
    return bytes_of("%L" + hex_text(passing.transponder.value & 0xFF, 2) + ms_text(passing.time_us) + '&');
}

Bytes encode(const ClockReading& reading) { return bytes_of("%T" + ms_text(reading.time_us) + '&'); }

Bytes init_request() { return bytes_of("%C&"); }
Bytes start_request() { return bytes_of("%I&"); }
Bytes stop_request() { return bytes_of("%F&"); }
Bytes answer() { return bytes_of("%A&"); }

}  // namespace chicane::decoders::codec::zround
