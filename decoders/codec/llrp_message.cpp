#include "decoders/codec/llrp_message.hpp"

#include <algorithm>

#include "decoders/codec/big_endian.hpp"

namespace chicane::decoders::codec::llrp {

namespace {

constexpr std::size_t tlv_header_bytes = 4;
constexpr unsigned tv_mark = 0x80;
constexpr unsigned tlv_type_min = 128;

/// Every type of the specification. Another one is taken for noise, as there is no sum that tells a message from it.
constexpr std::uint16_t message_types[] = {1,  2,  3,  4,  11, 12, 13, 14, 20, 21, 22, 23, 24,  25,  26, 30,
                                           31, 32, 33, 34, 35, 36, 40, 41, 42, 43, 44, 45, 46,  47,  50, 51,
                                           52, 53, 54, 55, 56, 57, 60, 61, 62, 63, 64, 72, 100, 1023};

/// What a parameter without a length measures behind its type, from type 0; 0: there is none.
constexpr std::uint8_t tv_value_bytes[] = {0, 2, 8, 8, 8, 8, 1, 2, 2, 4, 2, 2, 2, 12, 2, 2, 4, 2, 4, 2, 2};

}  // namespace

Judged judge(std::span<const std::byte> bytes) {
    using What = Judged::What;
    const auto first = std::to_integer<unsigned>(bytes[0]);
    const unsigned version = first >> 2;  // with the reserved bits, which are 0
    if (version < 1 || version > version_read_max) return {What::noise};
    if (bytes.size() < 2) return {What::unfinished};
    const auto type = static_cast<std::uint16_t>(big_endian(bytes.first(2)) & 0x3FF);
    if (!std::ranges::binary_search(message_types, type)) return {What::noise};
    if (bytes.size() < 6) return {What::unfinished};
    const std::uint64_t length = big_endian(bytes.subspan(2, 4));
    if (length < header_bytes || length > message_bytes_max) return {What::noise, 0, GarbageReason::length};
    return bytes.size() < length ? Judged{What::unfinished} : Judged{What::frame, length};
}

Message message_of(std::span<const std::byte> frame) {
    return {static_cast<MessageType>(big_endian(frame.first(2)) & 0x3FF),
            static_cast<std::uint32_t>(big_endian(frame.subspan(6, 4))), frame.subspan(header_bytes)};
}

std::optional<Parameter> Parameters::next() {
    if (rest_.empty()) return std::nullopt;
    const auto first = std::to_integer<unsigned>(rest_[0]);
    unsigned type = first & ~tv_mark;
    std::size_t header = 1, length = 0;
    if (first & tv_mark) {
        if (type >= std::size(tv_value_bytes) || tv_value_bytes[type] == 0) return std::nullopt;
        length = header + tv_value_bytes[type];
    } else {
        header = tlv_header_bytes;
        if (rest_.size() < header) return std::nullopt;
        type = static_cast<unsigned>(big_endian(rest_.first(2)) & 0x3FF);
        length = big_endian(rest_.subspan(2, 2));
        if (type < tlv_type_min) return std::nullopt;
    }
    if (length < header || length > rest_.size()) return std::nullopt;
    const Parameter parameter{static_cast<ParameterType>(type), rest_.subspan(header, length - header), length};
    rest_ = rest_.subspan(length);
    return parameter;
}

std::optional<Parameter> find(std::span<const std::byte> parameters, ParameterType type) {
    Parameters all(parameters);
    while (const auto parameter = all.next())
        if (parameter->type == type) return parameter;
    return std::nullopt;
}

Bytes message(MessageType type, std::uint32_t id, std::span<const std::byte> body) {
    Bytes bytes;
    put_big_endian(bytes, version_spoken << 10 | static_cast<unsigned>(type), 2);
    put_big_endian(bytes, header_bytes + body.size(), 4);
    put_big_endian(bytes, id, 4);
    bytes.insert(bytes.end(), body.begin(), body.end());
    return bytes;
}

void put(Bytes& to, ParameterType type, std::span<const std::byte> value) {
    const auto number = static_cast<unsigned>(type);
    if (number < std::size(tv_value_bytes)) {
        put_big_endian(to, tv_mark | number, 1);
    } else {
        put_big_endian(to, number, 2);
        put_big_endian(to, tlv_header_bytes + value.size(), 2);
    }
    to.insert(to.end(), value.begin(), value.end());
}

}  // namespace chicane::decoders::codec::llrp
