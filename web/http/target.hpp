// The target of a request: its path and query, percent-decoded.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace chicane::web::http {

struct Target {
    std::string path;
    std::map<std::string, std::string, std::less<>> query;  ///< the first of each name
};

/// Nothing where an escape is broken, the path does not begin with '/', or it holds a zero byte or what is no UTF-8.
std::optional<Target> parse_target(std::string_view target);

}  // namespace chicane::web::http
