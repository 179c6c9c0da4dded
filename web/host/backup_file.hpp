// A backup: one tar archive of a data folder's files and, last, SHA256SUMS, by which each is checked when it is read. So a backup that
// was cut off or altered is known as such, and opens with any tool.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "web/host/tar_header.hpp"

namespace chicane::web::host {

inline constexpr std::size_t backup_files_max = 70'000;  ///< 32 decoders keep 2,000 recordings each

struct FileToPack {
    std::filesystem::path path;
    std::string name;  ///< in the archive
};

/// Writes `to`, which must not exist, and brings it to the disk. A file that goes on growing is taken as long as it was. Or one line.
std::expected<void, std::string> pack_backup(const std::filesystem::path& to, const std::vector<FileToPack>& files);

/// Reads a whole backup and checks it; what it holds, without the sums. With a folder, which must exist, the files are laid there.
std::expected<std::vector<TarEntry>, std::string> read_backup(const std::filesystem::path& from,
                                                              const std::filesystem::path* unpack_to = nullptr);

}  // namespace chicane::web::host
