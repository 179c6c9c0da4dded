// LapRF's frames: 5A, length, CRC, type, fields, 5B; within, a byte like these or the escape 5C is sent as 5C and 0x40 more. All
// numbers have their lowest byte first; length and CRC are those of the unescaped frame, the CRC (CRC-16/ARC) with its field zero.
// decoders.md §3.9 [V].
#pragma once

#include <cstdint>
#include <optional>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::laprf {

inline constexpr std::byte frame_begin{0x5A};
inline constexpr std::byte frame_end{0x5B};
inline constexpr std::byte escape{0x5C};
inline constexpr std::size_t header_bytes = 7;       ///< begin, length, CRC, type
inline constexpr std::size_t frame_bytes_min = 8;    ///< and the end
inline constexpr std::size_t frame_bytes_max = 512;  ///< the longest known, a status of eight slots, has 97

enum class Type : std::uint16_t { passing = 0xDA09, status = 0xDA0A, time = 0xDA0C };

namespace field {
inline constexpr std::uint8_t slot = 0x01;
inline constexpr std::uint8_t rtc_time = 0x02;
namespace passing {
inline constexpr std::uint8_t decoder = 0x20;
inline constexpr std::uint8_t number = 0x21;
inline constexpr std::uint8_t peak = 0x22;
inline constexpr std::uint8_t flags = 0x23;
}  // namespace passing
namespace status {
inline constexpr std::uint8_t voltage = 0x21;  ///< millivolts
}  // namespace status
}  // namespace field

/// CRC-16/ARC: polynomial 0x8005 reflected, begin 0.
std::uint16_t crc(std::span<const std::byte> bytes);

/// What is wrong with an unescaped frame, if anything: length goes before crc.
std::optional<GarbageReason> fault(std::span<const std::byte> frame);

/// Fields in, a frame with length, CRC and escapes out.
class FrameBuilder {
  public:
    explicit FrameBuilder(Type type);

    FrameBuilder& number(std::uint8_t id, std::uint64_t value, std::size_t bytes);
    /// Any bytes as the fields.
    FrameBuilder& raw(std::span<const std::byte> fields);
    Bytes build() const;

  private:
    Bytes frame_;  ///< without its end, length and CRC zero
};

}  // namespace chicane::decoders::codec::laprf
