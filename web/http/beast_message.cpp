#include "web/http/beast_message.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/chrono.h>

#include "web/http/forwarded.hpp"

namespace chicane::web::http {
namespace {

namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

constexpr int no_content = 204;
constexpr int not_modified = 304;
constexpr int unauthorized = 401;
constexpr unsigned http_1_1 = 11;

/// A header that comes twice is one list: who adds his own line in front of a proxy's is not believed.
void copy_headers(const BeastRequest& message, Request& request) {
    for (const auto& field : message) {
        std::string name(field.name_string());
        std::ranges::transform(name, name.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        const std::string_view between = name == "cookie" ? "; " : ", ";
        const auto [known, added] = request.headers.try_emplace(std::move(name), std::string(field.value()));
        if (!added) known->second.append(between).append(field.value());
    }
}

}  // namespace

std::optional<Method> method_of(const BeastRequest& message) {
    switch (message.method()) {
        case bhttp::verb::get:
            return Method::get;
        case bhttp::verb::head:
            return Method::head;
        case bhttp::verb::post:
            return Method::post;
        case bhttp::verb::put:
            return Method::put;
        case bhttp::verb::patch:
            return Method::patch;
        case bhttp::verb::delete_:
            return Method::del;
        default:
            return std::nullopt;
    }
}

Request request_of(const BeastRequest& message, const std::string& peer,
                   const std::vector<std::string>& trusted_proxies) {
    Request request;
    copy_headers(message, request);
    request.peer = client_address(peer, request.header("x-forwarded-for"), trusted_proxies);
    request.secure = is_trusted(peer, trusted_proxies) && request.header("x-forwarded-proto") == "https";
    return request;
}

std::optional<std::string_view> framing_fault(const BeastRequest& message) {
    if (message.version() == http_1_1 && message.count(bhttp::field::host) != 1) return "one Host was expected";
    const auto coding = message.find(bhttp::field::transfer_encoding);
    if (coding != message.end() && !beast::iequals(coding->value(), "chunked"))
        return "a Transfer-Encoding other than chunked";
    return std::nullopt;
}

void add_common_headers(bhttp::fields& answer, bool secure) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    answer.set(bhttp::field::date, fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now)));
    answer.set("Content-Security-Policy",
               "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Referrer-Policy", "no-referrer");
    answer.set("Cross-Origin-Opener-Policy", "same-origin");
    answer.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (secure) answer.set("Strict-Transport-Security", "max-age=31536000");
}

BeastResponse message_of(Response response, const Request& request, bool keep_alive) {
    BeastResponse answer(static_cast<bhttp::status>(response.status), http_1_1);
    const bool has_body = response.status != no_content && response.status != not_modified;
    if (has_body) answer.set(bhttp::field::content_type, response.content_type);
    answer.set(bhttp::field::cache_control, "no-store");
    add_common_headers(answer, request.secure);
    if (response.status == unauthorized) answer.set(bhttp::field::www_authenticate, "Bearer");
    for (const auto& [name, value] : response.headers)
        beast::iequals(name, "set-cookie") ? answer.insert(name, value) : answer.set(name, value);
    answer.keep_alive(keep_alive);
    if (has_body) answer.body() = std::move(response.body);
    answer.prepare_payload();
    if (request.method == Method::head) answer.body().clear();
    return answer;
}

}  // namespace chicane::web::http
