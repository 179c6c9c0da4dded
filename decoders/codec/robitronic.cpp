#include "decoders/codec/robitronic.hpp"

#include "decoders/codec/little_endian.hpp"
#include "decoders/codec/robitronic_encode.hpp"

namespace chicane::decoders::codec {

namespace {

using robitronic::Judged;
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

/// Its length is its type's: judge() has seen to that.
void read_packet(std::span<const std::byte> packet, std::vector<Record>& records) {
    const auto body = packet.subspan(robitronic::header_bytes);
    const auto type = static_cast<Type>(packet[2]);
    if (type == Type::car)
        read_car(body, records);
    else if (type == Type::clock)
        records.emplace_back(ClockReading{time_us(body), {}, ClockBase::start});
    else
        records.emplace_back(Garbage{packet.size(), GarbageReason::unknown_record});
}

}  // namespace

void Robitronic::feed(std::span<const std::byte> bytes, std::vector<Record>& records) {
    kept_.insert(kept_.end(), bytes.begin(), bytes.end());
    scan(false, records);
}

void Robitronic::finish(std::vector<Record>& records) {
    scan(true, records);
    end_noise(records);
    answered_ = false;
}

void Robitronic::scan(bool ended, std::vector<Record>& records) {
    std::span<const std::byte> rest = kept_;
    while (!rest.empty()) {
        const Judged judged = robitronic::judge(rest);
        if (judged.what == Judged::What::unfinished && !ended) break;
        std::size_t used = 1;
        if (judged.what == Judged::What::packet) {
            end_noise(records);
            read_packet(rest.first(judged.bytes), records);
            used = judged.bytes;
        } else if (!take_answer(rest.front(), records)) {
            take_noise(judged.reason);
        }
        rest = rest.subspan(used);
    }
    kept_.erase(kept_.begin(), kept_.end() - static_cast<std::ptrdiff_t>(rest.size()));
}

/// The first 00 between packets is what the init was answered with: it lives. Later ones are noise.
bool Robitronic::take_answer(std::byte first, std::vector<Record>& records) {
    if (answered_ || noise_ > 0 || first != std::byte{0}) return false;
    answered_ = true;
    records.emplace_back(Status{});
    return true;
}

void Robitronic::take_noise(GarbageReason reason) {
    if (noise_++ == 0) noise_reason_ = reason;
}

void Robitronic::end_noise(std::vector<Record>& records) {
    if (noise_ > 0) records.emplace_back(Garbage{noise_, noise_reason_});
    noise_ = 0;
}

Bytes Robitronic::greet() { return robitronic::init_request(); }

}  // namespace chicane::decoders::codec
