// `chicane user add|list|password|remove`: accounts of the staff, on the centre's machine. Passwords are read from standard input, so
// that none lies in a shell's history.
#pragma once

#include <iosfwd>
#include <string>

namespace chicane::web::host {

struct UserOptions {
    std::string data = "./data";
    std::string name;
    std::string role;  ///< of a new one
};

// The exit status: 0, or 2 with one line on `err`.
int user_add(const UserOptions& options, std::istream& in, std::ostream& out, std::ostream& err);
int user_password(const UserOptions& options, std::istream& in, std::ostream& out, std::ostream& err);
int user_remove(const UserOptions& options, std::ostream& out, std::ostream& err);
int user_list(const UserOptions& options, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
