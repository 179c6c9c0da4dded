#include "decoders/codec/robitronic_encode.hpp"

#include <algorithm>

#include "decoders/codec/little_endian.hpp"

namespace chicane::decoders::codec::robitronic {

namespace {

std::uint64_t ms_of(std::int64_t us) { return static_cast<std::uint64_t>(us / 1'000); }

}  // namespace

Bytes packet(Type type, std::span<const std::byte> body) {
    body = body.first(std::min(body.size(), packet_bytes_max - header_bytes));
    Bytes bytes(header_bytes + body.size());
    bytes[0] = static_cast<std::byte>(bytes.size());
    bytes[2] = static_cast<std::byte>(type);
    std::ranges::copy(body, bytes.begin() + header_bytes);
    bytes[crc_at] = static_cast<std::byte>(crc(bytes));
    return bytes;
}

Bytes encode(const Passing& passing) {
    Bytes body;
    put_little_endian(body, passing.transponder.value, 4);
    put_little_endian(body, ms_of(passing.time_us), 4);
    body.push_back(static_cast<std::byte>(passing.hits.value_or(0)));
    body.push_back(static_cast<std::byte>(passing.strength.value_or(0)));
    return packet(Type::car, body);
}

Bytes encode(const ClockReading& reading) {
    constexpr std::uint64_t tail_seen = 0x0201D014;  ///< the same in every recorded packet
    Bytes body;
    put_little_endian(body, ms_of(reading.time_us), 4);
    put_little_endian(body, tail_seen, 4);
    return packet(Type::clock, body);
}

Bytes init_request() { return packet(Type::init, {}); }

}  // namespace chicane::decoders::codec::robitronic
