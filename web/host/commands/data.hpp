// `chicane verify`: the databases of a data folder, as a whole.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

namespace chicane::web::host {

/// Checks the databases of a folder, also while a server runs. The exit status: 0, 1 with the first fault, 2 where there is nothing
/// to check.
int verify(const std::string& data, std::ostream& out, std::ostream& err);

/// The first fault of the databases that lie in a folder, with its file; nothing where they are sound.
std::optional<std::string> damage_in(const std::string& folder);

}  // namespace chicane::web::host
