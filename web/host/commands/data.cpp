#include "web/host/commands/data.hpp"

#include <filesystem>
#include <ostream>

#include "sessions/journal/database_snapshot.hpp"
#include "sessions/journal/journal.hpp"
#include "sessions/journal/rows.hpp"
#include "web/host/data_folder.hpp"

namespace chicane::web::host {
namespace {

namespace journal = sessions::journal;

/// SQLite's own check comes first: what reads the entries relies on it.
std::optional<std::string> fault_of(const std::string& path) {
    const bool is_journal = path.ends_with(journal_file);
    if (auto fault = journal::integrity_fault(path, is_journal ? journal::journal_kind() : centre_kind())) return fault;
    return is_journal ? journal::verify_journal(path) : std::nullopt;
}

}  // namespace

std::optional<std::string> damage_in(const std::string& folder) {
    for (const char* name : {journal_file, centre_file}) {
        const std::string path = folder + "/" + name;
        if (!std::filesystem::exists(path)) continue;
        if (auto fault = fault_of(path)) return fault;
    }
    return std::nullopt;
}

int verify(const std::string& data, std::ostream& out, std::ostream& err) {
    const std::string journal = data + "/" + journal_file;
    if (!std::filesystem::exists(journal)) {
        err << "chicane: " << journal << ": there is none\n";
        return 2;
    }
    if (const auto fault = damage_in(data)) {
        err << "chicane: " << *fault << '\n';
        return 1;
    }
    out << data << ": sound\n";
    return 0;
}

}  // namespace chicane::web::host
