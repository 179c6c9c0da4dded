// The 512 bytes before each file of a tar archive (POSIX ustar), so that a backup opens with any tool. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chicane::web::host {

inline constexpr std::size_t tar_block_bytes = 512;
inline constexpr std::size_t tar_name_bytes_max = 99;  ///< what the plain field holds with its end

using TarBlock = std::array<char, tar_block_bytes>;

struct TarEntry {
    std::string name;
    std::uint64_t bytes = 0;
    friend bool operator==(const TarEntry&, const TarEntry&) = default;
};

/// A plain file that its owner alone may read. The name has at most tar_name_bytes_max bytes.
TarBlock tar_header(const TarEntry& entry, std::int64_t modified_s);

/// Nothing where the block is not the header of a plain file, or damaged.
std::optional<TarEntry> parse_tar_header(const TarBlock& block);

/// Zeros after a file's content up to the next block.
constexpr std::uint64_t tar_padding_bytes(std::uint64_t bytes) {
    return (tar_block_bytes - bytes % tar_block_bytes) % tar_block_bytes;
}

}  // namespace chicane::web::host
