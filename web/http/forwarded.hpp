// Who asks, when proxies stand between: forwarded headers count only from addresses that the configuration trusts. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chicane::web::http {

/// The client's address. `forwarded_for`: X-Forwarded-For, each proxy having added the address it saw at the end. The last one that
/// is no trusted proxy is the client; what stands before it could be invented by him.
std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted);

bool is_trusted(std::string_view address, const std::vector<std::string>& trusted);

}  // namespace chicane::web::http
