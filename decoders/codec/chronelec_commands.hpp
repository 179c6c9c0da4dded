// What a Chronelec decoder is told: ESC and a letter, or for the third generation ESC, data, a CRC and >. decoders.md §3.1 [S].
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::chronelec {

inline constexpr std::size_t config_bytes = 27;

enum class Channel { sta, box };

Bytes status_request();
Bytes config_request();
Bytes acknowledgement();
/// Sends the first passing that was not acknowledged once more.
Bytes repeat_request();

/// Starts the decoder's session, and its clock.
Bytes start_command();
Bytes stop_command();
/// To be sent on the full second. Absent: no such time.
std::optional<Bytes> time_command(int hour, int minute, int second);
/// Below this level, 0..99, nothing is detected. Absent: no such level.
std::optional<Bytes> level_command(Channel channel, int level);

/// Of the years 2000 to 2255. Absent: no such date.
std::optional<Bytes> date_command(int year, int month, int day);
Bytes config_command(std::span<const std::byte, config_bytes> config);
struct Address {
    std::array<std::uint8_t, 4> own, mask, gateway, host;
};
Bytes address_command(const Address& address);

/// CRC-16/MCRF4XX: polynomial 1021 reflected, from FFFF.
std::uint16_t mcrf4xx(std::span<const std::byte> bytes);

}  // namespace chicane::decoders::codec::chronelec
