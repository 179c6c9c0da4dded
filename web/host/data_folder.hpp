// The folder that holds a centre: journal.db, centre.db and captures/. One server has it at a time; before anything in it is touched
// both databases are looked at, so that a refusal changes nothing.
#pragma once

#include <expected>
#include <optional>
#include <string>

namespace chicane::sessions::journal {
struct DatabaseKind;
}

namespace chicane::web::host {

inline constexpr const char* journal_file = "journal.db";
inline constexpr const char* centre_file = "centre.db";
inline constexpr const char* captures_folder = "captures";

class DataFolder {
  public:
    /// Makes the folder where it is missing and holds it until this goes: no server and no restore gets it meanwhile, also none of
    /// another process. Or one line that says why not.
    static std::expected<DataFolder, std::string> claim(const std::string& path);
    ~DataFolder();
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&& other) noexcept;

  private:
    explicit DataFolder(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;  ///< of the folder, locked; -1: moved from
};

/// Why the databases of a folder cannot be used; nothing where they can, or are not there yet.
std::optional<std::string> refused_databases(const std::string& path);

/// What centre.db is made of.
const sessions::journal::DatabaseKind& centre_kind();

}  // namespace chicane::web::host
