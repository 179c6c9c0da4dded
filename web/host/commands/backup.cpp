#include "web/host/commands/backup.hpp"

#include <algorithm>
#include <ostream>
#include <sys/stat.h>

#include "decoders/recording/files.hpp"
#include "sessions/journal/database_snapshot.hpp"
#include "sessions/journal/rows.hpp"
#include "web/host/backup_file.hpp"
#include "web/host/commands/data.hpp"
#include "web/host/data_folder.hpp"
#include "web/host/temporary_folder.hpp"

namespace chicane::web::host {
namespace {

namespace fs = std::filesystem;
using sessions::journal::DatabaseKind;
using sessions::journal::DatabaseSnapshot;

constexpr int damaged_status = 1;
constexpr int bad_input_status = 2;

struct Refusal {
    std::string line;
    int status = bad_input_status;
};

struct Database {
    const char* name;
    const DatabaseKind& kind;
};

std::vector<Database> databases() {
    return {{journal_file, sessions::journal::journal_kind()}, {centre_file, centre_kind()}};
}

/// Both databases as they are at this moment, copied into `folder`; and each copy is sound.
std::expected<std::vector<FileToPack>, Refusal> copy_databases(const fs::path& data, const fs::path& folder) {
    std::vector<std::pair<std::string, DatabaseSnapshot>> moment;
    for (const auto& [name, kind] : databases()) {
        if (!fs::exists(data / name)) continue;
        auto snapshot = DatabaseSnapshot::open((data / name).string(), kind);
        if (!snapshot) return std::unexpected(Refusal{snapshot.error()});
        moment.emplace_back(name, std::move(*snapshot));
    }
    std::vector<FileToPack> files;
    for (auto& [name, snapshot] : moment) {
        const fs::path copy = folder / name;
        if (auto copied = snapshot.copy_to(copy.string()); !copied) return std::unexpected(Refusal{copied.error()});
        files.push_back({copy, name});
    }
    return files;
}

/// What is wrong with copies in a folder of ours, which is not named; nothing where they are sound.
std::optional<std::string> damage_of_copies(const fs::path& folder) {
    auto fault = damage_in(folder.string());
    const std::string ours = folder.string() + "/";
    return fault && fault->starts_with(ours) ? fault->substr(ours.size()) : fault;
}

/// The recordings that lie there now; the newest go on growing, the oldest go.
std::vector<FileToPack> captures_of(const fs::path& data) {
    std::vector<FileToPack> files;
    std::error_code ignored;
    for (const auto& each : fs::directory_iterator(data / captures_folder, ignored)) {
        const std::string name = std::string(captures_folder) + "/" + each.path().filename().string();
        if (each.is_regular_file(ignored) && name.size() <= tar_name_bytes_max &&
            each.path().extension() == decoders::recording::file_suffix)
            files.push_back({each.path(), name});
    }
    std::ranges::sort(files, {}, &FileToPack::name);
    return files;
}

std::string summary(const std::vector<TarEntry>& files) {
    std::uint64_t bytes = 0;
    std::size_t captures = 0;
    std::string names;
    for (const TarEntry& file : files) {
        bytes += file.bytes;
        if (file.name.find('/') != std::string::npos)
            ++captures;
        else
            names += file.name + ", ";
    }
    return names + std::to_string(captures) + " captures, " + std::to_string(bytes) + " bytes, sound";
}

std::expected<std::string, Refusal> make_backup(const fs::path& data, const fs::path& to) {
    if (!fs::is_directory(data)) return std::unexpected(Refusal{data.string() + ": is no folder"});
    if (fs::exists(to)) return std::unexpected(Refusal{to.string() + ": is there already; give another name"});
    if (auto why = refused_databases(data.string())) return std::unexpected(Refusal{*why});
    auto work = TemporaryFolder::make(to.string() + ".part");
    if (!work) return std::unexpected(Refusal{work.error()});
    auto files = copy_databases(data, work->path());
    if (!files) return std::unexpected(files.error());
    if (files->empty())
        return std::unexpected(Refusal{data.string() + ": holds no centre: neither journal.db nor centre.db"});
    if (auto damage = damage_of_copies(work->path()))
        return std::unexpected(Refusal{data.string() + "/" + *damage + "; nothing was written", damaged_status});
    std::ranges::move(captures_of(data), std::back_inserter(*files));
    const fs::path packed = work->path() / "backup.tar";
    if (auto done = pack_backup(packed, *files); !done) return std::unexpected(Refusal{done.error()});
    const auto read = read_backup(packed);
    if (!read) return std::unexpected(Refusal{read.error(), damaged_status});
    std::error_code error;
    fs::rename(packed, to, error);
    if (error) return std::unexpected(Refusal{to.string() + ": cannot be written: " + error.message()});
    return to.string() + ": " + summary(*read);
}

/// A folder that is not there, or holds nothing of a centre.
std::optional<std::string> occupied(const fs::path& data) {
    for (const char* name : {journal_file, centre_file, captures_folder})
        if (fs::exists(data / name))
            return (data / name).string() + ": is there already; restore into an empty folder, or move it away";
    return std::nullopt;
}

std::expected<std::string, Refusal> lay_backup(const fs::path& from, const fs::path& data) {
    auto folder = DataFolder::claim(data.string());
    if (!folder) return std::unexpected(Refusal{folder.error()});
    if (auto why = occupied(data)) return std::unexpected(Refusal{*why});
    auto work = TemporaryFolder::make((data / "restoring").string());
    if (!work) return std::unexpected(Refusal{work.error()});
    const auto read = read_backup(from, &work->path());
    if (!read) return std::unexpected(Refusal{read.error()});
    if (auto why = refused_databases(work->path().string()))
        return std::unexpected(Refusal{from.string() + ": " + *why});
    if (auto damage = damage_of_copies(work->path())) return std::unexpected(Refusal{from.string() + ": " + *damage});
    // The journal last: where this is cut off before it, no centre goes on without its past.
    for (const char* name : {captures_folder, centre_file, journal_file}) {
        std::error_code error;
        if (fs::exists(work->path() / name)) fs::rename(work->path() / name, data / name, error);
        if (error) return std::unexpected(Refusal{(data / name).string() + ": cannot be written: " + error.message()});
    }
    return data.string() + ": " + summary(*read);
}

int tell(const std::expected<std::string, Refusal>& done, std::ostream& out, std::ostream& err) {
    if (done)
        out << *done << '\n';
    else
        err << "chicane: " << done.error().line << '\n';
    return done ? 0 : done.error().status;
}

}  // namespace

int backup(const std::string& data, const std::string& to, std::ostream& out, std::ostream& err) {
    ::umask(S_IRWXG | S_IRWXO);  // customers and password hashes are in it
    return tell(make_backup(data, to), out, err);
}

int restore(const std::string& from, const std::string& data, std::ostream& out, std::ostream& err) {
    ::umask(S_IRWXG | S_IRWXO);
    const bool was_there = fs::exists(data);
    const auto done = lay_backup(from, data);
    std::error_code not_empty;
    if (!done && !was_there) fs::remove(data, not_empty);
    return tell(done, out, err);
}

}  // namespace chicane::web::host
