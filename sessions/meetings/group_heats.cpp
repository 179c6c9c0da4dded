#include "sessions/meetings/group_heats.hpp"

#include <algorithm>

#include "sessions/meetings/sizes.hpp"

namespace chicane::sessions::meetings {

std::vector<People> snake(std::span<const timing::EntrantId> ranked, std::size_t heats) {
    const auto sizes = even_sizes(ranked.size(), heats);
    std::vector<People> made(sizes.size());
    if (made.empty()) return made;
    std::size_t next = 0;
    for (std::size_t row = 0; next < ranked.size(); ++row)
        for (std::size_t step = 0; step < heats && next < ranked.size(); ++step) {
            const std::size_t heat = row % 2 == 0 ? step : heats - 1 - step;
            if (made[heat].size() < sizes[heat]) made[heat].push_back(ranked[next++]);
        }
    return made;
}

std::vector<std::vector<GroupPair>> group_rounds(std::size_t groups) {
    if (groups < 2 || groups > groups_max) return {};
    // The circle method: all but the first turn. Laid out so that neighbours meet first; the place beyond an odd number is the rest.
    const std::size_t seats = groups + groups % 2;
    std::vector<std::size_t> circle;
    for (std::size_t even = 0; even < seats; even += 2) circle.push_back(even);
    for (std::size_t odd = seats; odd > 0; odd -= 2) circle.push_back(odd - 1);
    std::vector<std::vector<GroupPair>> made;
    for (std::size_t round = 0; round + 1 < seats; ++round) {
        auto& pairs = made.emplace_back();
        for (std::size_t seat = 0; seat < seats / 2; ++seat) {
            const auto [low, high] = std::minmax(circle[seat], circle[seats - 1 - seat]);
            if (high < groups) pairs.emplace_back(low, high);
        }
        std::sort(pairs.begin(), pairs.end());
        std::rotate(circle.begin() + 1, circle.begin() + 2, circle.end());
    }
    return made;
}

std::optional<std::vector<GroupHeat>> group_heats(std::span<const timing::EntrantId> ranked, std::size_t groups,
                                                  std::size_t places) {
    const auto drawn = group_rounds(groups);
    if (drawn.empty() || ranked.size() < groups) return std::nullopt;
    const auto split = snake(ranked, groups);
    if (split[0].size() + split[1].size() > places) return std::nullopt;
    std::vector<GroupHeat> heats;
    for (const auto& pairs : drawn)
        for (const auto& pair : pairs) {
            People people = split[pair.first];
            people.insert(people.end(), split[pair.second].begin(), split[pair.second].end());
            heats.push_back({pair, std::move(people)});
        }
    return heats;
}

}  // namespace chicane::sessions::meetings
