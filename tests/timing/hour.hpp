// A race of two teams over an hour, with pit loops; times in minutes, so that limits are easy to see.
#pragma once

#include "tests/timing/run.hpp"
#include "timing/endurance.hpp"

namespace chicane::timing {

inline constexpr std::int64_t minute_us = 60'000'000;
inline constexpr DriverId anna{1}, ben{2}, cleo{3};

inline DecoderTime at_min(double minutes) { return at_s(minutes * 60); }

inline Rules hour_with(const Endurance& endurance) {
    Rules rules = race_rules();
    rules.kind = Kind::endurance;
    rules.end.time_us = 60 * minute_us;
    rules.endurance = endurance;
    return rules;
}

struct Hour : Run {
    /// Two stops of two minutes.
    Hour() : Hour(Endurance{.stops_due = 2, .min_stop_us = 2 * minute_us}) {}
    explicit Hour(const Endurance& endurance) : Hour(hour_with(endurance)) {}
    explicit Hour(const Rules& given) : Run(given, 2), teams(2) {}

    /// Laps of a minute, the first crossing at `from`.
    void laps(std::uint16_t kart, double from, double until) {
        for (double at = from; at <= until; at += 1) pass(kart, at * 60);
    }
    void stop(std::uint16_t kart, double in, double out) {
        pass(kart, in * 60, LoopRole::pit_in);
        pass(kart, out * 60, LoopRole::pit_out);
    }
    EnduranceRow of(std::uint16_t kart, double at) const {
        return endurance_at(rules, state, book, at_min(at), teams)[kart];
    }
    std::vector<Breach> broken(double at) const { return breaches_at(rules, state, book, at_min(at), teams); }

    std::vector<Team> teams;
};

}  // namespace chicane::timing
