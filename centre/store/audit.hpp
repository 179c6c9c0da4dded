// The record of who changed what: a row before and after, as JSON text made of its columns. Secrets are left out.
#pragma once

#include <optional>
#include <string>

#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"

namespace chicane::centre::store {

/// All columns of one row, or nothing where it is not there. `table`: one of ours, never a client's text.
std::optional<std::string> row_as_json(Connection& db, const std::string& table, std::int64_t id);

/// Around a change: takes the row as it is now, and writes both when it is told that the change was made.
class Audit {
  public:
    Audit(Connection& db, std::string table, std::int64_t id);
    void write(const Stamp& stamp) const;

  private:
    Connection& db_;
    std::string table_;
    std::int64_t id_;
    std::optional<std::string> before_;
};

/// For a deed beside the store that no row tells of: a command to a device. `after`: JSON text.
void audit_deed(Connection& db, const std::string& subject, const std::string& after, const Stamp& stamp);

/// For a row that has just been made.
void audit_new(Connection& db, const std::string& table, std::int64_t id, const Stamp& stamp);

}  // namespace chicane::centre::store
