#include "web/http/message.hpp"

namespace chicane::web::http {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::optional<std::string> found(const std::map<std::string, std::string, std::less<>>& values, std::string_view name) {
    const auto value = values.find(name);
    return value == values.end() ? std::nullopt : std::optional(value->second);
}

}  // namespace

std::string_view word(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::del:
            return "DELETE";
    }
    return "";
}

std::string_view Request::header(std::string_view lower_case_name) const {
    const auto value = headers.find(lower_case_name);
    return value == headers.end() ? std::string_view{} : std::string_view{value->second};
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    std::string_view rest = header("cookie");
    while (!rest.empty()) {
        const auto end = rest.find(';');
        const std::string_view pair = trimmed(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name)
            return std::string(pair.substr(equals + 1));
    }
    return std::nullopt;
}

std::optional<std::string> Request::param(std::string_view name) const { return found(params, name); }
std::optional<std::string> Request::query_value(std::string_view name) const { return found(query, name); }

}  // namespace chicane::web::http
