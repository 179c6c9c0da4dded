// A loop inside a device: some decoders hear several and tell each by a word of their own. Its rules are the same wherever it is set up,
// in chicane.toml and on a screen. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "timing/passing.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::int32_t sectors_max = 32;           ///< more than any track has
inline constexpr std::size_t device_loops_max = 32;       ///< inside one device: the antennas of the largest reader
inline constexpr std::size_t loop_name_letters_max = 32;  ///< a location of an exporter is the longest

/// A loop of a decoder that has several, told by the decoder's own word for it.
struct DeviceLoop {
    std::string name;
    timing::LoopRole role = timing::LoopRole::finish;
    std::int32_t sector = 0;
    friend bool operator==(const DeviceLoop&, const DeviceLoop&) = default;
};

/// A sector's loop has its number, from 1; any other has none.
bool is_sector_of(timing::LoopRole role, std::int32_t sector);
/// Which of them has the name of one before it; their count where each has its own.
std::size_t first_of_a_taken_name(const std::vector<DeviceLoop>& loops);

}  // namespace chicane::sessions::conductor
