#include "decoders/codec/p3_encode.hpp"

#include "decoders/codec/p3_frame.hpp"

namespace chicane::decoders::codec::p3 {

namespace {

constexpr std::size_t passing_string_bytes = 8;

template <class Number>
void optional_number(FrameBuilder& frame, std::uint8_t id, const std::optional<Number>& value, std::size_t bytes) {
    if (value) frame.number(id, static_cast<std::uint64_t>(*value), bytes);
}

void decoder(FrameBuilder& frame, const std::optional<std::uint32_t>& id) {
    optional_number(frame, field::general::decoder, id, 4);
}

void optional_text(FrameBuilder& frame, std::uint8_t id, const std::string& value) {
    if (!value.empty()) frame.text(id, value);
}

}  // namespace

Bytes encode(const Passing& passing) {
    using namespace field;
    FrameBuilder frame(Type::passing);
    const auto time = [&] { frame.number(passing::time, static_cast<std::uint64_t>(passing.time_us), 8); };
    const bool pro_chip = !passing.string.empty();
    optional_number(frame, passing::number, passing.number, 4);
    frame.number(passing::transponder, passing.transponder.value, 4);
    if (pro_chip) {
        std::string filled = passing.string;
        if (filled.size() < passing_string_bytes) filled.resize(passing_string_bytes, '\0');
        frame.text(passing::string, filled);
    } else {
        time();
    }
    optional_number(frame, passing::strength, passing.strength, 2);
    optional_number(frame, passing::hits, passing.hits, 2);
    if (pro_chip) time();
    optional_number(frame, passing::flags, passing.flags, 2);
    decoder(frame, passing.decoder);
    return frame.build();
}

Bytes encode(const Status& status) {
    FrameBuilder frame(Type::status);
    optional_number(frame, field::status::noise, status.noise, 2);
    optional_number(frame, field::status::temperature, status.temperature_c, 2);
    optional_number(frame, field::status::voltage, status.voltage_dv, 1);
    optional_number(frame, field::status::gps, status.gps, 1);
    optional_number(frame, field::status::satellites, status.satellites, 1);
    decoder(frame, status.decoder);
    return frame.build();
}

Bytes encode(const Version& version) {
    FrameBuilder frame(Type::version);
    optional_number(frame, field::version::decoder_type, version.decoder_type, 4);
    optional_text(frame, field::version::description, version.description);
    optional_text(frame, field::version::version, version.version);
    optional_number(frame, field::version::release, version.release, 4);
    decoder(frame, version.decoder);
    return frame.build();
}

Bytes encode(const ClockReading& reading) {
    FrameBuilder frame(Type::get_time);
    frame.number(field::get_time::rtc_time, static_cast<std::uint64_t>(reading.time_us), 8);
    decoder(frame, reading.decoder);
    return frame.build();
}

Bytes encode(const DeviceError& error) {
    FrameBuilder frame(Type::error);
    frame.number(field::error::code, static_cast<std::uint32_t>(error.code), 4);
    optional_text(frame, field::error::description, error.description);
    return frame.build();
}

Bytes version_request() {
    using namespace field;
    FrameBuilder frame(Type::version);
    for (const auto id : {version::decoder_type, version::description, version::version, version::release,
                          version::registration, version::build, version::options})
        frame.ask(id);
    return frame.build();
}

Bytes clock_request() {
    using namespace field;
    FrameBuilder frame(Type::get_time);
    for (const auto id : {get_time::rtc_time, get_time::flags, get_time::utc_time}) frame.ask(id);
    return frame.build();
}

Bytes resend_request(std::uint32_t from, std::uint32_t until) {
    FrameBuilder frame(Type::resend);
    return frame.number(field::resend::from, from, 4).number(field::resend::until, until, 4).build();
}

Bytes clear_request() { return FrameBuilder(Type::clear_passing).build(); }

Bytes clear_answer(std::uint32_t decoder_id) {
    FrameBuilder frame(Type::clear_passing);
    decoder(frame, decoder_id);
    return frame.build();
}

Bytes first_contact(std::uint32_t decoder_id) {
    FrameBuilder frame(Type::first_contact);
    decoder(frame, decoder_id);
    return frame.build();
}

}  // namespace chicane::decoders::codec::p3
