// `chicane user add|list|password|remove`: accounts of the staff, also while the server runs. Passwords come from standard input, so
// that they stand in no history.
#pragma once

#include <iosfwd>
#include <string>

namespace chicane::web::host {

struct UserOptions {
    std::string data;  ///< folder of centre.db
    std::string name;
    std::string role;
};

// Each answers the exit status: 0, or 2 with one line on `err` and nothing changed.
int add_user(const UserOptions& options, std::istream& in, std::ostream& out, std::ostream& err);
int set_password(const UserOptions& options, std::istream& in, std::ostream& out, std::ostream& err);
/// The account stays in the books and signs in no more.
int remove_user(const UserOptions& options, std::ostream& out, std::ostream& err);
int list_users(const UserOptions& options, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
