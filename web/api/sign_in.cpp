#include "web/api/sign_in.hpp"

#include "centre/staff/password.hpp"
#include "centre/staff/sign_in_token.hpp"
#include "web/api/body.hpp"
#include "web/api/guard.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {
namespace {

using centre::store::Connection;
using centre::store::Ending;
using centre::store::StaffRow;
using centre::store::Verdict;

http::Response slow_down(const Call& call, int wait_s) {
    const std::string seconds = std::to_string(wait_s);
    http::Response response =
        problem(call, 429, "slow_down", {"Try again in " + seconds + " s.", "Réessayez dans " + seconds + " s."});
    response.headers.emplace_back("Retry-After", seconds);
    return response;
}

http::Response wrong(const Call& call) {
    return problem(call, 401, "login_required", {"Name or password is wrong.", "Nom ou mot de passe incorrect."});
}

/// A page of another site must not sign its visitor in as somebody else.
bool is_from_elsewhere(const http::Request& request) {
    const bool says_where = !request.header("origin").empty() || !request.header("sec-fetch-site").empty();
    return says_where && is_cross_site(request);
}

std::string cookie_of(const std::string& token, bool secure) {
    return std::string(cookie_name) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "") +
           (token.empty() ? "; Max-Age=0" : "");
}

}  // namespace

std::string account_json(const Account& account) {
    feed::JsonText json;
    json.begin_object().key("id").text(wire_id(staff_prefix, account.id)).key("name").text(account.name);
    json.key("initials").text(account.initials).key("roles").begin_array();
    for (const centre::staff::Role role : account.roles) json.text(centre::staff::word(role));
    return json.end_array().end_object().take();
}

bool SignIn::hash(std::string password, std::function<void(std::string)> then) {
    return worker_.hash(std::move(password), [this, then = std::move(then)](std::string hash) {
        service_.ports().post([then, hash = std::move(hash)] { then(hash); });
    });
}

void SignIn::log_in(const CallPtr& call, const http::Reply& reply) {
    if (is_from_elsewhere(call->request))
        return reply(problem(*call, 403, "cross_site",
                             {"Sign in from a page of this server.", "Connectez-vous depuis une page de ce serveur."}));
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    Guess guess;
    body->require("user");
    body->require("password");
    body->text("user", guess.user, centre::store::staff_name_letters_max);
    body->secret("password", guess.password, centre::staff::password_bytes_max);
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    for (char& c : guess.user) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (const int wait_s = by_peer_.guess(call->request.peer, call->now_us)) return reply(slow_down(*call, wait_s));
    if (const int wait_s = by_account_.guess(guess.user, call->now_us)) return reply(slow_down(*call, wait_s));
    look_up(call, reply, guess);
}

void SignIn::look_up(const CallPtr& call, const http::Reply& reply, const Guess& guess) {
    auto found = std::make_shared<std::optional<StaffRow>>();
    const auto find = [found, guess](Connection& db) { *found = centre::store::find_staff(db, guess.user); };
    const auto done = [this, call, reply, guess, found](Ending ending) {
        if (ending == Ending::failed) return reply(busy(*call));
        verify(call, reply, guess, *found && (*found)->active ? &**found : nullptr);
    };
    if (!service_.ports().store.read(find, done)) reply(busy(*call));
}

void SignIn::verify(const CallPtr& call, const http::Reply& reply, const Guess& guess, const StaffRow* found) {
    const std::string hash = found ? found->password_hash : "";
    Account account;
    if (found) account = {found->head.id, found->name, found->initials, found->roles, {}};
    const auto then = [this, call, reply, guess, account](bool matches) {
        service_.ports().post([=, this] {
            if (!matches) return reply(wrong(*call));
            by_account_.forgive(guess.user);
            by_peer_.forgive(call->request.peer);
            open(call, reply, account);
        });
    };
    if (!worker_.verify(hash, guess.password, then)) reply(busy(*call));
}

void SignIn::open(const CallPtr& call, const http::Reply& reply, const Account& account) {
    const std::string token = centre::staff::make_token();
    const auto keep = [token, account, now_us = call->now_us](Connection& db) {
        centre::store::add_sign_in(db, centre::staff::hash_token(token), account.id, now_us);
        return Verdict::keep;
    };
    const auto done = [call, reply, token, account](Ending ending) {
        if (ending != Ending::kept) return reply(busy(*call));
        http::Response response =
            ok("{\"token\":\"" + token + "\",\"user\":" + account_json(account) +
               ",\"expires_at_us\":" + std::to_string(call->now_us + centre::store::sign_in_us) + "}");
        response.headers.emplace_back("Set-Cookie", cookie_of(token, call->request.secure));
        reply(std::move(response));
    };
    if (!service_.ports().store.write(keep, done)) reply(busy(*call));
}

void SignIn::log_out(const CallPtr& call, const http::Reply& reply) {
    const auto end = [hash = call->account->token_hash](Connection& db) {
        centre::store::end_sign_in(db, hash);
        return Verdict::keep;
    };
    const auto done = [call, reply](Ending ending) {
        if (ending != Ending::kept) return reply(busy(*call));
        http::Response response = no_content();
        response.headers.emplace_back("Set-Cookie", cookie_of("", call->request.secure));
        reply(std::move(response));
    };
    if (!service_.ports().store.write(end, done)) reply(busy(*call));
}

}  // namespace chicane::web::api
