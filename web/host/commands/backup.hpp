// `chicane backup` and `chicane restore`: a data folder as one file, and back. A backup is taken while the server runs and shows one
// moment of both databases; a restore lays it into an empty folder. Each is checked before it takes its place.
#pragma once

#include <iosfwd>
#include <string>

namespace chicane::web::host {

/// Status 0; 1 where a database is damaged; 2 where the folder or the file is not what it has to be. Then nothing was changed.
int backup(const std::string& data, const std::string& to, std::ostream& out, std::ostream& err);
int restore(const std::string& from, const std::string& data, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
