// Signing in: guesses are limited before a password is hashed, one at a time on the worker's thread. On the web thread.
#pragma once

#include "centre/staff/password_worker.hpp"
#include "centre/store/staff_table.hpp"
#include "web/api/rate_limit.hpp"
#include "web/api/service.hpp"

namespace chicane::web::api {

class SignIn {
  public:
    explicit SignIn(Service& service) : service_(service) {}

    void log_in(const CallPtr& call, const http::Reply& reply);
    void log_out(const CallPtr& call, const http::Reply& reply);
    /// Hashes a new password; `then` gets the hash on the web thread, empty where memory is short. False: too many wait.
    bool hash(std::string password, std::function<void(std::string)> then);

  private:
    struct Guess {
        std::string user;
        std::string password;
    };
    void look_up(const CallPtr& call, const http::Reply& reply, const Guess& guess);
    void verify(const CallPtr& call, const http::Reply& reply, const Guess& guess,
                const centre::store::StaffRow* found);
    void open(const CallPtr& call, const http::Reply& reply, const Account& account);

    Service& service_;
    RateLimit by_account_{guesses_of_account_max};
    RateLimit by_peer_{guesses_of_peer_max};
    centre::staff::PasswordWorker worker_;
};

/// The account as the API shows it: `{"id","name","initials","roles"}`.
std::string account_json(const Account& account);

}  // namespace chicane::web::api
