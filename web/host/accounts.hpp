// The staff's accounts in centre.db, for who has the machine and not a screen: `chicane user`, a demo's users. A server may run on the
// same file meanwhile.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "centre/staff/role.hpp"

namespace chicane::web::host {

struct NewAccount {
    std::string name;
    centre::staff::Role role;
    std::string password;
};

struct AccountLine {
    std::string name;
    std::string roles;  ///< words, with commas
    bool active = true;
};

// Each or one line that says why not. `data`: the folder of the databases.
std::expected<void, std::string> add_account(const std::string& data, const NewAccount& account);
std::expected<void, std::string> set_password(const std::string& data, const std::string& name,
                                              const std::string& password);
/// Nobody signs in with it any more; what the account did keeps its name.
std::expected<void, std::string> close_account(const std::string& data, const std::string& name);
std::expected<std::vector<AccountLine>, std::string> list_accounts(const std::string& data);

}  // namespace chicane::web::host
