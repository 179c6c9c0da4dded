#include "decoders/codec/laprf_frame.hpp"

#include "decoders/codec/bracket_codec.hpp"
#include "decoders/codec/little_endian.hpp"

namespace chicane::decoders::codec::laprf {

namespace {

constexpr std::size_t length_at = 1;
constexpr std::size_t crc_at = 3;

std::uint16_t crc_with_field_zero(std::span<const std::byte> frame) {
    Bytes zeroed(frame.begin(), frame.end());
    zeroed[crc_at] = zeroed[crc_at + 1] = std::byte{0};
    return crc(zeroed);
}

bool is_special(std::byte byte) { return byte == frame_begin || byte == frame_end || byte == escape; }

}  // namespace

std::uint16_t crc(std::span<const std::byte> bytes) {
    constexpr unsigned polynomial_reflected = 0xA001;
    unsigned sum = 0;
    for (const std::byte byte : bytes) {
        sum ^= std::to_integer<unsigned>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? polynomial_reflected : 0);
    }
    return static_cast<std::uint16_t>(sum);
}

std::optional<GarbageReason> fault(std::span<const std::byte> frame) {
    if (frame.size() < frame_bytes_min || little_endian(frame.subspan(length_at, 2)) != frame.size())
        return GarbageReason::length;
    if (little_endian(frame.subspan(crc_at, 2)) != crc_with_field_zero(frame)) return GarbageReason::crc;
    return std::nullopt;
}

FrameBuilder::FrameBuilder(Type type) {
    frame_.push_back(frame_begin);
    put_little_endian(frame_, 0, 4);
    put_little_endian(frame_, static_cast<std::uint16_t>(type), 2);
}

FrameBuilder& FrameBuilder::number(std::uint8_t id, std::uint64_t value, std::size_t bytes) {
    frame_.push_back(static_cast<std::byte>(id));
    frame_.push_back(static_cast<std::byte>(bytes));
    put_little_endian(frame_, value, bytes);
    return *this;
}

FrameBuilder& FrameBuilder::raw(std::span<const std::byte> fields) {
    frame_.insert(frame_.end(), fields.begin(), fields.end());
    return *this;
}

Bytes FrameBuilder::build() const {
    Bytes whole = frame_;
    whole.push_back(frame_end);
    const auto put = [&whole](std::size_t at, std::size_t number) {
        whole[at] = static_cast<std::byte>(number);
        whole[at + 1] = static_cast<std::byte>(number >> 8);
    };
    put(length_at, whole.size());
    put(crc_at, crc(whole));
    Bytes sent{frame_begin};
    for (const std::byte byte : std::span(whole).subspan(1, whole.size() - 2)) {
        if (is_special(byte)) sent.push_back(escape);
        sent.push_back(
            is_special(byte) ? static_cast<std::byte>(std::to_integer<unsigned>(byte) + bracket_escape_offset) : byte);
    }
    sent.push_back(frame_end);
    return sent;
}

}  // namespace chicane::decoders::codec::laprf
