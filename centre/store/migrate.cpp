#include <filesystem>

#include "centre/store/migrations.hpp"

namespace chicane::centre::store {
namespace {

std::int64_t pragma(Connection& connection, std::string_view name) {
    auto rows = connection.query("PRAGMA " + std::string(name));
    return rows.step() ? rows.integer(0) : 0;
}

bool is_empty(Connection& connection) {
    auto rows = connection.query("SELECT count(*) FROM sqlite_schema");
    return rows.step() && rows.integer(0) == 0;
}

void copy(Connection& connection, const std::string& path, std::int64_t steps_done) {
    const std::string to = path + ".before-" + std::to_string(steps_done);
    std::filesystem::remove(to);  // of an attempt that did not end; the file it was made of is this one
    try {
        connection.execute("VACUUM INTO ?", to);
    } catch (const SqlFault&) {
        std::error_code ignored;
        std::filesystem::remove(to, ignored);  // half a copy is none
        throw;
    }
}

void apply(Connection& connection, const std::vector<Migration>& steps, std::int64_t steps_done) {
    connection.script("BEGIN EXCLUSIVE");
    try {
        for (std::size_t i = static_cast<std::size_t>(steps_done); i < steps.size(); ++i)
            connection.script(steps[i].sql);
        connection.script("PRAGMA application_id = " + std::to_string(application_id) +
                          "; PRAGMA user_version = " + std::to_string(steps.size()) + "; COMMIT");
    } catch (...) {
        connection.script("ROLLBACK");
        throw;
    }
}

}  // namespace

std::expected<void, std::string> migrate(Connection& connection, const std::string& path,
                                         const std::vector<Migration>& steps) {
    try {
        const bool fresh = is_empty(connection);
        const std::int64_t done = pragma(connection, "user_version");
        if (!fresh && pragma(connection, "application_id") != application_id)
            return std::unexpected(path + ": not a database of a Chicane centre; nothing was changed");
        if (done > static_cast<std::int64_t>(steps.size()))
            return std::unexpected(path + ": made by a newer Chicane (step " + std::to_string(done) +
                                   ", this one knows " + std::to_string(steps.size()) + "); nothing was changed");
        if (done == static_cast<std::int64_t>(steps.size())) return {};
        if (!fresh) copy(connection, path, done);
        apply(connection, steps, done);
        return {};
    } catch (const SqlFault& fault) {
        return std::unexpected(path + ": cannot be brought up to date: " + fault.what());
    } catch (const std::filesystem::filesystem_error& fault) {
        return std::unexpected(path + ": cannot be copied before its change: " + fault.what());
    }
}

}  // namespace chicane::centre::store
