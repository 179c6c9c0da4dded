#include "centre/store/connection.hpp"

#include <functional>
#include <map>
#include <sqlite3.h>

namespace chicane::centre::store {
namespace {

constexpr int busy_wait_ms = 5'000;  ///< another process (`chicane user add`) may be writing

[[noreturn]] void fail(sqlite3* database) {
    throw SqlFault(sqlite3_extended_errcode(database), sqlite3_errmsg(database));
}

}  // namespace

Rows::~Rows() {
    if (!statement_) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Rows::step() {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    fail(sqlite3_db_handle(statement_));
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Rows::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return bytes ? std::string(bytes, size) : std::string();
}

std::optional<std::int64_t> Rows::maybe_integer(int column) const {
    if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
    return integer(column);
}

std::optional<std::string> Rows::maybe_text(int column) const {
    if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
    return text(column);
}

// Texts are literals of this folder's functions, so their number is that of the source.
struct Connection::Statements {
    std::map<std::string, sqlite3_stmt*, std::less<>> by_text;
};

Connection::Connection(sqlite3* database) : database_(database), statements_(std::make_unique<Statements>()) {}

Connection::~Connection() {
    for (const auto& [text, statement] : statements_->by_text) sqlite3_finalize(statement);
    sqlite3_close(database_);
}

std::expected<std::unique_ptr<Connection>, std::string> Connection::open(const std::string& path, Mode mode) {
    sqlite3* database = nullptr;
    const int flags = (mode == Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int result = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(database));
    if (result != SQLITE_OK) return std::unexpected(path + ": cannot open: " + sqlite3_errstr(result));
    sqlite3_busy_timeout(database, busy_wait_ms);
    return connection;
}

void Connection::script(const std::string& sql) {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(database_);
}

sqlite3_stmt* Connection::prepared(std::string_view sql) {
    const auto known = statements_->by_text.find(sql);
    if (known != statements_->by_text.end()) return known->second;
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (result != SQLITE_OK) fail(database_);
    statements_->by_text.emplace(sql, statement);
    return statement;
}

std::int64_t Connection::last_id() const { return sqlite3_last_insert_rowid(database_); }
int Connection::changes() const { return sqlite3_changes(database_); }

void Connection::bind_integer(sqlite3_stmt* statement, int index, std::int64_t value) {
    if (sqlite3_bind_int64(statement, index, value) != SQLITE_OK) fail(database_);
}

void Connection::bind_text(sqlite3_stmt* statement, int index, std::string_view value) {
    if (sqlite3_bind_text64(statement, index, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
        fail(database_);
}

void Connection::bind_blob(sqlite3_stmt* statement, int index, Blob value) {
    if (sqlite3_bind_blob64(statement, index, value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT) != SQLITE_OK)
        fail(database_);
}

}  // namespace chicane::centre::store
