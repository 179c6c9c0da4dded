#include "decoders/codec/llrp_encode.hpp"

#include "decoders/codec/big_endian.hpp"
#include "decoders/codec/hex.hpp"
#include "decoders/codec/llrp_commands.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::llrp {

namespace {

constexpr std::size_t epc_96_bytes = 12;

void put_number(Bytes& to, ParameterType type, std::uint64_t value, std::size_t size) {
    Bytes bytes;
    put_big_endian(bytes, value, size);
    put(to, type, bytes);
}

void put_text(Bytes& to, std::string_view text) {
    put_big_endian(to, text.size(), 2);
    const Bytes bytes = bytes_of(text);
    to.insert(to.end(), bytes.begin(), bytes.end());
}

void put_epc(Bytes& to, const Bytes& epc) {
    if (epc.size() == epc_96_bytes) return put(to, ParameterType::epc_96, epc);
    Bytes value;
    put_big_endian(value, epc.size() * 8, 2);
    value.insert(value.end(), epc.begin(), epc.end());
    put(to, ParameterType::epc_data, value);
}

void put_clock(Bytes& to, const ClockReading& clock) {
    const bool utc = clock.clock == ClockBase::utc;
    put_number(to, utc ? ParameterType::utc_timestamp : ParameterType::uptime,
               static_cast<std::uint64_t>(clock.time_us), 8);
}

Bytes notification(const Bytes& events) {
    Bytes body;
    put(body, ParameterType::reader_event_notification_data, events);
    return message(MessageType::reader_event_notification, 0, body);
}

void put_status(Bytes& to, const DeviceError& status) {
    Bytes value;
    put_big_endian(value, static_cast<std::uint64_t>(status.code), 2);
    put_text(value, status.description);
    put(to, ParameterType::llrp_status, value);
}

}  // namespace

Bytes encode(const Passing& passing, std::uint32_t id) {
    const auto time = static_cast<std::uint64_t>(passing.time_us);
    Bytes tag, body;
    put_epc(tag, bytes_of_hex(passing.string).value_or(Bytes()));
    if (const auto antenna = number_of<std::uint16_t>(passing.loop))
        put_number(tag, ParameterType::antenna_id, *antenna, 2);
    if (passing.strength) put_number(tag, ParameterType::peak_rssi, static_cast<std::uint64_t>(*passing.strength), 1);
    if (passing.clock == ClockBase::utc) put_number(tag, ParameterType::first_seen_utc, time, 8);
    if (passing.clock == ClockBase::start) put_number(tag, ParameterType::first_seen_uptime, time, 8);
    if (passing.hits) put_number(tag, ParameterType::tag_seen_count, static_cast<std::uint64_t>(*passing.hits), 2);
    put(body, ParameterType::tag_report_data, tag);
    return message(MessageType::ro_access_report, id, body);
}

Bytes connection_event(const ClockReading& clock, unsigned status) {
    Bytes events;
    put_clock(events, clock);
    put_number(events, ParameterType::connection_attempt_event, status, 2);
    return notification(events);
}

Bytes stopped_event(const ClockReading& clock) {
    constexpr std::uint64_t ended = 1, preempted_by = 0;
    Bytes events, value;
    put_clock(events, clock);
    put_big_endian(value, ended, 1);
    put_big_endian(value, ro_spec, 4);
    put_big_endian(value, preempted_by, 4);
    put(events, ParameterType::ro_spec_event, value);
    return notification(events);
}

Bytes keepalive(std::uint32_t id) { return message(MessageType::keepalive, id, {}); }

Bytes answer(MessageType type, const DeviceError& status) {
    Bytes body;
    put_status(body, status);
    return message(type, 0, body);
}

Bytes capabilities(const Version& version, std::uint32_t maker) {
    constexpr std::uint64_t antennas = 4, has_utc_clock = 0x4000;
    Bytes body, value;
    put_status(body, {0, ""});
    put_big_endian(value, antennas, 2);
    put_big_endian(value, has_utc_clock, 2);
    put_big_endian(value, maker, 4);
    put_big_endian(value, static_cast<std::uint32_t>(version.decoder_type.value_or(0)), 4);
    put_text(value, version.version);
    put(body, ParameterType::general_device_capabilities, value);
    return message(MessageType::get_reader_capabilities_response, 0, body);
}

}  // namespace chicane::decoders::codec::llrp
