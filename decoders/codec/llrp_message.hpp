// LLRP's messages and the parameters in them. GS1 EPCglobal "Low Level Reader Protocol 1.1", binary encoding: three bits reserved, three of
// version, ten of type, then the length of all and an id; inside, parameters with a length (TLV), or of a fixed one (TV).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "decoders/codec/unmarked_codec.hpp"

namespace chicane::decoders::codec::llrp {

inline constexpr std::size_t header_bytes = 10;
/// A reader that was alone for long sends what it kept in messages of some hundred tags of about 60 bytes; this is twice as much.
inline constexpr std::size_t message_bytes_max = 256 * 1024;
/// We speak 1.0.1, which every reader starts with, and read 1.1 as well: what is read here is the same in both.
inline constexpr unsigned version_spoken = 1, version_read_max = 2;

enum class MessageType : std::uint16_t {
    get_reader_capabilities = 1,
    set_reader_config = 3,
    close_connection_response = 4,
    get_reader_capabilities_response = 11,
    get_reader_config_response = 12,
    set_reader_config_response = 13,
    add_rospec = 20,
    delete_rospec = 21,
    start_rospec = 22,
    enable_rospec = 24,
    add_rospec_response = 30,
    delete_rospec_response = 31,
    start_rospec_response = 32,
    stop_rospec_response = 33,
    enable_rospec_response = 34,
    disable_rospec_response = 35,
    get_report = 60,
    ro_access_report = 61,
    keepalive = 62,
    reader_event_notification = 63,
    enable_events_and_reports = 64,
    keepalive_ack = 72,
    error_message = 100
};

enum class ParameterType : std::uint16_t {
    antenna_id = 1,
    first_seen_utc = 2,
    first_seen_uptime = 3,
    last_seen_utc = 4,
    last_seen_uptime = 5,
    peak_rssi = 6,
    tag_seen_count = 8,
    epc_96 = 13,
    utc_timestamp = 128,
    uptime = 129,
    general_device_capabilities = 137,
    ro_spec = 177,
    ro_boundary_spec = 178,
    ro_spec_start_trigger = 179,
    ro_spec_stop_trigger = 182,
    ai_spec = 183,
    ai_spec_stop_trigger = 184,
    inventory_parameter_spec = 186,
    keepalive_spec = 220,
    ro_report_spec = 237,
    tag_report_content_selector = 238,
    tag_report_data = 240,
    epc_data = 241,
    reader_event_notification_spec = 244,
    event_notification_state = 245,
    reader_event_notification_data = 246,
    ro_spec_event = 249,
    reader_exception_event = 252,
    connection_attempt_event = 256,
    llrp_status = 287
};

/// By its header: nothing else can be held against the bytes.
Judged judge(std::span<const std::byte> bytes);

struct Message {
    MessageType type{};
    std::uint32_t id = 0;
    std::span<const std::byte> body;
};

/// Of a frame that judge() has taken.
Message message_of(std::span<const std::byte> frame);

struct Parameter {
    ParameterType type{};
    std::span<const std::byte> value;
    std::size_t wire_bytes = 0;
};

/// Goes through the parameters that fill some bytes.
class Parameters {
  public:
    explicit Parameters(std::span<const std::byte> bytes) : rest_(bytes) {}

    /// Absent: none is left, or the rest is no parameter.
    std::optional<Parameter> next();
    /// What is not read yet; after next() gave none, what cannot be.
    std::span<const std::byte> rest() const { return rest_; }

  private:
    std::span<const std::byte> rest_;
};

/// The first of a type.
std::optional<Parameter> find(std::span<const std::byte> parameters, ParameterType type);

Bytes message(MessageType type, std::uint32_t id, std::span<const std::byte> body);
/// With a length, or of its fixed one, as its type has it.
void put(Bytes& to, ParameterType type, std::span<const std::byte> value);

}  // namespace chicane::decoders::codec::llrp
