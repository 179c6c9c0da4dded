// A request as a handler sees it, and the answer it gives. Plain values, nothing of sockets.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chicane::web::http {

enum class Method { get, head, post, put, patch, del };

std::string_view word(Method method);

struct Request {
    Method method = Method::get;
    std::string path;                                        ///< decoded, without the query
    std::map<std::string, std::string, std::less<>> params;  ///< of the route: {id}
    std::map<std::string, std::string, std::less<>> query;
    std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
    std::string body;
    std::string peer;     ///< the client's address, behind trusted proxies too
    bool secure = false;  ///< the client's side is https

    /// Empty where there is none.
    std::string_view header(std::string_view lower_case_name) const;
    std::optional<std::string> cookie(std::string_view name) const;
    std::optional<std::string> param(std::string_view name) const;
    std::optional<std::string> query_value(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// Called once, now or later, on any thread. A request whose Reply is dropped is answered with 503 `busy`.
using Reply = std::function<void(Response)>;
using Handler = std::function<void(const Request&, Reply)>;

}  // namespace chicane::web::http
