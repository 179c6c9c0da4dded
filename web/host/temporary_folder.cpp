#include "web/host/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace chicane::web::host {

std::expected<TemporaryFolder, std::string> TemporaryFolder::make(const std::string& prefix) {
    std::string name = prefix + "-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) return std::unexpected(prefix + ": cannot be made: " + std::strerror(errno));
    return TemporaryFolder(name);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace chicane::web::host
