#include "sessions/journal/database_file.hpp"

#include <filesystem>

#include "sessions/journal/database_header.hpp"

namespace chicane::sessions::journal {
namespace {

constexpr int busy_wait_ms = 5000;  ///< a backup holds the file for less

std::int32_t pragma_of(SQLite::Database& database, const std::string& name) {
    return database.execAndGet("PRAGMA " + name).getInt();
}

/// Empty where the file is ours to use.
std::string fault_of(SQLite::Database& database, const std::string& path, const DatabaseKind& kind) {
    const std::int32_t id = pragma_of(database, "application_id");
    const std::int32_t version = pragma_of(database, "user_version");
    const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (empty && id == 0) return "";
    if (id != kind.application_id)
        return path + ": is no " + std::string(kind.name) + " of Chicane; nothing was changed";
    if (version > static_cast<std::int32_t>(kind.migrations.size()))
        return path + ": was written by a newer Chicane (version " + std::to_string(version) + ", this one knows " +
               std::to_string(kind.migrations.size()) + "); nothing was changed";
    return "";
}

std::string migrate(SQLite::Database& database, const std::string& path, const DatabaseKind& kind) {
    const auto found = static_cast<std::size_t>(pragma_of(database, "user_version"));
    for (std::size_t version = found; version < kind.migrations.size(); ++version) {
        if (found > 0) {  // else it is new, and holds nothing
            const std::string copy = path + ".before-" + std::to_string(version);
            std::filesystem::remove(copy);  // of an attempt that did not end; the file it was made of is this one
            if (const auto kept = copy_database(path, copy); !kept) return kept.error();
        }
        SQLite::Transaction step(database);
        database.exec(std::string(kind.migrations[version]));
        database.exec("PRAGMA application_id = " + std::to_string(kind.application_id));
        database.exec("PRAGMA user_version = " + std::to_string(version + 1));
        step.commit();
    }
    return "";
}

}  // namespace

std::expected<std::unique_ptr<SQLite::Database>, std::string> open_database(const std::string& path,
                                                                            const DatabaseKind& kind) {
    if (auto refused = refused_by_header(path, kind)) return std::unexpected(*refused);
    try {
        auto database =
            std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_wait_ms);
        if (auto fault = fault_of(*database, path, kind); !fault.empty()) return std::unexpected(fault);
        database->exec("PRAGMA journal_mode = WAL");
        database->exec("PRAGMA synchronous = FULL");
        database->exec("PRAGMA foreign_keys = ON");
        if (auto fault = migrate(*database, path, kind); !fault.empty()) return std::unexpected(fault);
        return database;
    } catch (const SQLite::Exception& error) {
        return std::unexpected(path + ": cannot be opened: " + error.what());
    } catch (const std::filesystem::filesystem_error& error) {
        return std::unexpected(path + ": cannot be copied before its change: " + error.what());
    }
}

std::expected<std::unique_ptr<SQLite::Database>, std::string> open_for_reading(const std::string& path,
                                                                               const DatabaseKind& kind) {
    if (auto refused = refused_by_header(path, kind)) return std::unexpected(*refused);
    try {
        // Who opens for reading only leaves the log's files behind; so this may write, and is told not to.
        auto database = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE, busy_wait_ms);
        database->exec("PRAGMA query_only = ON");
        if (auto fault = fault_of(*database, path, kind); !fault.empty()) return std::unexpected(fault);
        return database;
    } catch (const SQLite::Exception& error) {
        return std::unexpected(path + ": cannot be read: " + error.what());
    }
}

std::expected<void, std::string> copy_database(const std::string& from, const std::string& to) {
    if (std::filesystem::exists(to)) return std::unexpected(to + ": is there already; nothing was written");
    try {
        SQLite::Database source(from, SQLite::OPEN_READONLY, busy_wait_ms);
        SQLite::Statement copy(source, "VACUUM INTO ?");
        copy.bind(1, to);
        copy.exec();
        return {};
    } catch (const SQLite::Exception& error) {
        std::error_code ignored;
        std::filesystem::remove(to, ignored);  // half a copy is none
        return std::unexpected(to + ": cannot be written: " + error.what());
    }
}

}  // namespace chicane::sessions::journal
