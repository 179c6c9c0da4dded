// The REST API of a centre: sign-in, permissions, and every route but the public ones of web/host. On the web thread; it outlives the
// router's last request.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "web/api/routes.hpp"
#include "web/http/router.hpp"

namespace chicane::web::api {

class Api {
  public:
    /// Or one line: the store has no further connection to give.
    static std::expected<std::unique_ptr<Api>, std::string> make(Ports ports);
    ~Api();

    void add_to(http::Router& router) const;
    /// Method, path and right of each, for whoever holds them against the schema.
    const Routes& routes() const { return routes_; }

    /// Who asks, by bearer token or cookie: for WebSockets, which are no routes. A cookie counts only from a page of ours.
    std::optional<Account> account(const http::Request& request) const;
    std::optional<Account> account_of_token(std::string_view token) const;

    /// A session has ended: its result goes to the store, for records and ratings. What cannot be kept now is at the next end, or when it is asked for.
    void keep_results();

  private:
    Api(Ports ports, std::unique_ptr<centre::store::Connection> sign_ins);
    Service service_;
    Guard guard_;
    std::unique_ptr<SignIn> sign_in_;
    std::unique_ptr<ResultKeeper> results_;
    Routes routes_;
};

}  // namespace chicane::web::api
