#include "web/http/target.hpp"

#include "web/http/utf8.hpp"

namespace chicane::web::http {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\0') return std::nullopt;
        if (text[i] == '+' && plus_is_blank) {
            plain += ' ';
        } else if (text[i] != '%') {
            plain += text[i];
        } else {
            const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
            if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
            plain += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    // A problem says the path again.
    if (!is_utf8(plain)) return std::nullopt;
    return plain;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
    if (!target.starts_with('/')) return std::nullopt;
    const auto mark = target.find('?');
    auto path = decoded(target.substr(0, mark), false);
    if (!path) return std::nullopt;
    Target parsed{std::move(*path), {}};
    std::string_view rest = mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        const auto equals = pair.find('=');
        auto name = decoded(pair.substr(0, equals), true);
        auto value = decoded(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
        if (!name || !value) return std::nullopt;
        parsed.query.emplace(std::move(*name), std::move(*value));
    }
    return parsed;
}

}  // namespace chicane::web::http
