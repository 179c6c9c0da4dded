#include "decoders/codec/p3_frame.hpp"

#include <algorithm>

#include "decoders/codec/little_endian.hpp"
#include "decoders/codec/p3_crc.hpp"

namespace chicane::decoders::codec::p3 {

namespace {

constexpr std::size_t field_bytes_max = 255;  ///< a field's length is one byte

void put_u16(Bytes& in, std::size_t at, std::size_t value) {
    in[at] = static_cast<std::byte>(value & 0xFF);
    in[at + 1] = static_cast<std::byte>(value >> 8 & 0xFF);
}

}  // namespace

FrameBuilder::FrameBuilder(Type type) {
    frame_ = {frame_begin, std::byte{frame_version}};
    put_little_endian(frame_, 0, 6);  // length, CRC, flags
    put_little_endian(frame_, static_cast<std::uint16_t>(type), 2);
}

FrameBuilder& FrameBuilder::number(std::uint8_t id, std::uint64_t value, std::size_t bytes) {
    frame_.push_back(std::byte{id});
    put_little_endian(frame_, bytes, 1);
    put_little_endian(frame_, value, bytes);
    return *this;
}

FrameBuilder& FrameBuilder::text(std::uint8_t id, std::string_view value) {
    value = value.substr(0, field_bytes_max);
    frame_.push_back(std::byte{id});
    put_little_endian(frame_, value.size(), 1);
    for (const char c : value) frame_.push_back(static_cast<std::byte>(c));
    return *this;
}

FrameBuilder& FrameBuilder::ask(std::uint8_t id) { return number(id, 0, 0); }

FrameBuilder& FrameBuilder::raw(std::span<const std::byte> body) {
    frame_.insert(frame_.end(), body.begin(), body.end());
    return *this;
}

Bytes FrameBuilder::build() const {
    Bytes frame = frame_;
    frame.push_back(frame_end);
    put_u16(frame, 2, frame.size());
    put_u16(frame, 4, p3_crc(frame));
    return escaped(frame);
}

Bytes escaped(std::span<const std::byte> frame) {
    Bytes wire;
    wire.reserve(frame.size() + 4);
    for (std::size_t i = 0; i < frame.size(); ++i) {
        const bool edge = i == 0 || i + 1 == frame.size();
        if (!edge && frame[i] >= escape && frame[i] <= frame_end) {
            wire.push_back(escape);
            wire.push_back(static_cast<std::byte>(std::to_integer<unsigned>(frame[i]) + escape_offset));
        } else {
            wire.push_back(frame[i]);
        }
    }
    return wire;
}

}  // namespace chicane::decoders::codec::p3
