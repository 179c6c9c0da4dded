#include "web/host/data_folder.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "centre/store/migrations.hpp"
#include "sessions/journal/database_header.hpp"
#include "sessions/journal/rows.hpp"

namespace chicane::web::host {

const sessions::journal::DatabaseKind& centre_kind() {
    static const std::vector<centre::store::Migration> steps = centre::store::all_migrations();
    static const std::vector<std::string_view> texts = [] {
        std::vector<std::string_view> each;
        for (const auto& step : steps) each.emplace_back(step.sql);
        return each;
    }();
    static const sessions::journal::DatabaseKind kind{"centre", centre::store::application_id, texts};
    return kind;
}

std::optional<std::string> refused_databases(const std::string& path) {
    using sessions::journal::refused_by_header;
    if (auto why = refused_by_header(path + "/" + journal_file, sessions::journal::journal_kind())) return why;
    return refused_by_header(path + "/" + centre_file, centre_kind());
}

namespace {

/// Before SQLite tries, which leaves files behind where it may read a database and not write it.
std::optional<std::string> unwritable(const std::string& path, int mode, const char* what) {
    if (::faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) == 0 || errno == ENOENT) return std::nullopt;
    return path + ": cannot be written: " + std::strerror(errno) + "; give " + what + " to the user that runs Chicane";
}

}  // namespace

std::expected<DataFolder, std::string> DataFolder::claim(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) return std::unexpected(path + ": cannot be made: " + error.message() + "; give a folder with --data");
    DataFolder folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.descriptor_ < 0) return std::unexpected(path + ": cannot be opened: " + std::strerror(errno));
    // The lock is on the folder itself: it ends with the process, whatever ends that, and leaves no file behind.
    if (::flock(folder.descriptor_, LOCK_EX | LOCK_NB) != 0)
        return std::unexpected(path + (errno == EWOULDBLOCK
                                           ? ": is in use by another Chicane; stop that one, or give another --data"
                                           : std::string(": cannot be locked: ") + std::strerror(errno)));
    if (auto why = unwritable(path, W_OK | X_OK, "the folder")) return std::unexpected(*why);
    for (const char* name : {journal_file, centre_file})
        if (auto why = unwritable(path + "/" + name, R_OK | W_OK, "it")) return std::unexpected(*why);
    if (auto why = refused_databases(path)) return std::unexpected(*why);
    return folder;
}

DataFolder::~DataFolder() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

DataFolder::DataFolder(DataFolder&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

DataFolder& DataFolder::operator=(DataFolder&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

}  // namespace chicane::web::host
