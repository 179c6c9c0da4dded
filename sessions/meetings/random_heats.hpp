// Balanced random heats: every driver has the same number of heats and meets as many others as can be. The measure of how well that worked is
// part of the answer and is published with the heats: docs/meetings.md. Pure: seeded, and the same seed gives the same heats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace chicane::sessions::meetings {

/// A heat's drivers, by their place in the list of entries, in the order of the grid.
using Heat = std::vector<std::size_t>;

struct MeetingBalance {
    std::int64_t met_permille = 1000;  ///< of the others that each could have met at best, summed over all
    std::size_t met_least = 0;         ///< others met by who met the fewest
    std::size_t met_most = 0;
    std::size_t pair_most = 0;  ///< heats that the pair which met most often had together
    friend bool operator==(const MeetingBalance&, const MeetingBalance&) = default;
};

struct RandomHeats {
    std::vector<std::vector<Heat>> rounds;  ///< everybody is once in each round
    MeetingBalance balance;
};

/// Nothing when nobody comes, there is no place, or it is beyond the limits (`people_max`, `rounds_max`).
std::optional<RandomHeats> random_heats(std::size_t people, std::size_t heats_each, std::size_t places,
                                        std::uint64_t seed);

/// The measure, of any heats.
MeetingBalance meeting_balance(const std::vector<std::vector<Heat>>& rounds, std::size_t people);

}  // namespace chicane::sessions::meetings
