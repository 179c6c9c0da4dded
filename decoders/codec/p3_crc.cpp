// As each byte joins after the table step, the register is the message's remainder: eight bytes more are the register
// times x^64 plus the remainder of those eight. Both come from tables without waiting for one another, where the plain
// loop waits for a table look-up a byte.
#include "decoders/codec/p3_crc.hpp"

#include <array>

namespace chicane::decoders::codec {

namespace {

constexpr std::uint16_t polynomial = 0x1021;
constexpr std::size_t stride = 8;  ///< bytes a step

using Table = std::array<std::uint16_t, 256>;

constexpr std::uint16_t times_x8(std::uint16_t remainder) {
    for (int bit = 0; bit < 8; ++bit)
        remainder = static_cast<std::uint16_t>((remainder << 1) ^ ((remainder & 0x8000) ? polynomial : 0));
    return remainder;
}

/// ahead[n][i]: the remainder of byte i with n bytes behind it.
constexpr std::array<Table, stride + 2> make_ahead() {
    std::array<Table, stride + 2> ahead{};
    for (std::size_t i = 0; i < 256; ++i) {
        std::uint16_t remainder = static_cast<std::uint16_t>(i);
        for (auto& table : ahead) {
            table[i] = remainder;
            remainder = times_x8(remainder);
        }
    }
    return ahead;
}

constexpr auto ahead = make_ahead();

}  // namespace

std::uint16_t p3_crc(std::span<const std::byte> bytes) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    std::size_t left = bytes.size();
    std::uint16_t crc = 0xFFFF;
    for (; left >= stride; left -= stride, at += stride) {
        crc = ahead[9][crc >> 8] ^ ahead[8][crc & 0xFF] ^ ahead[7][at[0]] ^ ahead[6][at[1]] ^ ahead[5][at[2]] ^
              ahead[4][at[3]] ^ ahead[3][at[4]] ^ ahead[2][at[5]] ^ static_cast<std::uint16_t>(at[6] << 8 | at[7]);
    }
    for (; left > 0; --left, ++at) crc = ahead[2][crc >> 8] ^ static_cast<std::uint16_t>(crc << 8 | *at);
    return crc;
}

}  // namespace chicane::decoders::codec
