// The check that stays on: for what only a programmer's mistake can break, never for input. It throws; only
// the conductor catches, logs, and rebuilds the session from its log.
#pragma once

#include <source_location>
#include <stdexcept>
#include <string>

namespace chicane::timing {

class BrokenInvariant : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

inline void ensure(bool holds, const char* what, std::source_location where = std::source_location::current()) {
    if (holds) [[likely]]
        return;
    throw BrokenInvariant(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + what);
}

}  // namespace chicane::timing
