// The result of a session: what `chicane replay` prints and the API's result route answers, as values.
// contract.md, replay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sessions/log_event.hpp"
#include "sessions/setup.hpp"
#include "timing/board.hpp"
#include "timing/endurance.hpp"
#include "timing/verdict.hpp"

namespace chicane::sessions {

struct ClassifiedRow {
    timing::EntrantId entrant;
    std::string number;  ///< of an unknown tag: its transponder number
    std::string name;    ///< the full one
    std::string public_name;
    timing::RowState status = timing::RowState::running;  ///< not in_pit: who is there runs
    std::int32_t position = 0;
    std::int32_t laps = 0;
    std::optional<std::int64_t> total_us;
    std::optional<std::int64_t> best_us;
    std::optional<std::int32_t> best_lap;
    std::optional<std::int64_t> average_us;
    std::optional<std::int64_t> last_us;
    timing::Gap gap;
    timing::Gap interval;
    std::vector<timing::SectorTime> sectors;
    bool classified = false;        ///< has run, enough of it, and is ranked
    std::int64_t penalty_us = 0;    ///< in the times above, once the end is in sight
    std::int32_t penalty_laps = 0;  ///< off the laps above, likewise
    friend bool operator==(const ClassifiedRow&, const ClassifiedRow&) = default;
};

struct ResultLap {
    timing::EntrantId entrant;
    std::string number;
    std::int32_t lap = 0;
    std::int64_t time_us = 0;
    timing::DecoderTime at;
    friend bool operator==(const ResultLap&, const ResultLap&) = default;
};

struct ResultPassing {
    std::uint64_t sequence = 0;
    std::optional<std::uint32_t> number;  ///< the decoder's
    timing::TransponderId transponder;
    timing::Verdict verdict = timing::Verdict::unknown_transponder;
    friend bool operator==(const ResultPassing&, const ResultPassing&) = default;
};

/// How a team of an endurance race stands.
struct ResultTeam {
    timing::EntrantId entrant;
    std::string number;
    timing::EnduranceRow row;
    std::vector<DriverSetup> drivers;  ///< who the ids of `row` are
    friend bool operator==(const ResultTeam&, const ResultTeam&) = default;
};

/// Race control said that a result is official: the time for protests is over.
struct Official {
    timing::HostTime at;
    std::string by;
    friend bool operator==(const Official&, const Official&) = default;
};

/// Somebody near the pit exit.
struct ResultNear {
    timing::EntrantId entrant;
    std::string number;
    std::int64_t us = 0;  ///< until he is there; below 0: since he was
    friend bool operator==(const ResultNear&, const ResultNear&) = default;
};

/// A proposal: a rule that was broken, for an official to confirm.
struct ResultBreach {
    timing::Breach breach;
    timing::EntrantId entrant;
    std::string number;
    std::string other;                 ///< the number of whom he overtook
    std::vector<DriverSetup> drivers;  ///< who the id of `breach` is
    friend bool operator==(const ResultBreach&, const ResultBreach&) = default;
};

struct Result {
    timing::SessionState state = timing::SessionState::waiting;
    std::vector<ClassifiedRow> classification;  ///< in order of position
    std::vector<ResultLap> laps;                ///< in order of crossing
    std::vector<ResultPassing> passings;        ///< in order of sequence
    std::vector<ResultTeam> teams;              ///< of an endurance race, in order of entry
    std::vector<ResultBreach> proposed;         ///< in order of time
    std::vector<DecisionMade> decisions;        ///< that hold, in order of number: the foot-notes
    std::optional<Official> official;           ///< nothing: provisional
    std::optional<std::int32_t> run_percent;    ///< ended for good under red, where the rules ask how much was run
    bool full = true;                           ///< false: less than Red::full_percent
    std::vector<ResultNear> exit_traffic;    ///< where the rules ask for it: whom one would meet who left the pit now
    std::vector<timing::EntrantId> restart;  ///< while red is out: the order in which they go on
    friend bool operator==(const Result&, const Result&) = default;
};

}  // namespace chicane::sessions
