// What a session is before anything has happened in it: its head, its rules, its loops, who takes part.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timing/ids.hpp"
#include "timing/passing.hpp"
#include "timing/rules.hpp"

namespace chicane::sessions {

using timing::LoopRole;

/// One decoder at a loop. Entries of one role (and sector) are one loop, the first listed being the main one.
struct LoopSetup {
    timing::DecoderId decoder;
    LoopRole role = LoopRole::finish;
    std::int32_t sector = 0;  ///< for LoopRole::sector, from 1
    friend bool operator==(const LoopSetup&, const LoopSetup&) = default;
};

/// A person of a team. The full name is for routes that need an account, the public one for boards.
struct DriverSetup {
    timing::DriverId id;  ///< unlike the others' of the session
    std::string name;
    std::string public_name;
    std::int32_t weight_kg = 0;                             ///< as weighed; 0: nobody did
    std::optional<timing::TransponderId> transponder = {};  ///< of his own: over the pit exit it tells that he drives
    friend bool operator==(const DriverSetup&, const DriverSetup&) = default;
};

/// Who is classified. The full name is for routes that need an account, the public one for boards.
struct EntrantSetup {
    timing::EntrantId id;
    std::string number;
    std::string name;
    std::string public_name;
    std::vector<timing::TransponderId> transponders;  ///< given to this entrant itself, from the session's start
    std::optional<timing::KartId> kart;               ///< whose tags count for him, as of their time in the register
    std::vector<DriverSetup> drivers = {};            ///< of a team, at most drivers_max; the first starts
    friend bool operator==(const EntrantSetup&, const EntrantSetup&) = default;
};

struct Setup {
    std::string id;  ///< `ses_<n>`, or `open_<track>_<n>` for open practice
    std::string name;
    std::string track;
    std::string date = {};  ///< local, `2026-11-28`: which of the dated values of the rules hold; empty: the last ones
    timing::Rules rules;
    std::vector<LoopSetup> loops;
    std::vector<EntrantSetup> entrants;  ///< in order of the grid
    friend bool operator==(const Setup&, const Setup&) = default;
};

}  // namespace chicane::sessions
