// What a setup must not say, because no two people would run it the same way. Asked before a session is staged, by the API and
// by `chicane replay`. Pure. contract.md, replay: Refused as bad input.
#pragma once

#include <optional>
#include <string_view>

#include "sessions/setup.hpp"

namespace chicane::sessions::rules {

enum class FaultCode {
    ends_lap_without_signal,
    full_distance_without_laps,
    full_distance_with_plus_laps,
    plus_laps_without_time,
    plus_laps_with_laps,
    transponder_twice,
    decoder_twice,
    too_many_entrants,
    too_many_loops,
    negative,
    too_long,
    least_above_most,
    too_many_drivers,
    bad_flag,
    bad_penalty_value,
    bad_day,
    bad_weight,
    driver_tag_twice,
};

struct Fault {
    FaultCode code;
    std::string_view key;   ///< as in SPEC.toml: `end.plus_laps`
    std::string_view what;  ///< in English, with what was expected
    std::size_t index = 0;  ///< of the entrant, loop, flag or penalty value concerned
    friend bool operator==(const Fault&, const Fault&) = default;
};

/// The first fault; nothing when the setup can be run.
std::optional<Fault> check(const Setup& setup);

}  // namespace chicane::sessions::rules
