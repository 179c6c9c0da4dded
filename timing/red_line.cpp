#include "timing/red_line.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace chicane::timing {

namespace {

struct Driven {
    std::size_t last = 0;  ///< lap of the book
    std::vector<std::int64_t> times_us;

    bool still_runs(const LapBook& book, DecoderTime red_at) {
        const auto middle = times_us.begin() + std::ssize(times_us) / 2;
        std::nth_element(times_us.begin(), middle, times_us.end());
        return us_between(book.laps()[last].at, red_at) <= running_laps * *middle;
    }
};

/// The laps of the book before the flag, by entrant.
std::map<std::uint16_t, Driven> driven_before(const LapBook& book, DecoderTime red_at) {
    std::map<std::uint16_t, Driven> driven;
    for (std::size_t i = 0; i < book.laps().size() && book.laps()[i].at < red_at; ++i) {
        Driven& of = driven[book.laps()[i].entrant];
        of.last = i;
        of.times_us.push_back(book.laps()[i].time_us);
    }
    return driven;
}

}  // namespace

std::optional<std::size_t> red_line(const State& state, const LapBook& book, DecoderTime red_at,
                                    std::int32_t laps_back) {
    auto driven = driven_before(book, red_at);
    std::size_t all_by = book.laps().size();  // every kart still running has crossed at this lap of the book or later
    for (auto& [entrant, of] : driven) {
        if (of.still_runs(book, red_at)) all_by = std::min(all_by, of.last);
    }
    // The first to complete each lap, as long as all have crossed since.
    std::vector<std::size_t> first_to_complete;
    for (std::size_t i = 0; i < book.laps().size() && i <= all_by && book.laps()[i].at < red_at; ++i) {
        if (book.laps()[i].lap == std::ssize(first_to_complete) + 1) first_to_complete.push_back(i);
    }
    // Who started and has no lap yet holds all back, unless the others have long gone round.
    const bool somebody_starts = std::ranges::any_of(state.entrants, [&](const Entrant& entrant) {
        const auto who = static_cast<std::uint16_t>(&entrant - state.entrants.data());
        return entrant.crossings > 0 && entrant.first_crossing < red_at && !driven.contains(who);
    });
    if (somebody_starts && std::ssize(first_to_complete) <= running_laps) return std::nullopt;
    const std::ptrdiff_t at = std::ssize(first_to_complete) - 1 - laps_back;
    if (at < 0) return std::nullopt;
    return first_to_complete[static_cast<std::size_t>(at)];
}

}  // namespace chicane::timing
