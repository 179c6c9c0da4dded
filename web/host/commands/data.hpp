// `chicane verify`, `backup` and `restore`: the data folder as a whole.
#pragma once

#include <iosfwd>
#include <string>

namespace chicane::web::host {

/// Checks journal.db of a folder. The exit status: 0, 1 with the first fault, 2 where there is nothing to check.
int verify(const std::string& data, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
