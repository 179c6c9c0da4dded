// Between Beast's messages and ours; for connection.cpp alone.
#pragma once

#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/message.hpp"

namespace chicane::web::http {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;
using BeastResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// Nothing for the methods that nobody answers.
std::optional<Method> method_of(const BeastRequest& message);

/// The headers and who asks; method, path and body are still to be filled in. `peer`: who is connected.
Request request_of(const BeastRequest& message, const std::string& peer,
                   const std::vector<std::string>& trusted_proxies);

/// What a proxy in front might read as another request than we do.
std::optional<std::string_view> framing_fault(const BeastRequest& message);

/// What every answer has: the time, by which a page tells the age of what it shows, and the security headers.
void add_common_headers(boost::beast::http::fields& answer, bool secure);

/// An answer to `request`, ready to be written.
BeastResponse message_of(Response response, const Request& request, bool keep_alive);

}  // namespace chicane::web::http
