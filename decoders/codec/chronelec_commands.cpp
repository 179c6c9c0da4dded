#include "decoders/codec/chronelec_commands.hpp"

#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec::chronelec {

namespace {

Bytes bytes_of(std::initializer_list<int> values) {
    Bytes bytes;
    for (const int value : values) bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

/// The command's byte comes twice, and the CRC's high byte first.
Bytes third_generation(int command, std::span<const std::byte> data) {
    Bytes bytes = bytes_of({0x1B, command, command});
    bytes.insert(bytes.end(), data.begin(), data.end());
    const int crc = mcrf4xx(std::span(bytes).subspan(1));
    for (const int end : {crc >> 8, crc & 0xFF, 0x3E}) bytes.push_back(static_cast<std::byte>(end));
    return bytes;
}

}  // namespace

Bytes status_request() { return bytes_of({0x1B, 0x05}); }
Bytes config_request() { return bytes_of({0x1B, 0x10}); }
Bytes acknowledgement() { return bytes_of({0x1B, 0x11}); }
Bytes repeat_request() { return bytes_of({0x1B, 0x12}); }
Bytes start_command() { return bytes_of({0x1B, 0x07}); }
Bytes stop_command() { return bytes_of({0x1B, 0x13, 0x5C}); }

std::optional<Bytes> time_command(int hour, int minute, int second) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
    return bytes_of({0x1B, 0x48, hour, minute, second, 0x74});
}

std::optional<Bytes> level_command(Channel channel, int level) {
    if (level < 0 || level > 99) return std::nullopt;
    return bytes_of({0x1B, channel == Channel::sta ? 0x1E : 0x1F, '0' + level / 10, '0' + level % 10});
}

std::optional<Bytes> date_command(int year, int month, int day) {
    if (year < 2000 || year > 2255 || !date_us(year, month, day, 0)) return std::nullopt;
    return third_generation(0x0A, bytes_of({day, month, year - 2000}));
}

Bytes config_command(std::span<const std::byte, config_bytes> config) { return third_generation(0x08, config); }

Bytes address_command(const Address& address) {
    Bytes data;
    for (const auto& part : {address.own, address.mask, address.gateway, address.host})
        for (const std::uint8_t number : part) data.push_back(std::byte{number});
    return third_generation(0x09, data);
}

std::uint16_t mcrf4xx(std::span<const std::byte> bytes) {
    unsigned crc = 0xFFFF;
    for (const std::byte byte : bytes) {
        crc ^= std::to_integer<unsigned>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x8408u : 0u);
    }
    return static_cast<std::uint16_t>(crc);
}

}  // namespace chicane::decoders::codec::chronelec
