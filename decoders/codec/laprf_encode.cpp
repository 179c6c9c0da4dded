#include "decoders/codec/laprf_encode.hpp"

#include "decoders/codec/laprf_frame.hpp"

namespace chicane::decoders::codec::laprf {

namespace {

template <class Number>
void optional_number(FrameBuilder& frame, std::uint8_t id, const std::optional<Number>& value, std::size_t bytes) {
    if (value) frame.number(id, static_cast<std::uint64_t>(*value), bytes);
}

}  // namespace

Bytes encode(const Passing& passing) {
    FrameBuilder frame(Type::passing);
    optional_number(frame, field::passing::decoder, passing.decoder, 4);
    frame.number(field::slot, passing.transponder.value & 0xFF, 1);
    optional_number(frame, field::passing::number, passing.number, 4);
    frame.number(field::rtc_time, static_cast<std::uint64_t>(passing.time_us), 8);
    optional_number(frame, field::passing::peak, passing.strength, 2);
    optional_number(frame, field::passing::flags, passing.flags, 2);
    return frame.build();
}

Bytes encode(const Status& status) {
    constexpr std::uint64_t decivolt_mv = 100;
    FrameBuilder frame(Type::status);
    if (status.voltage_dv)
        frame.number(field::status::voltage, static_cast<std::uint64_t>(*status.voltage_dv) * decivolt_mv, 2);
    return frame.build();
}

Bytes encode(const ClockReading& reading) {
    return FrameBuilder(Type::time).number(field::rtc_time, static_cast<std::uint64_t>(reading.time_us), 8).build();
}

Bytes clock_request() { return FrameBuilder(Type::time).number(field::rtc_time, 0, 0).build(); }

}  // namespace chicane::decoders::codec::laprf
