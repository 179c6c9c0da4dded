#include "decoders/codec/llrp_fields.hpp"

#include <algorithm>

#include "decoders/codec/big_endian.hpp"
#include "decoders/codec/llrp_epc.hpp"

namespace chicane::decoders::codec::llrp {

namespace {

/// Microseconds of nearly three centuries: no clock says more, and sums of two fit.
constexpr std::uint64_t time_us_max = 1ULL << 53;
constexpr std::size_t description_bytes_max = 200;  ///< two lines on a screen

Garbage broken(std::size_t bytes) { return {bytes, GarbageReason::syntax}; }

/// A u16 count and so many bytes, UTF-8; then what follows.
std::optional<std::string> text_of(std::span<const std::byte> value) {
    if (value.size() < 2) return std::nullopt;
    const std::size_t bytes = big_endian(value.first(2));
    if (bytes > value.size() - 2) return std::nullopt;
    const auto text = value.subspan(2, std::min(bytes, description_bytes_max));
    return std::string(reinterpret_cast<const char*>(text.data()), text.size());
}

/// A u16 count of bits, and their bytes.
std::optional<std::span<const std::byte>> epc_data(std::span<const std::byte> value) {
    if (value.size() < 2) return std::nullopt;
    const std::size_t bytes = (big_endian(value.first(2)) + 7) / 8;
    return bytes == value.size() - 2 ? std::optional(value.subspan(2)) : std::nullopt;
}

/// A tag's times in the order in which they are taken: the first seen, by UTC where the reader has it.
struct Times {
    std::optional<std::uint64_t> first_utc, first_uptime, last_utc, last_uptime;

    bool place(Passing& passing) const {
        const bool utc = first_utc || (last_utc && !first_uptime);
        const auto time = utc ? (first_utc ? first_utc : last_utc) : (first_uptime ? first_uptime : last_uptime);
        passing.clock = !time ? ClockBase::none : utc ? ClockBase::utc : ClockBase::start;
        passing.time_us = static_cast<std::int64_t>(std::min(time.value_or(0), time_us_max));
        return time.value_or(0) <= time_us_max;
    }
};

bool read_epc(std::span<const std::byte> epc, Passing& passing) {
    passing.transponder = transponder_of_epc(epc);
    passing.string = epc_text(epc);
    return !epc.empty();
}

Record read_tag(const Parameter& tag) {
    Passing passing;
    Times times;
    bool named = false;
    Parameters all(tag.value);
    while (const auto parameter = all.next()) {
        const auto number = parameter->value.size() <= 8 ? big_endian(parameter->value) : 0;
        if (parameter->type == ParameterType::epc_96) {
            named = read_epc(parameter->value, passing);
        } else if (parameter->type == ParameterType::epc_data) {
            const auto epc = epc_data(parameter->value);
            if (!epc) return broken(tag.wire_bytes);
            named = read_epc(*epc, passing);
        } else if (parameter->type == ParameterType::antenna_id) {
            passing.loop = std::to_string(number);
        } else if (parameter->type == ParameterType::peak_rssi) {
            passing.strength = static_cast<std::int8_t>(number);
        } else if (parameter->type == ParameterType::tag_seen_count) {
            passing.hits = static_cast<std::int32_t>(number);
        } else if (parameter->type == ParameterType::first_seen_utc) {
            times.first_utc = number;
        } else if (parameter->type == ParameterType::first_seen_uptime) {
            times.first_uptime = number;
        } else if (parameter->type == ParameterType::last_seen_utc) {
            times.last_utc = number;
        } else if (parameter->type == ParameterType::last_seen_uptime) {
            times.last_uptime = number;
        }
    }
    if (!named || !all.rest().empty() || !times.place(passing)) return broken(tag.wire_bytes);
    return passing;
}

void read_report(std::span<const std::byte> body, std::vector<Record>& records) {
    const std::size_t before = records.size();
    Parameters all(body);
    while (const auto parameter = all.next())
        if (parameter->type == ParameterType::tag_report_data) records.push_back(read_tag(*parameter));
    if (!all.rest().empty()) records.emplace_back(broken(all.rest().size()));
    if (records.size() == before) records.emplace_back(Status{});  // nothing was there to report
}

std::optional<ClockReading> read_clock(const Parameter& parameter) {
    const bool utc = parameter.type == ParameterType::utc_timestamp;
    if (!utc && parameter.type != ParameterType::uptime) return std::nullopt;
    if (parameter.value.size() != 8 || big_endian(parameter.value) > time_us_max) return std::nullopt;
    return ClockReading{
        static_cast<std::int64_t>(big_endian(parameter.value)), {}, utc ? ClockBase::utc : ClockBase::start};
}

DeviceError refused_connection(unsigned status) {
    constexpr std::string_view why[] = {"", "the reader has connected to somebody itself",
                                        "another client is connected", "the reader takes no connection",
                                        "another client tried to connect"};
    return {static_cast<std::int32_t>(status), std::string(status < std::size(why) ? why[status] : "not connected")};
}

void read_event(const Parameter& event, Told& told, std::vector<Record>& records) {
    constexpr std::byte ended{1};
    if (const auto clock = read_clock(event)) {
        records.emplace_back(*clock);
    } else if (event.type == ParameterType::connection_attempt_event && event.value.size() == 2) {
        const auto status = static_cast<unsigned>(big_endian(event.value));
        told.connected = status == 0;
        if (status != 0) records.emplace_back(refused_connection(status));
    } else if (event.type == ParameterType::reader_exception_event) {
        if (auto text = text_of(event.value))
            records.emplace_back(DeviceError{static_cast<std::int32_t>(event.type), *std::move(text)});
    } else if (event.type == ParameterType::ro_spec_event && !event.value.empty()) {
        told.stopped = event.value[0] == ended;
    }
}

void read_notification(std::span<const std::byte> body, Told& told, std::vector<Record>& records) {
    const std::size_t before = records.size();
    const auto data = find(body, ParameterType::reader_event_notification_data);
    Parameters all(data ? data->value : body);
    while (const auto event = data ? all.next() : std::nullopt) read_event(*event, told, records);
    if (!data || !all.rest().empty())
        records.emplace_back(broken(data ? all.rest().size() : header_bytes + body.size()));
    else if (records.size() == before)
        records.emplace_back(Status{});
}

/// Antennas, flags, maker, model, and the text of its firmware. The maker is IANA's number of an enterprise.
std::optional<Version> read_capabilities(std::span<const std::byte> body) {
    constexpr std::size_t maker_at = 4, model_at = 8, firmware_at = 12;
    const auto general = find(body, ParameterType::general_device_capabilities);
    if (!general || general->value.size() < firmware_at) return std::nullopt;
    const auto firmware = text_of(general->value.subspan(firmware_at));
    if (!firmware) return std::nullopt;
    Version version;
    version.decoder_type = static_cast<std::int32_t>(big_endian(general->value.subspan(model_at, 4)));
    version.description = "maker " + std::to_string(big_endian(general->value.subspan(maker_at, 4)));
    version.version = *firmware;
    return version;
}

/// What every answer holds: a code, 0 where all is well, and a text.
void read_answer(const Message& message, Told& told, std::vector<Record>& records) {
    const auto status = find(message.body, ParameterType::llrp_status);
    const auto text = status && status->value.size() >= 2 ? text_of(status->value.subspan(2)) : std::nullopt;
    if (!text) return records.push_back(broken(header_bytes + message.body.size()));
    const auto code = static_cast<std::int32_t>(big_endian(status->value.first(2)));
    told.good = code == 0 && message.type != MessageType::error_message;
    if (!told.good) return records.push_back(DeviceError{code, *text});
    const bool capabilities = message.type == MessageType::get_reader_capabilities_response;
    const auto version = capabilities ? read_capabilities(message.body) : std::nullopt;
    records.push_back(version ? Record(*version) : Record(Status{}));
}

}  // namespace

Told read(const Message& message, std::vector<Record>& records) {
    Told told;
    switch (message.type) {
        case MessageType::ro_access_report:
            read_report(message.body, records);
            break;
        case MessageType::keepalive:
            records.emplace_back(Status{});
            break;
        case MessageType::reader_event_notification:
            read_notification(message.body, told, records);
            break;
        case MessageType::close_connection_response:
        case MessageType::get_reader_capabilities_response:
        case MessageType::get_reader_config_response:
        case MessageType::set_reader_config_response:
        case MessageType::add_rospec_response:
        case MessageType::delete_rospec_response:
        case MessageType::start_rospec_response:
        case MessageType::stop_rospec_response:
        case MessageType::enable_rospec_response:
        case MessageType::disable_rospec_response:
        case MessageType::error_message:
            read_answer(message, told, records);
            break;
        default:  // what a client says, and orders that we never give
            records.emplace_back(Garbage{header_bytes + message.body.size(), GarbageReason::unknown_record});
    }
    return told;
}

}  // namespace chicane::decoders::codec::llrp
