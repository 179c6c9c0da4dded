// The auditor: a second evaluation of a session's rules, slow and obvious. It is written from the documents (contract.md: replay;
// race-rules.md 1-6; docs/replay.md), shares no code with the engine and works in another way: on whole lists, without state
// that runs along. Who drove what, then which passings count if nobody ever ends the session, then where it ends, then the table.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sessions/result.hpp"
#include "sessions/setup.hpp"

namespace chicane::sessions {

/// All that is known of a session, and when it is asked.
struct Story {
    Setup setup;
    std::vector<transponders::Assignment> tags;  ///< made before the session
    std::vector<LogEvent> log;                   ///< in order of the journal
    timing::DecoderTime now;
    std::map<timing::KartId, std::string> karts = {};  ///< what stands on them
};

Result audit(const Story& story);

/// A result as text, a line a fact: two results are equal when their lines are.
std::vector<std::string> lines(const Result& result);

}  // namespace chicane::sessions
