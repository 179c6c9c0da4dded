// One connection to a SQLite file, and rows as they come out of it. Used by one thread at a time. A statement that SQLite refuses
// throws SqlFault, which never leaves this folder: open(), Store and the migrations turn it into a value.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace chicane::centre::store {

class SqlFault : public std::runtime_error {
  public:
    SqlFault(int code, const std::string& what) : std::runtime_error(what), code_(code) {}
    int code() const { return code_; }  ///< SQLite's extended result code

  private:
    int code_;
};

/// Raw bytes, where text would be anything else.
struct Blob {
    std::string_view bytes;
};

/// A running statement: step() to the next row, columns from 0. Resets the statement when it goes.
class Rows {
  public:
    explicit Rows(sqlite3_stmt* statement) : statement_(statement) {}
    ~Rows();
    Rows(Rows&& other) noexcept : statement_(other.statement_) { other.statement_ = nullptr; }
    Rows& operator=(Rows&&) = delete;

    bool step();
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::optional<std::int64_t> maybe_integer(int column) const;
    std::optional<std::string> maybe_text(int column) const;

  private:
    sqlite3_stmt* statement_;
};

enum class Mode { read_only, read_write };

class Connection {
  public:
    /// Or one line that says why not.
    static std::expected<std::unique_ptr<Connection>, std::string> open(const std::string& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Several statements, without values.
    void script(const std::string& sql);
    /// A statement with its values in order of the question marks. It is prepared once for each text.
    template <class... Values>
    Rows query(std::string_view sql, const Values&... values) {
        sqlite3_stmt* statement = prepared(sql);
        int index = 0;
        (bind(statement, ++index, values), ...);
        return Rows(statement);
    }
    template <class... Values>
    void execute(std::string_view sql, const Values&... values) {
        query(sql, values...).step();
    }
    std::int64_t last_id() const;
    int changes() const;  ///< rows that the last statement changed

  private:
    explicit Connection(sqlite3* database);
    sqlite3_stmt* prepared(std::string_view sql);

    void bind_integer(sqlite3_stmt* statement, int index, std::int64_t value);
    void bind_text(sqlite3_stmt* statement, int index, std::string_view value);
    void bind_blob(sqlite3_stmt* statement, int index, Blob value);

    template <class Value>
    void bind(sqlite3_stmt* statement, int index, const Value& value) {
        if constexpr (std::is_same_v<Value, Blob>)
            bind_blob(statement, index, value);
        else if constexpr (std::is_integral_v<Value>)
            bind_integer(statement, index, static_cast<std::int64_t>(value));
        else
            bind_text(statement, index, value);
    }
    // An absent value stays what a fresh statement has: null.
    template <class Value>
    void bind(sqlite3_stmt* statement, int index, const std::optional<Value>& value) {
        if (value) bind(statement, index, *value);
    }

    struct Statements;
    sqlite3* database_;
    std::unique_ptr<Statements> statements_;
};

}  // namespace chicane::centre::store
