#include "web/api/guard.hpp"

#include <algorithm>

#include "centre/staff/sign_in_token.hpp"
#include "centre/store/staff_table.hpp"
#include "web/api/answer.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;

std::optional<std::string> bearer(const http::Request& request) {
    static constexpr std::string_view scheme = "bearer ";  // in any capitals: RFC 9110 11.1
    const std::string_view header = request.header("authorization");
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (!std::ranges::equal(header.substr(0, scheme.size()), scheme, {}, lower)) return std::nullopt;
    return std::string(header.substr(scheme.size()));
}

bool changes(http::Method method) { return method != http::Method::get && method != http::Method::head; }

std::string_view host_of_origin(std::string_view origin) {
    const auto scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
}

std::string who_may(Right right) {
    feed::JsonText json;
    json.begin_array();
    for (const centre::staff::Role role : centre::staff::all_roles())
        if (centre::staff::may({role}, right)) json.text(centre::staff::word(role));
    return "\"roles\":" + json.end_array().take();
}

}  // namespace

bool is_cross_site(const http::Request& request) {
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty()) return site != "same-origin";
    const std::string_view origin = request.header("origin");
    return origin.empty() || host_of_origin(origin) != request.header("host");
}

Guard::Guard(Service& service, std::unique_ptr<centre::store::Connection> sign_ins)
    : service_(service), sign_ins_(std::move(sign_ins)) {}

std::optional<Account> Guard::account_of_token(std::string_view token) const {
    if (token.size() != centre::staff::token_letters) return std::nullopt;
    std::string hash = centre::staff::hash_token(token);
    const auto staff = centre::store::try_signed_in(*sign_ins_, hash, service_.ports().now_us());
    if (!staff) return std::nullopt;
    return Account{staff->head.id, staff->name, staff->initials, staff->roles, std::move(hash)};
}

std::optional<Account> Guard::account(const http::Request& request) const {
    if (const auto token = bearer(request)) return account_of_token(*token);
    if (const auto token = request.cookie(cookie_name)) return account_of_token(*token);
    return std::nullopt;
}

std::optional<http::Response> Guard::refusal(const Call& call, const Access& access) const {
    const http::Request& request = call.request;
    const bool by_cookie = !bearer(request) && request.cookie(cookie_name);
    if (by_cookie && changes(request.method) && is_cross_site(request))
        return problem(
            call, 403, "cross_site",
            {"Sign in by token, or ask from a page of this server.", "Utilisez un jeton, ou une page de ce serveur."});
    if (std::holds_alternative<Anyone>(access)) return std::nullopt;
    if (!call.account) {
        const bool had_token = by_cookie || bearer(request);
        if (had_token)
            return problem(call, 401, "session_revoked",
                           {"The sign-in is over or was ended.", "La connexion est expirée ou a été fermée."});
        return problem(call, 401, "login_required", {"This needs an account.", "Il faut un compte."});
    }
    const auto* right = std::get_if<Right>(&access);
    if (!right || centre::staff::may(call.account->roles, *right)) return std::nullopt;
    return problem(call, 403, "permission_needed",
                   {"Ask somebody whose role allows it.", "Demandez à quelqu’un dont le rôle le permet."},
                   who_may(*right));
}

http::Handler Guard::wrap(Access access, CallHandler handler) const {
    return [this, access, handler = std::move(handler)](const http::Request& request, const http::Reply& reply) {
        auto call = std::make_shared<Call>();
        call->request = request;
        call->now_us = service_.ports().now_us();
        call->account = account(request);
        if (auto refused = refusal(*call, access)) return reply(std::move(*refused));
        handler(call, reply);
    };
}

}  // namespace chicane::web::api
