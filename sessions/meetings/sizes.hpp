// How many go into each heat: n people on c places make ⌈n/c⌉ heats whose sizes differ by one at most, the larger first.
#pragma once

#include <cstddef>
#include <vector>

namespace chicane::sessions::meetings {

/// Nothing when nobody comes or there is no place.
inline std::vector<std::size_t> even_sizes(std::size_t people, std::size_t heats) {
    std::vector<std::size_t> sizes(people == 0 ? 0 : heats);
    if (heats == 0) return sizes;
    for (std::size_t heat = 0; heat < sizes.size(); ++heat)
        sizes[heat] = people / heats + (heat < people % heats ? 1 : 0);
    return sizes;
}

inline std::size_t heats_for(std::size_t people, std::size_t places) {
    return places == 0 ? 0 : (people + places - 1) / places;
}

inline std::vector<std::size_t> heat_sizes(std::size_t people, std::size_t places) {
    return even_sizes(people, heats_for(people, places));
}

}  // namespace chicane::sessions::meetings
