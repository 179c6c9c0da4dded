#include "web/http/router.hpp"

#include <optional>

namespace chicane::web::http {
namespace {

using Params = std::map<std::string, std::string, std::less<>>;

std::string_view next_segment(std::string_view& rest) {
    if (rest.starts_with('/')) rest.remove_prefix(1);
    const auto end = rest.find('/');
    const std::string_view segment = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
    return segment;
}

std::optional<Params> params_of(std::string_view pattern, std::string_view path) {
    Params params;
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = next_segment(pattern);
        const std::string_view given = next_segment(path);
        if (wanted.starts_with('{') && !given.empty())
            params.emplace(wanted.substr(1, wanted.size() - 2), given);
        else if (wanted != given)
            return std::nullopt;
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return params;
}

}  // namespace

void Router::add(Method method, std::string pattern, Handler handler) {
    routes_.push_back({method, std::move(pattern), std::move(handler)});
}

Router::Match Router::match(Method method, std::string_view path) const {
    const Method wanted = method == Method::head ? Method::get : method;
    Match match;
    for (const Route& route : routes_) {
        auto params = params_of(route.pattern, path);
        if (!params) continue;
        match.allowed.push_back(route.method);
        if (route.method != wanted || match.route) continue;
        match.route = &route;
        match.params = std::move(*params);
    }
    return match;
}

}  // namespace chicane::web::http
