#include "timing/overtakes.hpp"

#include <algorithm>
#include <tuple>

namespace chicane::timing {

namespace {

struct Drive {
    const LapBook& book;
    std::uint16_t who = 0;

    std::int32_t laps() const { return book.laps_of(who); }
    bool has_started() const { return laps() > 0; }
    DecoderTime crossing(std::int32_t lap) const { return book.crossing(who, lap); }
    /// His last crossing before a moment; nothing where he has none.
    std::optional<std::int32_t> last_before(DecoderTime at) const {
        if (!has_started() || crossing(0) >= at) return std::nullopt;
        std::int32_t low = 0;
        std::int32_t high = laps();
        while (low < high) {
            const std::int32_t middle = (low + high + 1) / 2;
            (crossing(middle) < at ? low : high) = crossing(middle) < at ? middle : middle - 1;
        }
        return low;
    }
    bool in_pit(DecoderTime from, DecoderTime until) const {
        return std::ranges::any_of(
            book.pits_of(who), [&](const PitPassing& passing) { return passing.at >= from && passing.at <= until; });
    }
};

/// Whether `other`, ahead on the track when the lap began, was behind when it ended.
bool passed(const Drive& him, std::int32_t lap, const Drive& other) {
    const DecoderTime begun = him.crossing(lap - 1);
    const DecoderTime ended = him.crossing(lap);
    const auto ahead = other.last_before(begun);
    if (!ahead || *ahead == other.laps()) return false;                           // he drove no further
    if (other.crossing(*ahead + 1) <= ended) return false;                        // he stayed ahead
    if (lap > 1 && other.crossing(*ahead) < him.crossing(lap - 2)) return false;  // told of an earlier lap
    return !him.in_pit(begun, ended) && !other.in_pit(other.crossing(*ahead), other.crossing(*ahead + 1));
}

}  // namespace

std::vector<Breach> overtakes(const LapBook& book, std::size_t entrants, std::span<const FlagSpan> flags) {
    std::vector<Breach> found;
    for (const FlagSpan& flag : flags) {
        if (!flag.rule.reports_overtakes) continue;
        for (std::size_t i = 0; i < entrants; ++i) {
            const Drive him{book, static_cast<std::uint16_t>(i)};
            const auto before = him.last_before(flag.from);
            // Laps that begin under the flag and end under it.
            for (std::int32_t lap = before ? *before + 2 : 1; lap <= him.laps() && flag.holds(him.crossing(lap));
                 ++lap) {
                for (std::size_t j = 0; j < entrants; ++j) {
                    if (i == j || !passed(him, lap, {book, static_cast<std::uint16_t>(j)})) continue;
                    found.push_back({BreachKind::overtook, him.who, std::nullopt, him.crossing(lap), 1,
                                     static_cast<std::uint16_t>(j)});
                }
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const Breach& breach) { return std::tuple(breach.at, breach.entrant); });
    return found;
}

}  // namespace chicane::timing
