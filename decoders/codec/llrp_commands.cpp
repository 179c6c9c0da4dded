#include "decoders/codec/llrp_commands.hpp"

#include "decoders/codec/big_endian.hpp"

namespace chicane::decoders::codec::llrp {

namespace {

Bytes number(std::uint64_t value, std::size_t size) {
    Bytes bytes;
    put_big_endian(bytes, value, size);
    return bytes;
}

Bytes parameter(ParameterType type, std::initializer_list<Bytes> parts) {
    Bytes value, whole;
    for (const Bytes& part : parts) value.insert(value.end(), part.begin(), part.end());
    put(whole, type, value);
    return whole;
}

/// The answer has the id of its command: one a type, as one is under way at a time.
Bytes command(MessageType type, std::initializer_list<Bytes> parts) {
    Bytes body;
    for (const Bytes& part : parts) body.insert(body.end(), part.begin(), part.end());
    return message(type, static_cast<std::uint32_t>(type), body);
}

Bytes event_on(std::uint16_t event) {
    constexpr std::uint64_t on = 0x80;
    return parameter(ParameterType::event_notification_state, {number(event, 2), number(on, 1)});
}

/// It is started by START_ROSPEC only, and has no end.
Bytes boundary() {
    return parameter(ParameterType::ro_boundary_spec,
                     {parameter(ParameterType::ro_spec_start_trigger, {number(0, 1)}),
                      parameter(ParameterType::ro_spec_stop_trigger, {number(0, 1), number(0, 4)})});
}

Bytes inventory() {
    constexpr std::uint64_t antennas = 1, every_antenna = 0, no_end = 0, spec = 1, gen2 = 1;
    return parameter(ParameterType::ai_spec,
                     {number(antennas, 2), number(every_antenna, 2),
                      parameter(ParameterType::ai_spec_stop_trigger, {number(no_end, 1), number(0, 4)}),
                      parameter(ParameterType::inventory_parameter_spec, {number(spec, 2), number(gen2, 1)})});
}

/// A report a tag, with its antenna, its strength, when it was first and last seen, and how often.
Bytes reports() {
    constexpr std::uint64_t each_n_tags = 1, n = 1;
    constexpr std::uint64_t antenna = 0x1000, strength = 0x0400, first_seen = 0x0200, last_seen = 0x0100,
                            count = 0x0080;
    return parameter(ParameterType::ro_report_spec,
                     {number(each_n_tags, 1), number(n, 2),
                      parameter(ParameterType::tag_report_content_selector,
                                {number(antenna | strength | first_seen | last_seen | count, 2)})});
}

}  // namespace

Bytes get_capabilities() {
    constexpr std::uint64_t general = 1;
    return command(MessageType::get_reader_capabilities, {number(general, 1)});
}

Bytes set_reader_config() {
    constexpr std::uint64_t keep_the_rest = 0, periodic = 1;
    constexpr std::uint16_t ro_spec_events = 2, exceptions = 4;
    return command(
        MessageType::set_reader_config,
        {number(keep_the_rest, 1),
         parameter(ParameterType::reader_event_notification_spec, {event_on(ro_spec_events), event_on(exceptions)}),
         parameter(ParameterType::keepalive_spec, {number(periodic, 1), number(keepalive_every_ms, 4)})});
}

Bytes enable_events_and_reports() { return command(MessageType::enable_events_and_reports, {}); }
Bytes get_report() { return command(MessageType::get_report, {}); }

Bytes add_ro_spec() {
    constexpr std::uint64_t priority = 0, disabled = 0;
    return command(MessageType::add_rospec,
                   {parameter(ParameterType::ro_spec, {number(ro_spec, 4), number(priority, 1), number(disabled, 1),
                                                       boundary(), inventory(), reports()})});
}

Bytes enable_ro_spec() { return command(MessageType::enable_rospec, {number(ro_spec, 4)}); }
Bytes start_ro_spec() { return command(MessageType::start_rospec, {number(ro_spec, 4)}); }
Bytes delete_ro_spec(std::uint32_t id) { return command(MessageType::delete_rospec, {number(id, 4)}); }
Bytes keepalive_ack(std::uint32_t id) { return message(MessageType::keepalive_ack, id, {}); }

}  // namespace chicane::decoders::codec::llrp
