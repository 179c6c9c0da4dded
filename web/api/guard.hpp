// Who may: the one door that every route of the API goes through. Finds the account of a token, refuses what comes from another
// site, and holds a route's right against the account's roles. On the web thread.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "centre/staff/role.hpp"
#include "centre/store/connection.hpp"
#include "web/api/call.hpp"
#include "web/api/service.hpp"

namespace chicane::web::api {

struct Anyone {};    ///< no account needed
struct SignedIn {};  ///< any account
using Access = std::variant<Anyone, SignedIn, centre::staff::Right>;

inline constexpr std::string_view cookie_name = "chicane_session";

class Guard {
  public:
    /// `sign_ins`: a connection of the web thread's own.
    Guard(Service& service, std::unique_ptr<centre::store::Connection> sign_ins);

    /// Whose token the request carries; nothing where it carries none that holds.
    std::optional<Account> account(const http::Request& request) const;
    std::optional<Account> account_of_token(std::string_view token) const;

    http::Handler wrap(Access access, CallHandler handler) const;

  private:
    std::optional<http::Response> refusal(const Call& call, const Access& access) const;
    Service& service_;
    std::unique_ptr<centre::store::Connection> sign_ins_;
};

/// Whether a request that changes something, and is signed in by cookie, was made by a page of ours.
bool is_cross_site(const http::Request& request);

}  // namespace chicane::web::api
