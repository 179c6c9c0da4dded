// SPEC.toml of `chicane replay`: a session written by hand. contract.md, replay.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "sessions/setup.hpp"
#include "transponders/register.hpp"
#include "web/host/commands/spec_decision.hpp"

namespace chicane::web::host {

/// A session, and what officials did in it.
struct SessionSpec {
    sessions::Setup setup;
    transponders::Register tags;  ///< of `[[kart]]`
    std::vector<SpecDecision> decisions;
};

/// Or one line with file, line, key and what was expected.
std::expected<SessionSpec, std::string> read_session_spec(const std::string& path);

/// The same for a text at hand; `name` stands in faults.
std::expected<SessionSpec, std::string> parse_session_spec(const std::string& text, const std::string& name);

}  // namespace chicane::web::host
