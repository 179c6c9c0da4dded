#include "web/http/forwarded.hpp"

#include <algorithm>

namespace chicane::web::http {
namespace {

constexpr std::size_t address_letters_max = 45;  ///< of an IPv6 address that ends in an IPv4 one

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

bool is_trusted(std::string_view address, const std::vector<std::string>& trusted) {
    return std::ranges::find(trusted, address) != trusted.end();
}

std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted) {
    std::string_view client = peer;
    while (is_trusted(client, trusted) && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const std::string_view next =
            trimmed(comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1));
        if (next.empty() || next.size() > address_letters_max) break;
        client = next;
        forwarded_for = comma == std::string_view::npos ? std::string_view{} : forwarded_for.substr(0, comma);
    }
    return std::string(client);
}

}  // namespace chicane::web::http
