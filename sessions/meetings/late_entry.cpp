#include "sessions/meetings/late_entry.hpp"

#include <algorithm>
#include <numeric>

#include "sessions/meetings/sizes.hpp"

namespace chicane::sessions::meetings {

namespace {

/// Takes people out until `size` are left: the last who were not told, then the last who were.
void thin_out(DrawnHeat& heat, std::size_t size, DrawnHeat& into, std::vector<timing::EntrantId>& moved) {
    while (heat.people.size() > size) {
        auto out = std::find_if(heat.people.rbegin(), heat.people.rend(), [](const HeatPlace& p) { return !p.told; });
        if (out == heat.people.rend()) out = heat.people.rbegin();
        moved.push_back(out->who);
        into.people.push_back({out->who, false});
        heat.people.erase(std::next(out).base());
    }
}

LateEntry open_heat(std::vector<DrawnHeat> heats, timing::EntrantId who) {
    std::vector<std::size_t> open;
    std::size_t people = 1;
    for (std::size_t heat = 0; heat < heats.size(); ++heat) {
        if (heats[heat].ran) continue;
        open.push_back(heat);
        people += heats[heat].people.size();
    }
    // The larger heats keep the larger sizes, so that fewer move.
    std::stable_sort(open.begin(), open.end(), [&](std::size_t left, std::size_t right) {
        return heats[left].people.size() > heats[right].people.size();
    });
    const auto sizes = even_sizes(people, open.size() + 1);
    LateEntry entry{{}, heats.size(), {}};
    DrawnHeat opened;
    for (std::size_t rank = 0; rank < open.size(); ++rank)
        thin_out(heats[open[rank]], sizes[rank], opened, entry.moved);
    opened.people.push_back({who, false});
    entry.heats = std::move(heats);
    entry.heats.push_back(std::move(opened));
    return entry;
}

}  // namespace

std::optional<LateEntry> enter_late(std::vector<DrawnHeat> heats, timing::EntrantId who, std::size_t places) {
    std::optional<std::size_t> smallest;
    bool is_open = false;
    for (std::size_t heat = 0; heat < heats.size(); ++heat) {
        const DrawnHeat& drawn = heats[heat];
        is_open = is_open || !drawn.ran;
        if (drawn.ran || !drawn.has_kart || drawn.people.size() >= places) continue;
        if (!smallest || drawn.people.size() < heats[*smallest].people.size()) smallest = heat;
    }
    if (smallest) {
        heats[*smallest].people.push_back({who, false});
        return LateEntry{std::move(heats), *smallest, {}};
    }
    if (!is_open || places == 0) return std::nullopt;
    return open_heat(std::move(heats), who);
}

}  // namespace chicane::sessions::meetings
