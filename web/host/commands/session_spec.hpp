// SPEC.toml of `chicane replay`: a session written by hand. contract.md, replay.
#pragma once

#include <expected>
#include <string>

#include "sessions/setup.hpp"

namespace chicane::web::host {

/// Or one line with file, line, key and what was expected.
std::expected<sessions::Setup, std::string> read_session_spec(const std::string& path);

/// The same for a text at hand; `name` stands in faults.
std::expected<sessions::Setup, std::string> parse_session_spec(const std::string& text, const std::string& name);

}  // namespace chicane::web::host
