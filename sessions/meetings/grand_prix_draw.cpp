#include "sessions/meetings/grand_prix_draw.hpp"

#include <algorithm>

#include "sessions/meetings/sizes.hpp"

namespace chicane::sessions::meetings {

namespace {

bool is_better(const SemiResult& left, const SemiResult& right) {
    return left.laps != right.laps ? left.laps > right.laps : left.time_us < right.time_us;
}

std::vector<People> in_order(std::span<const timing::EntrantId> ranked, std::size_t places) {
    std::vector<People> heats;
    for (const std::size_t size : heat_sizes(ranked.size(), places)) {
        heats.emplace_back(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(size));
        ranked = ranked.subspan(size);
    }
    return heats;
}

}  // namespace

SemisDraw draw_semis(std::span<const timing::EntrantId> ranked, std::size_t places) {
    SemisDraw drawn;
    const std::size_t in_semis = std::min(ranked.size(), 2 * places);
    for (std::size_t rank = 0; rank < in_semis; ++rank)
        (rank % 4 == 0 || rank % 4 == 3 ? drawn.semi_1 : drawn.semi_2).push_back(ranked[rank]);
    drawn.consolations = in_order(ranked.subspan(in_semis), places);
    return drawn;
}

std::vector<People> draw_finals(std::span<const timing::EntrantId> ranked, std::size_t places) {
    return in_order(ranked, places);
}

People draw_final(std::span<const SemiResult> semi_1, std::span<const SemiResult> semi_2, std::size_t places) {
    struct Candidate {
        SemiResult result;
        std::size_t place;
        int semi;
    };
    std::vector<Candidate> in;
    std::size_t next_1 = 0;
    std::size_t next_2 = 0;
    const auto take_1 = [&] { in.push_back({semi_1[next_1], next_1, 1}), ++next_1; };
    const auto take_2 = [&] { in.push_back({semi_2[next_2], next_2, 2}), ++next_2; };
    for (std::size_t taken = 0; taken < places / 2; ++taken) {
        if (next_1 < semi_1.size()) take_1();
        if (next_2 < semi_2.size()) take_2();
    }
    while (in.size() < places && (next_1 < semi_1.size() || next_2 < semi_2.size())) {
        if (next_2 == semi_2.size() || (next_1 < semi_1.size() && !is_better(semi_2[next_2], semi_1[next_1])))
            take_1();
        else
            take_2();
    }
    std::sort(in.begin(), in.end(), [](const Candidate& left, const Candidate& right) {
        if (left.place != right.place) return left.place < right.place;
        if (is_better(left.result, right.result)) return true;
        return !is_better(right.result, left.result) && left.semi < right.semi;
    });
    People grid;
    for (const Candidate& candidate : in) grid.push_back(candidate.result.who);
    return grid;
}

}  // namespace chicane::sessions::meetings
