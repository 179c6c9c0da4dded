#include "sessions/missing_passing.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "sessions/median.hpp"

namespace chicane::sessions {

namespace {

using timing::DecoderTime;

constexpr std::int64_t lap_fits_permille = 250;    ///< of a lap: how far from the usual one a driver is in traffic
constexpr std::int64_t lap_long_permille = 1'500;  ///< and from where on a lap is two, one passing of which is missing

/// What an entrant drove around a moment.
struct Around {
    std::vector<std::int64_t> laps_us;
    std::optional<DecoderTime> before;  ///< his last crossing before it
    std::optional<DecoderTime> after;   ///< and his first one after it
};

void note(Around& around, DecoderTime crossed, DecoderTime moment) {
    if (crossed <= moment)
        around.before = std::max(around.before.value_or(crossed), crossed);
    else
        around.after = std::min(around.after.value_or(crossed), crossed);
}

Around around_of(const Result& result, timing::EntrantId entrant, DecoderTime moment) {
    Around around;
    for (const auto& lap : result.laps) {
        if (lap.entrant != entrant) continue;
        around.laps_us.push_back(lap.time_us);
        note(around, timing::later_by(lap.at, -lap.time_us), moment);
        note(around, lap.at, moment);
    }
    return around;
}

/// How far from his usual lap a crossing at that moment would end one; nothing where he has no lap to tell by, or none is missing.
std::optional<std::int64_t> misfit_us(const Around& around, DecoderTime moment) {
    if (around.laps_us.empty() || !around.before) return std::nullopt;
    const std::int64_t usual_us = median(around.laps_us);
    const std::int64_t off_us = std::abs(timing::us_between(*around.before, moment) - usual_us);
    if (off_us * 1'000 > usual_us * lap_fits_permille) return std::nullopt;
    const bool is_whole =
        around.after && timing::us_between(*around.before, *around.after) * 1'000 < usual_us * lap_long_permille;
    return is_whole ? std::nullopt : std::optional(off_us);
}

bool is_crossing(const PassedAt& passing) {
    return passing.role == LoopRole::finish || passing.role == LoopRole::finish_in_pit;
}

bool is_pit(const PassedAt& passing) { return passing.role == LoopRole::pit_in || passing.role == LoopRole::pit_out; }

/// What he passed in one lap up to a loop, from the lap's begin; nothing where he did not pass it.
struct Split {
    DecoderTime begin;
    std::optional<std::int64_t> us;
};

/// Of each lap, also of the one under way.
std::vector<Split> splits_of(const std::vector<PassedAt>& passed, std::uint8_t sector) {
    std::vector<Split> splits;
    for (const PassedAt& each : passed) {
        if (is_crossing(each)) splits.push_back({each.at, {}});
        const bool here = each.role == LoopRole::sector && each.sector == sector;
        if (!here || splits.empty() || splits.back().us) continue;
        splits.back().us = timing::us_between(splits.back().begin, each.at);
    }
    return splits;
}

/// The passings of the pit's loops on both sides of a moment.
struct PitAround {
    const PassedAt* before = nullptr;
    const PassedAt* after = nullptr;
};

PitAround pit_around(const std::vector<PassedAt>& passed, DecoderTime moment) {
    PitAround around;
    for (const PassedAt& each : passed) {
        if (!is_pit(each)) continue;
        if (each.at <= moment) around.before = &each;
        if (each.at > moment && !around.after) around.after = &each;
    }
    return around;
}

}  // namespace

std::optional<MissingPassing> missing_passing(const Result& result, timing::EntrantId entrant, DecoderTime moment) {
    const Around around = around_of(result, entrant, moment);
    const auto off_us = misfit_us(around, moment);
    if (!off_us) return std::nullopt;
    return MissingPassing{timing::us_between(*around.before, moment), *off_us};
}

std::optional<MissingPassing> missing_sector(const std::vector<PassedAt>& passed, std::uint8_t sector,
                                             DecoderTime moment) {
    std::vector<std::int64_t> usual;
    std::optional<Split> own;
    for (const Split& split : splits_of(passed, sector)) {
        if (split.us) usual.push_back(*split.us);
        if (split.begin <= moment) own = split;
    }
    if (usual.empty() || !own || own->us) return std::nullopt;
    const std::int64_t usual_us = median(usual);
    const std::int64_t after_us = timing::us_between(own->begin, moment);
    const std::int64_t off_us = std::abs(after_us - usual_us);
    if (off_us * 1'000 > usual_us * lap_fits_permille) return std::nullopt;
    return MissingPassing{after_us, off_us};
}

std::optional<MissingPassing> missing_pit_out(const std::vector<PassedAt>& passed, std::int64_t min_stop_us,
                                              DecoderTime moment) {
    const PitAround pit = pit_around(passed, moment);
    if (!pit.before || pit.before->role != LoopRole::pit_in) return std::nullopt;
    if (pit.after && pit.after->role == LoopRole::pit_out) return std::nullopt;
    const std::int64_t after_us = timing::us_between(pit.before->at, moment);
    return MissingPassing{after_us, min_stop_us > 0 ? std::abs(after_us - min_stop_us) : -after_us};
}

std::optional<MissingPassing> missing_pit_in(const std::vector<PassedAt>& passed, DecoderTime moment) {
    const PitAround pit = pit_around(passed, moment);
    if (pit.before && pit.before->role == LoopRole::pit_in) return std::nullopt;
    if (!pit.after || pit.after->role != LoopRole::pit_out) return std::nullopt;
    const std::int64_t stop_us = timing::us_between(moment, pit.after->at);
    return MissingPassing{stop_us, stop_us};
}

}  // namespace chicane::sessions
