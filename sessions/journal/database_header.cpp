#include "sessions/journal/database_header.hpp"

#include <array>
#include <cstring>
#include <filesystem>
#include <sqlite3.h>

namespace chicane::sessions::journal {
namespace {

// https://sqlite.org/fileformat2.html: the header, then page 1, which is the root of the schema's table.
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;
constexpr std::size_t page_type_at = 100;
constexpr std::size_t cells_at = 103;
constexpr std::size_t bytes_needed = 105;
constexpr unsigned char leaf_page = 13;

using Header = std::array<unsigned char, bytes_needed>;

std::uint32_t big_endian_32(const Header& header, std::size_t at) {
    return std::uint32_t{header[at]} << 24U | std::uint32_t{header[at + 1]} << 16U |
           std::uint32_t{header[at + 2]} << 8U | header[at + 3];
}

/// The first bytes, by SQLite's own hand: closing a file of one's own would drop the locks that other connections of this process
/// hold on it, and another process would then take a log away that is still written. Nothing where there are fewer.
std::expected<std::optional<Header>, std::string> read_header(const std::string& path) {
    try {
        const SQLite::Database database(path, SQLite::OPEN_READONLY);
        sqlite3_file* file = nullptr;
        const int known = sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
        Header header{};
        const int read = known != SQLITE_OK ? known : file->pMethods->xRead(file, header.data(), header.size(), 0);
        if (read == SQLITE_OK) return header;
        if (read == SQLITE_IOERR_SHORT_READ) return std::nullopt;
        return std::unexpected(sqlite3_errstr(read));
    } catch (const SQLite::Exception& error) {
        return std::unexpected(error.what());
    }
}

bool has_tables(const Header& header) {
    return header[page_type_at] != leaf_page || header[cells_at] != 0 || header[cells_at + 1] != 0;
}

}  // namespace

std::optional<std::string> refused_by_header(const std::string& path, const DatabaseKind& kind) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) return std::nullopt;
    if (!std::filesystem::is_regular_file(status)) return path + ": is no file; move it away";
    if (std::filesystem::file_size(path, error) == 0) return std::nullopt;
    const auto read = read_header(path);
    if (!read) return path + ": cannot be read: " + read.error();
    const std::string ours = "no " + std::string(kind.name) + " of Chicane";
    if (!*read || std::memcmp((*read)->data(), magic.data(), magic.size()) != 0)
        return path + ": is " + ours + " and no database at all; nothing was changed; move it away or restore a backup";
    const Header& header = **read;
    const auto id = static_cast<std::int32_t>(big_endian_32(header, application_id_at));
    const std::uint32_t version = big_endian_32(header, user_version_at);
    if (id == 0 && !has_tables(header)) return std::nullopt;
    if (id != kind.application_id)
        return path + ": is " + ours + " but another program's database; nothing was changed; move it away";
    if (version > kind.migrations.size())
        return path + ": was written by a newer Chicane (version " + std::to_string(version) + ", this one knows " +
               std::to_string(kind.migrations.size()) + "); nothing was changed; install the newer one";
    return std::nullopt;
}

}  // namespace chicane::sessions::journal
