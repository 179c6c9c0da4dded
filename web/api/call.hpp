// One request on its way through the API: what was asked, who asks, and in which words to answer. Shared and never changed, so that
// the writer's thread may make the answer.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "centre/staff/role.hpp"
#include "centre/store/refusal.hpp"
#include "web/http/message.hpp"

namespace chicane::web::api {

struct Account {
    std::int64_t id = 0;
    std::string name;
    std::string initials;
    std::set<centre::staff::Role> roles;
    std::string token_hash;  ///< of the sign-in that was used
};

struct Call {
    http::Request request;
    std::optional<Account> account;
    std::int64_t now_us = 0;  ///< read once

    centre::store::Stamp stamp() const { return {now_us, account ? account->name : "", request.peer}; }
    std::string param(std::string_view name) const { return request.param(name).value_or(""); }
};

using CallPtr = std::shared_ptr<const Call>;
using CallHandler = std::function<void(CallPtr, http::Reply)>;

}  // namespace chicane::web::api
