#include "decoders/codec/robitronic_packet.hpp"

namespace chicane::decoders::codec::robitronic {

std::uint8_t crc(std::span<const std::byte> packet) {
    constexpr unsigned polynomial = 0x07;
    unsigned sum = 0xDE;
    for (std::size_t i = 0; i < packet.size(); ++i) {
        sum ^= i == crc_at ? 0u : std::to_integer<unsigned>(packet[i]);
        for (int bit = 0; bit < 8; ++bit) sum = (sum << 1 ^ (sum & 0x80 ? polynomial : 0)) & 0xFF;
    }
    return static_cast<std::uint8_t>(sum);
}

std::optional<std::size_t> length_of(std::byte type) {
    switch (static_cast<Type>(type)) {
        case Type::init:
            return 3;
        case Type::clock:
            return 11;
        case Type::car:
            return 13;
    }
    return std::nullopt;
}

Judged judge(std::span<const std::byte> bytes) {
    using What = Judged::What;
    const auto length = std::to_integer<std::size_t>(bytes[0]);
    if (length < header_bytes || length > packet_bytes_max) return {What::noise};
    if (bytes.size() < header_bytes) return {What::unfinished};
    const auto known = length_of(bytes[2]);
    if (known && *known != length) return {What::noise, 0, GarbageReason::length};
    if (bytes.size() < length) return {What::unfinished};
    if (crc(bytes.first(length)) != std::to_integer<std::uint8_t>(bytes[crc_at]))
        return {What::noise, 0, GarbageReason::crc};
    return {What::frame, length};
}

}  // namespace chicane::decoders::codec::robitronic
