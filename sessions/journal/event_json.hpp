// Entries other than passings as JSON bodies, and back. A kind has a version; what was written once is read forever.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sessions/conductor/entry.hpp"

namespace chicane::sessions::journal {

struct EventText {
    std::string_view kind;
    int version = 1;
    std::string body;
};

/// Of any entry but a passing.
EventText event_text(const conductor::EntryBody& body);

/// Nothing where the kind or the version is not known, or the body is not what that version holds.
std::optional<conductor::EntryBody> event_body(std::string_view kind, int version, std::string_view body);

}  // namespace chicane::sessions::journal
