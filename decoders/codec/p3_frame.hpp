// P3's words: the bytes that frame, the types of record and the ids of fields, and the making of a frame from its
// body. decoders.md §1.2 to 1.4. All integers are little-endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::p3 {

inline constexpr std::byte frame_begin{0x8E};
inline constexpr std::byte frame_end{0x8F};
inline constexpr std::byte escape{0x8D};  ///< the next byte was sent with escape_offset added
inline constexpr unsigned escape_offset = 0x20;
inline constexpr std::size_t header_bytes = 10;                   ///< begin, version, length, crc, flags, type
inline constexpr std::size_t frame_bytes_min = header_bytes + 1;  ///< an empty body and the end
inline constexpr std::size_t frame_bytes_max = 0xFFFF;            ///< what LENGTH can say; more is counted, not kept
inline constexpr std::uint8_t frame_version = 2;

enum class Type : std::uint16_t {
    passing = 0x0001,
    status = 0x0002,
    version = 0x0003,
    resend = 0x0004,
    clear_passing = 0x0005,
    get_time = 0x0024,
    first_contact = 0x0045,
    error = 0xFFFF,
};

/// Field ids by the record they stand in; `general` may stand in any.
namespace field {
namespace general {
inline constexpr std::uint8_t decoder = 0x81;
}
namespace passing {
inline constexpr std::uint8_t number = 0x01, transponder = 0x03, time = 0x04, strength = 0x05, hits = 0x06,
                              flags = 0x08, string = 0x0A;
}
namespace status {
inline constexpr std::uint8_t noise = 0x01, gps = 0x06, temperature = 0x07, satellites = 0x0A, voltage = 0x0C;
}
namespace version {
inline constexpr std::uint8_t decoder_type = 0x01, description = 0x02, version = 0x03, release = 0x04,
                              registration = 0x08, build = 0x0A, options = 0x0C;
}
namespace resend {
inline constexpr std::uint8_t from = 0x01, until = 0x02;
}
namespace get_time {
inline constexpr std::uint8_t rtc_time = 0x01, flags = 0x04, utc_time = 0x05;
}
namespace error {
inline constexpr std::uint8_t code = 0x01, description = 0x02;
}
}  // namespace field

/// Collects the fields of a record, then makes the frame as it goes over the wire: length, CRC, escapes.
class FrameBuilder {
  public:
    explicit FrameBuilder(Type type);

    /// A field of `bytes` bytes, the lowest first.
    FrameBuilder& number(std::uint8_t id, std::uint64_t value, std::size_t bytes);
    /// At most 255 bytes: what is longer is cut.
    FrameBuilder& text(std::uint8_t id, std::string_view value);
    /// Without a value: in a question, "please fill in".
    FrameBuilder& ask(std::uint8_t id);
    /// Body bytes as they are, whatever fields they make.
    FrameBuilder& raw(std::span<const std::byte> body);

    Bytes build() const;

  private:
    Bytes frame_;  ///< unescaped, length and CRC still zero, without the end
};

/// The unescaped frame as it goes over the wire. `frame` reaches from begin to end, both included.
Bytes escaped(std::span<const std::byte> frame);

}  // namespace chicane::decoders::codec::p3
