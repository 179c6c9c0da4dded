// The first bytes of a SQLite file: whose it is and of what version. A first statement on a stranger's file may already change it (a
// log is written back, side files appear), so this is asked before.
#pragma once

#include <optional>
#include <string>

#include "sessions/journal/database_file.hpp"

namespace chicane::sessions::journal {

/// Why `path` must not be opened as one of `kind`: no database, somebody else's, or a newer Chicane's; one line. Nothing where it may
/// be opened, and where there is no file or an empty one. Changes nothing.
std::optional<std::string> refused_by_header(const std::string& path, const DatabaseKind& kind);

}  // namespace chicane::sessions::journal
