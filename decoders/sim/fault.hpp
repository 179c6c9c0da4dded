// What may go wrong on a simulated track, by the words of contract.md: in the ground (miss, double, weak, unknown, battery_low,
// parked, backup_only), in the decoder (restart, stall, clock_jump), and on the way (drop, duplicate, crc, noise, split, disconnect,
// late). At most one a crossing. Two are the whole run's: clock_drift and rollover.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace chicane::decoders::sim {

// clang-format off
enum class Fault {
    none, drop, duplicate, crc, noise, split, disconnect, restart, miss, doubled, weak, unknown, late,
    stall,        ///< nothing is said for longer than the watchdog waits, then all of it
    clock_jump,   ///< somebody sets the decoder's clock
    battery_low,  ///< the tag says so, where the protocol can
    parked,       ///< the kart stands on the loop and is heard again and again
    backup_only,  ///< only a second decoder of the loop hears it
    clock_drift,  ///< the decoder's clock runs fast by this share
    rollover,     ///< its clock passes its end this share of an hour after the begin, where it has one
};
// clang-format on
inline constexpr std::size_t fault_kinds = 20;
inline constexpr std::size_t crossing_kinds = 18;  ///< those of single crossings come first

/// How many in 1,000,000 crossings have a fault, by kind; those together at most a million.
struct FaultShares {
    std::array<std::int32_t, fault_kinds> ppm{};
    std::int32_t of(Fault fault) const { return ppm[static_cast<std::size_t>(fault)]; }
    friend bool operator==(const FaultShares&, const FaultShares&) = default;
};

/// The word of the contract; `none` has none and gives "".
std::string_view word_of(Fault fault);

/// Reads `drop,crc=0.05`: a name alone takes its usual share. The error says what was expected.
std::expected<FaultShares, std::string> parse_faults(std::string_view text);

}  // namespace chicane::decoders::sim
