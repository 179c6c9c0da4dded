#include "sessions/rules/check.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "sessions/rules/check_flags.hpp"
#include "sessions/rules/penalty_values.hpp"
#include "timing/endurance_fields.hpp"
#include "timing/limits.hpp"

namespace chicane::sessions::rules {

namespace {

using timing::EndHow;

std::optional<Fault> check_numbers(const timing::Rules& rules) {
    const auto fault = [](std::string_view key) {
        return Fault{FaultCode::negative, key, "is below 0; expected 0 or more"};
    };
    if (rules.min_lap_us < 0) return fault("session.min_lap_ms");
    if (rules.max_lap_us < 0) return fault("session.max_lap_ms");
    if (rules.pair_window_us < 0) return fault("session.pair_window_ms");
    if (rules.merge_window_us < 0) return fault("session.merge_window_ms");
    if (rules.end.laps < 0) return fault("end.laps");
    if (rules.end.time_us < 0) return fault("end.time_s");
    if (rules.end.plus_laps < 0) return fault("end.plus_laps");
    if (rules.end.grace_us < 0) return fault("end.grace_s");
    if (rules.red.full_percent < 0) return fault("session.red_full_percent");
    if (rules.false_start_us < 0) return fault("session.false_start_s");
    if (rules.serve_laps < 0) return fault("session.serve_laps");
    return std::nullopt;
}

std::optional<Fault> check_end(const timing::End& end) {
    if (end.time_us > timing::session_us_max) {
        return Fault{FaultCode::too_long, "end.time_s", "is too long; expected at most 172800, which is 48 h"};
    }
    if (end.how == EndHow::full_distance && end.plus_laps > 0) {
        return Fault{FaultCode::full_distance_with_plus_laps, "end.plus_laps",
                     "does not go with how = \"full_distance\"; expected 0"};
    }
    if (end.how == EndHow::full_distance && end.laps == 0) {
        return Fault{FaultCode::full_distance_without_laps, "end.laps",
                     "how = \"full_distance\" needs a distance; expected 1 or more"};
    }
    if (end.plus_laps > 0 && end.laps > 0) {
        return Fault{FaultCode::plus_laps_with_laps, "end.plus_laps", "does not go with laps; expected one of the two"};
    }
    if (end.plus_laps > 0 && end.time_us == 0) {
        return Fault{FaultCode::plus_laps_without_time, "end.plus_laps",
                     "are laps after a time; expected time_s of 1 or more"};
    }
    return std::nullopt;
}

std::optional<Fault> check_endurance(const timing::Endurance& endurance) {
    const auto above = [](std::int64_t least, std::int64_t most) { return most > 0 && least > most; };
    if (above(endurance.driver_min_us, endurance.driver_max_us)) {
        return Fault{FaultCode::least_above_most, "endurance.driver_min_s",
                     "is above driver_max_s; expected the least time of a driver to be at most that"};
    }
    if (above(endurance.driver_min_percent, endurance.driver_max_percent)) {
        return Fault{FaultCode::least_above_most, "endurance.driver_min_percent",
                     "is above driver_max_percent; expected the least share of a driver to be at most that"};
    }
    return std::nullopt;
}

std::optional<Fault> check_drivers(const std::vector<EntrantSetup>& entrants) {
    std::unordered_set<timing::TransponderId> tags;
    for (const EntrantSetup& entrant : entrants) tags.insert(entrant.transponders.begin(), entrant.transponders.end());
    for (std::size_t i = 0; i < entrants.size(); ++i) {
        if (entrants[i].drivers.size() > timing::drivers_max)
            return Fault{FaultCode::too_many_drivers, "entrant.drivers", "are too many; expected at most 64", i};
        for (const DriverSetup& driver : entrants[i].drivers) {
            if (driver.weight_kg < 0 || driver.weight_kg > timing::weight_kg_max)
                return Fault{FaultCode::bad_weight, "entrant.drivers", "have no such weight; expected 0 to 500 kg", i};
            if (driver.transponder && !tags.insert(*driver.transponder).second)
                return Fault{FaultCode::driver_tag_twice, "entrant.drivers",
                             "have a transponder that somebody else has; expected one holder for each", i};
        }
    }
    return std::nullopt;
}

std::optional<Fault> check_entrants(const std::vector<EntrantSetup>& entrants) {
    if (entrants.size() > timing::entrants_max) {
        return Fault{FaultCode::too_many_entrants, "entrant", "are too many; expected at most 250",
                     timing::entrants_max};
    }
    std::unordered_map<timing::TransponderId, std::size_t> holders;
    for (std::size_t i = 0; i < entrants.size(); ++i) {
        for (const timing::TransponderId tag : entrants[i].transponders) {
            if (holders.try_emplace(tag, i).first->second == i) continue;
            return Fault{FaultCode::transponder_twice, "entrant.transponders",
                         "has a transponder of another entrant; expected one holder for each", i};
        }
    }
    return std::nullopt;
}

std::optional<Fault> check_loops(const std::vector<LoopSetup>& loops) {
    if (loops.size() > timing::loops_max) {
        return Fault{FaultCode::too_many_loops, "loop", "are too many; expected at most 64", timing::loops_max};
    }
    for (std::size_t i = 0; i < loops.size(); ++i) {
        const auto earlier = std::find_if(loops.begin(), loops.begin() + static_cast<std::ptrdiff_t>(i),
                                          [&](const LoopSetup& loop) { return loop.decoder == loops[i].decoder; });
        if (earlier == loops.begin() + static_cast<std::ptrdiff_t>(i)) continue;
        return Fault{FaultCode::decoder_twice, "loop.decoder", "has an entry already; expected one for each decoder",
                     i};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Fault> check(const Setup& setup) {
    const timing::Rules& rules = setup.rules;
    if (const auto fault = check_numbers(rules)) return fault;
    if (rules.first_crossing == timing::FirstCrossing::ends_lap && rules.start != timing::Start::signal) {
        return Fault{FaultCode::ends_lap_without_signal, "session.first_crossing",
                     "\"ends_lap\" is timed from the signal; expected start = \"signal\""};
    }
    if (const auto fault = check_end(rules.end)) return fault;
    if (const auto fault = check_endurance(rules.endurance)) return fault;
    if (const auto fault = check_flags(rules.flags)) return fault;
    if (const auto fault = check_penalty_values(rules.penalty_values)) return fault;
    if (!setup.date.empty() && !is_day(setup.date))
        return Fault{FaultCode::bad_day, "session.date", "is no day; expected one as in \"2026-11-28\""};
    if (const auto fault = check_entrants(setup.entrants)) return fault;
    if (const auto fault = check_drivers(setup.entrants)) return fault;
    return check_loops(setup.loops);
}

}  // namespace chicane::sessions::rules
