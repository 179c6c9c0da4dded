// What may go wrong on a simulated track, by the words of contract.md: in the ground (miss, double, weak, unknown), in
// the decoder (restart), and on the way (drop, duplicate, crc, noise, split, disconnect, late). At most one a crossing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace chicane::decoders::sim {

enum class Fault { none, drop, duplicate, crc, noise, split, disconnect, restart, miss, doubled, weak, unknown, late };
inline constexpr std::size_t fault_kinds = 13;

/// How many in 1,000,000 crossings have a fault, by kind. Together at most a million.
struct FaultShares {
    std::array<std::int32_t, fault_kinds> ppm{};
    friend bool operator==(const FaultShares&, const FaultShares&) = default;
};

/// The word of the contract; `none` has none and gives "".
std::string_view word_of(Fault fault);

/// Reads `drop,crc=0.05`: a name alone takes its usual share. The error says what was expected.
std::expected<FaultShares, std::string> parse_faults(std::string_view text);

}  // namespace chicane::decoders::sim
