// A session as it is planned and sold: when, where, for how many, by which rules. What happens in it on the track is the
// conductor's; both have the same id. front-desk.md 1.3. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "timing/rules.hpp"

namespace chicane::centre::bookings {

inline constexpr std::size_t session_name_letters_max = 60;
inline constexpr int capacity_max = 250;                  ///< of the engine, too: a seat is an entrant
inline constexpr int duration_s_max = 48 * 3600;          ///< the longest race there is
inline constexpr std::int64_t reach_us = 43'200'000'000;  ///< twelve hours: a session planned longer ago is not "next"

/// By which version of a rule-set a session was made.
struct RuleSetUsed {
    std::int64_t id = 0;
    std::int64_t number = 1;
    bool changed = false;  ///< the session's own rules are others by now
    friend bool operator==(const RuleSetUsed&, const RuleSetUsed&) = default;
};

struct Session {
    std::string track;
    std::string name;
    std::int64_t planned_start_us = 0;
    int duration_s = 600;
    int capacity = 12;
    bool cancelled = false;
    timing::Rules rules;
    std::optional<RuleSetUsed> rule_set = {};
    friend bool operator==(const Session&, const Session&) = default;
};

}  // namespace chicane::centre::bookings
