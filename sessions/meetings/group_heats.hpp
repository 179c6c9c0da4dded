// Heats of groups: the field is split into A, B, C, D …, and each pair of groups meets once: A-B and C-D, then A-C and B-D, then A-D and B-C.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "sessions/meetings/grand_prix_draw.hpp"

namespace chicane::sessions::meetings {

inline constexpr std::size_t groups_max = 16;  ///< 120 heats

/// Snakes down the list into heats of even sizes, the larger first: strong and weak in each. Nothing for no heats.
std::vector<People> snake(std::span<const timing::EntrantId> ranked, std::size_t heats);

using GroupPair = std::pair<std::size_t, std::size_t>;  ///< the lower first

/// Rounds in which every group is at most once; with an odd number one rests in each. Nothing for fewer than two or more than `groups_max`.
std::vector<std::vector<GroupPair>> group_rounds(std::size_t groups);

struct GroupHeat {
    GroupPair groups;
    People people;
};

/// All heats, in the order in which they are driven. Nothing when two groups do not fit into `places`, or `group_rounds` has nothing.
std::optional<std::vector<GroupHeat>> group_heats(std::span<const timing::EntrantId> ranked, std::size_t groups,
                                                  std::size_t places);

}  // namespace chicane::sessions::meetings
