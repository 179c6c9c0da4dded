#include "sessions/meetings/ladder.hpp"

#include <algorithm>

#include "sessions/meetings/group_heats.hpp"
#include "sessions/meetings/sizes.hpp"

namespace chicane::sessions::meetings {

std::vector<People> climb(std::span<const People> results, std::size_t exchange) {
    std::vector<std::size_t> down(results.size(), 0);  // from each heat to the one below
    for (std::size_t heat = 0; heat + 1 < results.size(); ++heat)
        down[heat] = std::min({exchange, results[heat].size() / 2, results[heat + 1].size() / 2});
    std::vector<People> next(results.size());
    for (std::size_t heat = 0; heat < results.size(); ++heat) {
        const auto add = [&](const People& from, std::size_t begin, std::size_t end) {
            next[heat].insert(next[heat].end(), from.begin() + static_cast<std::ptrdiff_t>(begin),
                              from.begin() + static_cast<std::ptrdiff_t>(end));
        };
        const std::size_t gone_up = heat > 0 ? down[heat - 1] : 0;
        if (heat > 0) add(results[heat - 1], results[heat - 1].size() - gone_up, results[heat - 1].size());
        add(results[heat], gone_up, results[heat].size() - down[heat]);
        if (heat + 1 < results.size()) add(results[heat + 1], 0, down[heat]);
    }
    return next;
}

std::vector<People> draw_elimination(std::span<const timing::EntrantId> ranked, std::size_t places) {
    return snake(ranked, heats_for(ranked.size(), places));
}

std::optional<Elimination> eliminate(std::span<const People> results, std::size_t through, std::size_t places) {
    Elimination made;
    People on;
    std::size_t deepest = 0;
    for (const People& heat : results) deepest = std::max(deepest, heat.size());
    for (std::size_t place = 0; place < deepest; ++place)
        for (const People& heat : results)
            if (place < heat.size()) (place < through ? on : made.out).push_back(heat[place]);
    if (on.empty() || places == 0 || (made.out.empty() && results.size() > 1)) return std::nullopt;
    made.heats = draw_elimination(on, places);
    return made;
}

}  // namespace chicane::sessions::meetings
