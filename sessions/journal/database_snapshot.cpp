#include "sessions/journal/database_snapshot.hpp"

#include <SQLiteCpp/Backup.h>
#include <algorithm>
#include <filesystem>

namespace chicane::sessions::journal {

std::expected<DatabaseSnapshot, std::string> DatabaseSnapshot::open(const std::string& path, const DatabaseKind& kind) {
    auto database = open_for_reading(path, kind);
    if (!database) return std::unexpected(database.error());
    try {
        (*database)->exec("BEGIN");
        (*database)->execAndGet("SELECT count(*) FROM sqlite_schema");  // the moment is that of the first read
        return DatabaseSnapshot(std::move(*database));
    } catch (const SQLite::Exception& error) {
        return std::unexpected(path + ": cannot be read: " + error.what());
    }
}

std::expected<void, std::string> DatabaseSnapshot::copy_to(const std::string& to) {
    if (std::filesystem::exists(to)) return std::unexpected(to + ": is there already; nothing was written");
    try {
        SQLite::Database copy(to, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup(copy, *database_).executeStep(-1);
        copy.execAndGet("PRAGMA journal_mode = DELETE");  // a single file, readable where nothing can be written
        return {};
    } catch (const SQLite::Exception& error) {
        return std::unexpected(to + ": cannot be written: " + error.what());
    }
}

std::optional<std::string> integrity_fault(const std::string& path, const DatabaseKind& kind) {
    auto database = open_for_reading(path, kind);
    if (!database) return database.error();
    try {
        if (auto sound = (*database)->execAndGet("PRAGMA integrity_check(1)").getString(); sound != "ok") {
            std::ranges::replace(sound, '\n', ' ');
            return path + ": is damaged: " + sound;
        }
        SQLite::Statement dangling(**database, "PRAGMA foreign_key_check");
        if (dangling.executeStep())
            return path + ": is damaged: a row of " + dangling.getColumn(0).getString() + " refers to nothing";
        return std::nullopt;
    } catch (const SQLite::Exception& error) {
        return path + ": is damaged: " + error.what();
    }
}

}  // namespace chicane::sessions::journal
