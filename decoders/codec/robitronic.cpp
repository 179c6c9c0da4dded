#include "decoders/codec/robitronic.hpp"

#include "decoders/codec/little_endian.hpp"
#include "decoders/codec/robitronic_encode.hpp"

namespace chicane::decoders::codec {

namespace {

using robitronic::Type;

constexpr std::int64_t ms_us = 1'000;

std::int64_t time_us(std::span<const std::byte> bytes) {
    return static_cast<std::int64_t>(little_endian(bytes.first(4))) * ms_us;
}

void read_car(std::span<const std::byte> body, std::vector<Record>& records) {
    Passing passing;
    passing.transponder = {little_endian(body.first(4))};
    passing.time_us = time_us(body.subspan(4));
    passing.hits = std::to_integer<std::int32_t>(body[8]);
    passing.strength = std::to_integer<std::int32_t>(body[9]);
    passing.clock = ClockBase::start;
    records.emplace_back(std::move(passing));
}

}  // namespace

/// Its length is its type's: judge() has seen to that.
void Robitronic::read_frame(std::span<const std::byte> packet, std::vector<Record>& records) {
    const auto body = packet.subspan(robitronic::header_bytes);
    const auto type = static_cast<Type>(packet[2]);
    if (type == Type::car)
        read_car(body, records);
    else if (type == Type::clock)
        records.emplace_back(ClockReading{time_us(body), {}, ClockBase::start});
    else
        records.emplace_back(Garbage{packet.size(), GarbageReason::unknown_record});
}

/// The first 00 between packets is what the init was answered with: it lives. Later ones are noise.
bool Robitronic::read_byte(std::byte byte, std::vector<Record>& records) {
    if (answered_ || byte != std::byte{0}) return false;
    answered_ = true;
    records.emplace_back(Status{});
    return true;
}

Bytes Robitronic::greet() { return robitronic::init_request(); }

}  // namespace chicane::decoders::codec
